// SPDX-License-Identifier: MIT
// Drawings of digits by people, as pen strokes: the file that stands beside the folder of MNIST, or
// in STROKES_DIR. It is read to measure, never to train.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UserError } from '../../../scripts/lib/log.mjs';
import { root } from '../../../scripts/lib/paths.mjs';

const FILE = 'pendigits-tra.jsonl.gz';

/** The path of the file; the folders are those of tests/web/shared-folder.ts, and two more. */
function findFile() {
  const { STROKES_DIR, MNIST_DIR, MLP_SHARED } = process.env;
  const folders = [
    STROKES_DIR,
    MNIST_DIR && join(MNIST_DIR, '../strokes'),
    join(MLP_SHARED ?? resolve(root, '../shared'), 'data/strokes'),
  ].filter(Boolean);
  const found = folders.map((folder) => join(folder, FILE)).find((file) => existsSync(file));
  if (found) return found;
  throw new UserError(
    `There are no drawings here: ${FILE} is in none of ${folders.join(', ')}. Set STROKES_DIR to ` +
      'its folder.',
  );
}

/**
 * All drawings as {id, label, writer, strokes}; strokes have x and y by turns, y downward.
 * @param path of a file with one drawing as JSON a line, gzipped or not
 */
export function readDrawings(path = findFile()) {
  const bytes = readFileSync(path);
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const lines = (packed ? gunzipSync(bytes) : bytes).toString().trim().split('\n');
  return lines.map((line, i) => {
    const { id = `${i + 1}`, label, writer = 'unknown', strokes } = JSON.parse(line);
    return { id, label, writer: String(writer), strokes };
  });
}

/**
 * Which half of the writers a drawing is of, by turns in the order of their names. The generator was
 * judged by the errors of the 'seen' half alone; the others tell whether that was fitted to them.
 */
export function halvesOf(drawings) {
  const writers = [...new Set(drawings.map(({ writer }) => writer))].sort();
  return new Map(writers.map((writer, i) => [writer, i % 2 === 0 ? 'seen' : 'held out']));
}
