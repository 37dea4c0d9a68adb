// SPDX-License-Identifier: MIT
// What the archives of code have in common: the example, what is expected, a README.
import { joined, toUtf8 } from '../../bytes.ts';
import type { Model } from '../../model.ts';
import { zipOf } from '../../zip-writer.ts';
import { factsOf, oneLine, titleOf } from '../describe.ts';
import { docText, pythonString } from '../escape.ts';
import { exampleImage } from '../example.ts';
import { answerOf, forward } from '../forward.ts';
import { type PlainNetwork, plainNetwork, sidesOf } from '../network.ts';
import { predictPy } from './predict-py.ts';

/** Images as an IDX file. */
export function idxOf(images: Uint8Array, count: number, height: number, width: number) {
  const header = new DataView(new ArrayBuffer(16));
  [0x0803, count, height, width].forEach((number, i) => header.setUint32(4 * i, number));
  return joined([new Uint8Array(header.buffer), images]);
}

/** An image to test with, and what the network answers. */
export interface Example {
  /** As an IDX file. */
  readonly image: Uint8Array;
  readonly answer: number;
  readonly probabilities: readonly number[];
}

export function exampleOf(model: Model, network: PlainNetwork): Example {
  const { width, height } = sidesOf(model);
  const image = exampleImage(width, height);
  const probabilities = forward(network, image);
  return {
    image: idxOf(image, 1, height, width),
    answer: answerOf(network.output, probabilities),
    probabilities: Array.from(probabilities),
  };
}

/** Title and facts, for the comment at the top of a program. */
export const aboutOf = (model: Model): string[] => [titleOf(model), ...factsOf(model)];

/**
 * Packs files with a README.
 * @param how its lines: what they need, and how they are run
 */
export function archiveOf(
  model: Model,
  { classes }: PlainNetwork,
  files: Readonly<Record<string, Uint8Array>>,
  how: readonly string[],
): Uint8Array {
  const names = classes.map((name, k) => `  ${k}  ${oneLine(name)}`);
  const lines = [...aboutOf(model), '', ...how, '', 'Answers:', ...names, ''];
  return zipOf({ 'README.txt': toUtf8(lines.join('\n')), ...files });
}

/** What a library's predict.py has of its own. */
export interface PythonProgram {
  readonly imports: string;
  readonly network: (network: PlainNetwork) => string;
  /** The file of the weights, and its name. */
  readonly weights: Readonly<Record<string, Uint8Array>>;
  /** What it needs, as pip has it. */
  readonly needs: string;
}

/** predict.py with its weights and the example. */
export function pythonArchive(model: Model, program: PythonProgram): Uint8Array {
  const network = plainNetwork(model);
  const { layers, output, positive, classes } = network;
  const text = predictPy({
    about: aboutOf(model).map(docText),
    imports: program.imports,
    network: program.network(network),
    classes: classes.map(pythonString),
    ...{ output, positive },
    pixels: layers[0] ?? 0,
  });
  const { image, ...expected } = exampleOf(model, network);
  const files = {
    'predict.py': toUtf8(text),
    ...program.weights,
    'example-idx3-ubyte': image,
    'expected.json': toUtf8(`${JSON.stringify(expected)}\n`),
  };
  return archiveOf(model, network, files, [
    `It needs Python 3.8 or newer with ${program.needs}. Run: python3 predict.py`,
  ]);
}
