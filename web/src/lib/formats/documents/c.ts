// SPDX-License-Identifier: MIT
import { toUtf8 } from '../bytes.ts';
import type { Model } from '../model.ts';
import { cHeader } from './c/header.ts';
import { factsOf, titleOf } from './describe.ts';
import { commentText, cString } from './escape.ts';
import { exampleImage } from './example.ts';
import { answerOf, forward } from './forward.ts';
import { plainNetwork, sidesOf } from './network.ts';

/** A float32 as C has it: nine digits give back the same bits. */
export function cFloat(value: number): string {
  const [digits = '', exponent] = value.toPrecision(9).split('e');
  const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  const whole = exponent === undefined && !short.includes('.') ? `${short}.0` : short;
  return `${whole}${exponent === undefined ? '' : `e${exponent}`}f`;
}

/** Texts with commas, so many in a line. */
function inLines(texts: readonly string[], inALine: number): string {
  let all = '';
  for (let i = 0; i < texts.length; i += inALine) {
    all += `${texts.slice(i, i + inALine).join(',')},\n`;
  }
  return all;
}

const floats = (values: Float32Array): string => inLines(Array.from(values, cFloat), 8);

/**
 * One header of C99: the weights, exactly; the names of the answers; predict(); and mlp_test(), which
 * compares its answer to an image with the one that is expected.
 * @throws ScratchpadError 'badData' when a number is not finite
 */
export function writeC(model: Model): Uint8Array {
  const network = plainNetwork(model);
  const { layers, hidden, output, classes, weights } = network;
  const { width, height } = sidesOf(model);
  const image = exampleImage(width, height);
  const probabilities = forward(network, image);
  const header = cHeader({
    about: [titleOf(model), ...factsOf(model)].map(commentText),
    names: classes.map(cString),
    ...{ layers, hidden, output },
    weights: weights.map(({ W, b }) => ({ W: floats(W), b: floats(b) })),
    image: inLines(Array.from(image, String), width),
    expected: floats(probabilities),
    answer: answerOf(output, probabilities),
  });
  return toUtf8(header);
}
