// SPDX-License-Identifier: MIT
// The rasteriser of cpp/src/data/ in plain JavaScript, as the text that goes into the file. It takes
// the same steps in float32 (f rounds to it), so that it makes the same bytes.

export const RASTER = String.raw`
const f = Math.fround;
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

const PEN_WIDTH = f(2.4);
const PEN_SOFTNESS = 1;
const REACH = f(0.5 * f(PEN_WIDTH + PEN_SOFTNESS));
const SIDE = 28; // of the image
const BOX = 20; // the ink is fitted to a box of 20 x 20 pixels

// Bounding boxes: { left, top, right, bottom }.
const noBox = () => ({ left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity });
const isEmpty = (box) => box.left > box.right;
const extent = (box) => (isEmpty(box) ? 0 : Math.max(box.right - box.left, box.bottom - box.top));

function add(box, x, y) {
  box.left = Math.min(box.left, x);
  box.right = Math.max(box.right, x);
  box.top = Math.min(box.top, y);
  box.bottom = Math.max(box.bottom, y);
}

function addBox(box, other) {
  if (isEmpty(other)) return;
  add(box, other.left, other.top);
  add(box, other.right, other.bottom);
}

function boxOf(strokes) {
  const box = noBox();
  for (const stroke of strokes) for (const { x, y } of stroke) add(box, x, y);
  return box;
}

// Between the nearest sides of two boxes; 0 when they meet.
const gap = (a, b) =>
  Math.max(0, a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);

// The drawing without the strokes that the pen made by a slip: at most two, far smaller than the
// others or far away from them.
function withoutSlips(strokes) {
  if (strokes.length < 2) return strokes;
  const boxes = strokes.map((stroke) => boxOf([stroke]));
  const largest = Math.max(...boxes.map(extent));
  const isTiny = (box) => extent(box) < (1 / 12) * largest;
  const isSlip = boxes.map((box, i) => {
    const others = noBox();
    boxes.forEach((other, j) => {
      if (j !== i && !isTiny(other)) addBox(others, other);
    });
    const lost =
      !isEmpty(others) &&
      extent(box) < (1 / 5) * extent(others) &&
      gap(box, others) > (1 / 6) * extent(others);
    return isTiny(box) || lost;
  });
  const kept = strokes.filter((_, i) => !isSlip[i]);
  // A drawing made of dots has no slips.
  const dots = largest < (1 / 3) * extent(boxOf(kept));
  return strokes.length - kept.length > 2 || dots ? strokes : kept;
}

// Where the pen is pressed more than on average the line is wider.
function widthFactor(pressure, mean) {
  if (pressure === mean || !(mean > 0)) return 1;
  const factor = f(1 + f(0.5 * f(f(pressure / mean) - 1)));
  return clamp(factor, Math.max(f(0.6), f(1 / PEN_WIDTH)), 1.5);
}

// Takes the squared distance of each pixel near to the segment a ... b into account.
function drawSegment(distances, a, b, factor) {
  const dx = f(b.x - a.x);
  const dy = f(b.y - a.y);
  const length2 = f(f(dx * dx) + f(dy * dy));
  const inverse = length2 > 0 ? f(1 / length2) : 0;
  const reach = f(REACH * factor);
  const toPen = f(1 / f(factor * factor));
  const first = (low) => Math.trunc(clamp(f(f(low - reach) + 0.5), 0, BOX));
  const last = (high) => Math.trunc(clamp(f(f(high + reach) - 0.5), -1, BOX - 1));
  const [x0, x1] = [first(Math.min(a.x, b.x)), last(Math.max(a.x, b.x))];
  const [y0, y1] = [first(Math.min(a.y, b.y)), last(Math.max(a.y, b.y))];
  for (let y = y0; y <= y1; y += 1) {
    const py = f(f(y + 0.5) - a.y);
    for (let x = x0; x <= x1; x += 1) {
      const px = f(f(x + 0.5) - a.x);
      const along = clamp(f(f(f(px * dx) + f(py * dy)) * inverse), 0, 1);
      const ex = f(px - f(along * dx));
      const ey = f(py - f(along * dy));
      const i = y * BOX + x;
      distances[i] = Math.min(distances[i], f(f(f(ex * ex) + f(ey * ey)) * toPen));
    }
  }
}

function drawStroke(distances, stroke, layout, mean) {
  let last = null;
  let current = null;
  const drawTo = (p) => {
    const factor = f(0.5 * f(widthFactor(last.pressure, mean) + widthFactor(p.pressure, mean)));
    drawSegment(distances, last, p, factor);
    last = p;
  };
  for (const point of stroke) {
    current = layout(point);
    if (last === null) {
      last = current;
      drawTo(current);
    } else if (f(Math.abs(f(current.x - last.x)) + Math.abs(f(current.y - last.y))) >= f(0.1)) {
      drawTo(current);
    }
  }
  if (last !== null) drawTo(current);
}

// Full ink inside the line, none out of reach, a smooth step between.
function inkAt(distance2) {
  const depth = f(f(REACH - f(Math.sqrt(distance2))) / PEN_SOFTNESS);
  const t = clamp(depth, 0, 1);
  return f(f(t * t) * f(3 - f(2 * t)));
}

// The box moved by whole pixels: its centre of mass to that of the image.
function centred(ink) {
  let [sum, sumX, sumY] = [0, 0, 0];
  ink.forEach((value, i) => {
    sum = f(sum + value);
    sumX = f(sumX + f(value * (i % BOX)));
    sumY = f(sumY + f(value * Math.floor(i / BOX)));
  });
  const shift = (mean) => clamp(14 - Math.trunc(f(mean + 0.5)), 0, SIDE - BOX);
  const [left, top] = [shift(f(sumX / sum)), shift(f(sumY / sum))];
  const image = new Uint8Array(SIDE * SIDE);
  ink.forEach((value, i) => {
    const at = (top + Math.floor(i / BOX)) * SIDE + left + (i % BOX);
    image[at] = Math.trunc(f(f(value * 255) + 0.5));
  });
  return image;
}

// The image of a drawing as MNIST shows digits: 28 x 28 bytes, 0 paper ... 255 ink; null where there
// is no ink. strokes: lists of points { x, y, pressure }, y downward, in any unit.
function rasterise(strokes) {
  const points = strokes.map((stroke) =>
    stroke.map(({ x, y, pressure = 0.5 }) => ({ x: f(x), y: f(y), pressure: f(pressure) })),
  );
  const all = points.flat();
  if (all.length === 0) return null;
  const kept = withoutSlips(points);
  const box = boxOf(kept);
  const scale = extent(box) > 0 ? (BOX - PEN_WIDTH) / extent(box) : 0;
  const offsetX = 0.5 * (BOX - (box.right - box.left) * scale);
  const offsetY = 0.5 * (BOX - (box.bottom - box.top) * scale);
  const layout = ({ x, y, pressure }) => ({
    x: f((x - box.left) * scale + offsetX),
    y: f((y - box.top) * scale + offsetY),
    pressure,
  });
  const pressures = kept.flat().map(({ pressure }) => pressure);
  const mean = f(pressures.reduce((sum, one) => sum + one, 0) / pressures.length);
  const distances = new Float32Array(BOX * BOX).fill(f(REACH * REACH));
  for (const stroke of kept) drawStroke(distances, stroke, layout, mean);
  const darkest = inkAt(distances.reduce((least, one) => Math.min(least, one)));
  if (darkest === 0) return null;
  return centred(distances.map((distance2) => f(inkAt(distance2) / darkest)));
}
`;
