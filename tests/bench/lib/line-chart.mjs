// SPDX-License-Identifier: MIT
// Line charts with logarithmic axes as one SVG, a panel for each; its colours follow the reader's
// light or dark theme.

const PANEL = { width: 380, height: 260, left: 62, right: 16, top: 40, bottom: 46 };
const COLUMNS = 2;
/** Told apart by hue and by the shape of the dots; each reads on white and on near-black. */
const COLOURS = ['#2563c9', '#c2410c', '#0f8a5f', '#a21caf'];
const STYLE = `
  :root { color-scheme: light dark; }
  .paper { fill: #fff; }
  text { font: 12px system-ui, sans-serif; fill: #1f2430; font-variant-numeric: tabular-nums; }
  .title { font-weight: 600; font-size: 14px; }
  .grid { stroke: #d9dce3; }
  .axis { stroke: #6b7280; fill: none; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #14171f; }
    text { fill: #e6e8ee; }
    .grid { stroke: #313644; }
    .axis { stroke: #8b93a5; }
    .line0 { stroke: #7aa7ff; } .dot0 { fill: #7aa7ff; }
    .line1 { stroke: #ff9a5c; } .dot1 { fill: #ff9a5c; }
    .line2 { stroke: #4fd1a0; } .dot2 { fill: #4fd1a0; }
    .line3 { stroke: #e28bf0; } .dot3 { fill: #e28bf0; }
  }
`;

const escape = (text) =>
  String(text).replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c],
  );
const round = (value) => Number(value.toFixed(1));

/** 60,000 as 60k. */
function short(value) {
  const [unit, suffix] = value >= 1e6 ? [1e6, 'M'] : value >= 1000 ? [1000, 'k'] : [1, ''];
  return `${Number((value / unit).toPrecision(3))}${suffix}`;
}

/** From the logarithms of a range to places. */
function scale([low, high], from, to) {
  const span = Math.log(high / low) || 1;
  return (value) => from + ((to - from) * Math.log(value / low)) / span;
}

/** 1, 2 and 5 times powers of ten that lie in a range, and no more of them than can be read. */
function ticks([low, high]) {
  const marks = (steps) => {
    const list = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power += 1) {
      for (const step of steps) list.push(step * 10 ** power);
    }
    return list.filter((mark) => mark >= low * 0.999 && mark <= high * 1.001);
  };
  const fine = marks([1, 2, 5]);
  const coarse = marks([1]);
  return fine.length > 7 && coarse.length > 1 ? coarse : fine;
}

const rangeOf = (values) => [Math.min(...values), Math.max(...values)];

/** A range with room for a line in it, and never so narrow that noise looks like growth. */
function withRoom([low, high]) {
  const room = Math.max(1.25, Math.sqrt((6 * low) / high));
  return [low / room, high * room];
}

function dot(index, x, y) {
  const [cx, cy] = [round(x), round(y)];
  const attributes = `class="dot${index}" fill="${COLOURS[index]}"`;
  return index % 2 === 0
    ? `<circle ${attributes} cx="${cx}" cy="${cy}" r="3.2"/>`
    : `<rect ${attributes} x="${round(x - 3)}" y="${round(y - 3)}" width="6" height="6"/>`;
}

/**
 * @param panel {title, xLabel, yLabel, lines: [{name, points: [[x, y], ...]}]}, all above 0
 * @param names of all lines of all panels: each has its colour everywhere
 */
function drawPanel({ title, xLabel, yLabel, lines }, index, names) {
  const { width, height, left, right, top, bottom } = PANEL;
  const points = lines.flatMap((line) => line.points);
  const xs = [...new Set(points.map(([x]) => x))].sort((a, b) => a - b);
  const xRange = rangeOf(xs);
  const yRange = withRoom(rangeOf(points.map(([, y]) => y)));
  const toX = scale(xRange, left, width - right);
  const toY = scale(yRange, height - bottom, top);
  const parts = [
    `<text class="title" x="${left}" y="18">${escape(title)}</text>`,
    `<text x="${(left + width - right) / 2}" y="${height - 8}" text-anchor="middle">${escape(xLabel)}</text>`,
    `<text x="${left}" y="33">${escape(yLabel)}</text>`,
  ];
  for (const mark of ticks(yRange)) {
    const y = round(toY(mark));
    parts.push(
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${y}" y2="${y}"/>`,
      `<text x="${left - 7}" y="${y + 4}" text-anchor="end">${short(mark)}</text>`,
    );
  }
  // What was measured is what is marked; of many only every other.
  for (const [i, mark] of xs.entries()) {
    if (xs.length > 8 && i % 2 === 1) continue;
    const x = round(toX(mark));
    const text = mark < 10_000 ? mark : short(mark);
    parts.push(
      `<line class="axis" x1="${x}" x2="${x}" y1="${height - bottom}" y2="${height - bottom + 4}"/>`,
      `<text x="${x}" y="${height - bottom + 17}" text-anchor="middle">${text}</text>`,
    );
  }
  parts.push(
    `<path class="axis" d="M${left} ${top}V${height - bottom}H${width - right}"/>`,
    ...lines.flatMap(({ name, points: line }) => {
      const i = names.indexOf(name);
      const path = line.map(([x, y]) => `${round(toX(x))},${round(toY(y))}`).join(' ');
      return [
        `<polyline class="line${i}" stroke="${COLOURS[i]}" fill="none" stroke-width="2" points="${path}"/>`,
        ...line.map(([x, y]) => dot(i, toX(x), toY(y))),
      ];
    }),
  );
  const [column, rank] = [index % COLUMNS, Math.floor(index / COLUMNS)];
  return `<g transform="translate(${column * width} ${rank * height})">\n${parts.join('\n')}\n</g>`;
}

/** The names of the lines, in the room after the last panel or below it. */
function drawKey(names, panels) {
  const [x, y] = [
    (panels % COLUMNS) * PANEL.width + PANEL.left,
    Math.floor(panels / COLUMNS) * PANEL.height + PANEL.top,
  ];
  return names
    .map((name, i) => {
      const middle = y + 22 * i;
      const line = `<line class="line${i}" stroke="${COLOURS[i]}" stroke-width="2" x1="${x}" x2="${x + 26}" y1="${middle}" y2="${middle}"/>`;
      return `${line}${dot(i, x + 13, middle)}<text x="${x + 34}" y="${middle + 4}">${escape(name)}</text>`;
    })
    .join('\n');
}

/** @param description for who cannot see it; @param panels as drawPanel() has them */
export function lineCharts({ title, description, panels }) {
  const names = [...new Set(panels.flatMap(({ lines }) => lines.map(({ name }) => name)))];
  const ranks = Math.ceil((panels.length + 1) / COLUMNS); // one place for the key
  const [width, height] = [COLUMNS * PANEL.width, ranks * PANEL.height];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">${escape(title)}</title>
<desc id="description">${escape(description)}</desc>
<style>${STYLE}</style>
<rect class="paper" width="${width}" height="${height}"/>
${panels.map((panel, i) => drawPanel(panel, i, names)).join('\n')}
<g>
${drawKey(names, panels.length)}
</g>
</svg>
`;
}
