// SPDX-License-Identifier: MIT
// Misread drawings on one sheet, as an SVG: what the network saw, what it was, what was answered.
import { crc32, deflateSync } from 'node:zlib';

const SIDE = 28;
const CELL = { width: 76, height: 78, image: 56, columns: 14, head: 34 };

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG in shades of grey; `ink` has width * height bytes, 255 is black. */
function png(ink, width, height) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // bits; all else 0: greys, no interlace
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = 255 - ink[y * width + x];
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param readings [{id, image, label, answer, probability}], as they are to stand
 * @returns the text of an SVG file
 */
export function contactSheet(title, readings) {
  const { columns, head } = CELL;
  const ink = new Uint8Array(SIDE * SIDE * Math.max(1, readings.length));
  readings.forEach(({ image }, i) => ink.set(image, i * SIDE * SIDE));
  const strip = png(ink, SIDE, SIDE * Math.max(1, readings.length)).toString('base64');
  const width = columns * CELL.width;
  const height = head + Math.ceil(readings.length / columns) * CELL.height;
  // One strip of all images, of which each cell shows its own.
  const cells = readings.map(({ id, label, answer, probability }, i) => {
    const x = (i % columns) * CELL.width + (CELL.width - CELL.image) / 2;
    const y = head + Math.floor(i / columns) * CELL.height;
    const text = `${label} read as ${answer < 0 ? 'nothing' : answer}`;
    return (
      `<svg x="${x}" y="${y}" width="${CELL.image}" height="${CELL.image}" ` +
      `viewBox="0 ${i * SIDE} ${SIDE} ${SIDE}"><use href="#strip"/></svg>` +
      `<text x="${x + CELL.image / 2}" y="${y + CELL.image + 12}">${label} → ` +
      `${answer < 0 ? '–' : answer} ${Math.round(100 * probability)} %` +
      `<title>${id}: ${text}</title></text>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<style>text{font:11px system-ui,sans-serif;text-anchor:middle}.title{font-size:15px;text-anchor:start}image{image-rendering:pixelated}</style>
<defs><image id="strip" width="${SIDE}" height="${SIDE * Math.max(1, readings.length)}" href="data:image/png;base64,${strip}"/></defs>
<rect width="100%" height="100%" fill="#fff"/>
<text class="title" x="8" y="22">${title}</text>
${cells.join('\n')}
</svg>
`;
}
