// SPDX-License-Identifier: MIT
import { toUtf8 } from '../bytes.ts';
import type { Model } from '../model.ts';
import { aboutOf, archiveOf, exampleOf } from './code/archive.ts';
import { CMAKE, predictCpp } from './code/predict-cpp.ts';
import { commentText, cString } from './escape.ts';
import { floatsOf, plainNetwork } from './network.ts';

/**
 * A zip with predict.cpp, which does the verbs of the notes on Eigen, its weights, an example and the
 * answer to expect.
 * @throws ScratchpadError 'badData' when a number is not finite
 */
export function writeCodeCpp(model: Model): Uint8Array {
  const network = plainNetwork(model);
  const { layers, hidden, output, positive, classes } = network;
  const program = predictCpp({
    about: aboutOf(model).map(commentText),
    ...{ layers, hidden, output, positive },
    names: classes.map(cString),
  });
  const { image, answer, probabilities } = exampleOf(model, network);
  const files = {
    'predict.cpp': toUtf8(program),
    'CMakeLists.txt': toUtf8(CMAKE),
    'weights.bin': floatsOf(model.snapshot.layers),
    'example-idx3-ubyte': image,
    'expected.txt': toUtf8(`${[answer, ...probabilities].join(' ')}\n`),
  };
  return archiveOf(model, network, files, [
    'It needs a C++17 compiler and Eigen 3.4 or newer. Run:',
    '  g++ -std=c++17 -O2 -I /usr/include/eigen3 predict.cpp -o predict && ./predict',
    'or with CMake as CMakeLists.txt says.',
  ]);
}
