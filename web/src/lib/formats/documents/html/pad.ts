// SPDX-License-Identifier: MIT
// What one sees and does in the file, as the text that goes into it: the pad and the answers.

export const PAD = String.raw`
const PAD_SIDE = 280; // of the pad, in the unit of the strokes
const find = (id) => document.getElementById(id);
const NETWORK = JSON.parse(find('network').textContent);
const WEIGHTS = unpackLayers(NETWORK.layers, find('weights').textContent);
const [pad, seen, answer, sure] = ['pad', 'seen', 'answer', 'sure'].map(find);
const percent = (share) => (100 * share).toFixed(1) + ' %';

let strokes = [];
let pointer = null;
const keyPen = { x: PAD_SIDE / 2, y: PAD_SIDE / 4, down: false, shown: false };

// One row for each answer: its name, a bar, its probability.
const rows = NETWORK.classes.map((name) => {
  const row = document.createElement('li');
  const [label, bar, share] = ['name', 'bar', 'share'].map((part) => {
    const span = document.createElement('span');
    span.className = part;
    row.append(span, ' ');
    return span;
  });
  label.textContent = name;
  label.title = name;
  bar.append(document.createElement('i'));
  find('probabilities').append(row);
  return { row, bar: bar.firstChild, share };
});

function drawInk(context, stroke) {
  context.beginPath();
  context.moveTo(stroke[0].x, stroke[0].y);
  for (const { x, y } of stroke) context.lineTo(x, y);
  context.stroke();
  if (stroke.length > 1) return;
  // A line without a length is not drawn everywhere.
  context.beginPath();
  context.arc(stroke[0].x, stroke[0].y, context.lineWidth / 2, 0, 2 * Math.PI);
  context.fill();
}

function drawPad() {
  const side = Math.max(1, Math.round(pad.clientWidth * devicePixelRatio));
  if (pad.width !== side) pad.width = pad.height = side;
  const context = pad.getContext('2d');
  const ink = getComputedStyle(document.body).color;
  context.setTransform(side / PAD_SIDE, 0, 0, side / PAD_SIDE, 0, 0);
  context.clearRect(0, 0, PAD_SIDE, PAD_SIDE);
  Object.assign(context, { lineCap: 'round', lineJoin: 'round', lineWidth: PAD_SIDE / 11 });
  context.strokeStyle = context.fillStyle = ink;
  for (const stroke of strokes) drawInk(context, stroke);
  if (!keyPen.shown) return;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(keyPen.x, keyPen.y, keyPen.down ? 16 : 13, 0, 2 * Math.PI);
  context.stroke();
}

// What the network sees, pixel by pixel, in the colour of the ink.
function drawSeen(image) {
  const context = seen.getContext('2d');
  context.clearRect(0, 0, seen.width, seen.height);
  if (image === null) return;
  context.fillStyle = getComputedStyle(document.body).color;
  image.forEach((byte, i) => {
    context.globalAlpha = byte / 255;
    context.fillRect(i % seen.width, Math.floor(i / seen.width), 1, 1);
  });
}

function show() {
  const reading = read(NETWORK, WEIGHTS, strokes);
  const shares = reading?.probabilities ?? [];
  // The most probable; of yes and no yes from 0.5 on.
  let top = shares.indexOf(Math.max(...shares));
  if (reading && NETWORK.output === 'sigmoid') top = shares[1] >= 0.5 ? 1 : 0;
  answer.textContent = reading ? NETWORK.classes[top] : NETWORK.ask;
  answer.classList.toggle('empty', !reading);
  sure.textContent = reading ? percent(shares[top]) + ' sure' : '';
  rows.forEach(({ row, bar, share }, k) => {
    row.classList.toggle('top', k === top);
    bar.style.width = percent(shares[k] ?? 0).replace(' ', '');
    share.textContent = reading ? percent(shares[k]) : '';
  });
  drawPad();
  drawSeen(reading?.image ?? null);
}

function clear() {
  strokes = [];
  keyPen.down = false;
  show();
}

function place({ clientX, clientY, pointerType, pressure }) {
  const { left, top, width, height } = pad.getBoundingClientRect();
  const x = ((clientX - left) / width) * PAD_SIDE;
  const y = ((clientY - top) / height) * PAD_SIDE;
  // Mice and fingers tell nothing of the pressure.
  return pointerType === 'pen' && pressure > 0 ? { x, y, pressure } : { x, y };
}

pad.addEventListener('pointerdown', (event) => {
  if (pointer !== null || event.button !== 0) return;
  pointer = event.pointerId;
  pad.setPointerCapture(pointer);
  keyPen.shown = false;
  strokes.push([place(event)]);
  show();
});
pad.addEventListener('pointermove', (event) => {
  if (event.pointerId !== pointer) return;
  const all = event.getCoalescedEvents?.() ?? [];
  strokes.at(-1).push(...(all.length > 0 ? all : [event]).map(place));
  show();
});
for (const name of ['pointerup', 'pointercancel']) {
  pad.addEventListener(name, (event) => {
    if (event.pointerId === pointer) pointer = null;
  });
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The arrow keys move the pen, the space bar puts it down and lifts it.
function press({ key, shiftKey }) {
  if (key === 'Delete' || key === 'Escape') clear();
  else if (key === 'Backspace') strokes.pop();
  else if (key === ' ') keyPen.down = !keyPen.down;
  else if (key in ARROWS) {
    const step = shiftKey ? 30 : 10;
    keyPen.x = clamp(keyPen.x + ARROWS[key][0] * step, 0, PAD_SIDE);
    keyPen.y = clamp(keyPen.y + ARROWS[key][1] * step, 0, PAD_SIDE);
  } else return false;
  const point = { x: keyPen.x, y: keyPen.y };
  if (key === 'Backspace') keyPen.down = false;
  else if (keyPen.down) {
    if (key === ' ') strokes.push([point]);
    else strokes.at(-1).push(point);
  }
  return true;
}

pad.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !press(event)) return;
  event.preventDefault();
  keyPen.shown = true;
  show();
});
pad.addEventListener('blur', () => {
  keyPen.down = keyPen.shown = false;
  drawPad();
});
find('clear').addEventListener('click', clear);
addEventListener('resize', drawPad);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
show();
`;
