// SPDX-License-Identifier: MIT
import { DEFAULT_TRAINING } from '../../settings.ts';
import { toUtf8 } from '../bytes.ts';
import type { Model } from '../model.ts';
import { writeSafetensors } from '../safetensors/write.ts';
import { archiveOf, idxOf } from './code/archive.ts';
import { FILES } from './continue/files-py.ts';
import { NETWORK } from './continue/network-py.ts';
import { TRAIN } from './continue/train-py.ts';
import { exampleImages } from './example.ts';
import { forward } from './forward.ts';
import { type PlainNetwork, plainNetwork, sidesOf } from './network.ts';

/** Images whose answers are compared before anything else. */
const COUNT = 32;

const HOW = [
  'To go on training it in PyTorch (1.13 or newer; nothing else is needed), on one machine:',
  '  python3 train.py DATA --epochs 3',
  "DATA is a folder with MNIST's four IDX files, gzipped or not, or with your own under these names:",
  '  train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte',
  'On several processes, or on several machines as torchrun has it:',
  '  torchrun --nproc_per_node=4 train.py DATA --epochs 3',
  '',
  'It begins by checking that the network answers as it did on the page. Then it goes on with the',
  'same method, what that remembers, and the same schedule: that of the run that was under way, or',
  'else one over the epochs that are asked for. An epoch that had begun is not finished; the next',
  'one goes through all images, in an order of its own. settings.json may be changed. In the end it',
  "writes model-trained.safetensors, which MLP Scratchpad's 'Open model' takes.",
];

/** Images, and the probabilities that the network gives them. */
function expectedFiles(model: Model, network: PlainNetwork): Record<string, Uint8Array> {
  const { width, height } = sidesOf(model);
  const images = exampleImages(COUNT, width, height);
  const side = width * height;
  const probabilities = Array.from({ length: COUNT }, (_, k) =>
    Array.from(forward(network, images.subarray(k * side, (k + 1) * side))),
  );
  const expected = { testAccuracy: model.notes.figures?.testAccuracy ?? null, probabilities };
  return {
    'expected.json': toUtf8(`${JSON.stringify(expected)}\n`),
    'expected-idx3-ubyte': idxOf(images, COUNT, height, width),
  };
}

/** All settings of the network and of its training, by their names. */
function settingsOf({ snapshot, notes }: Model): Uint8Array {
  const run = snapshot.run?.next ?? snapshot.run;
  const training = run?.settings ?? notes.training ?? DEFAULT_TRAINING;
  return toUtf8(`${JSON.stringify({ ...snapshot.network, ...training }, null, 2)}\n`);
}

/**
 * A zip that goes on training in PyTorch, on one machine or many: the network with what its optimizer
 * remembers, its settings, train.py, and answers to begin by.
 * @throws ScratchpadError 'badData' when a number is not finite
 */
export function writeContinue(model: Model): Uint8Array {
  const network = plainNetwork(model);
  const files = {
    'model.safetensors': writeSafetensors(model, { memory: true }),
    'settings.json': settingsOf(model),
    'train.py': toUtf8(TRAIN),
    'network.py': toUtf8(NETWORK),
    'files.py': toUtf8(FILES),
    ...expectedFiles(model, network),
  };
  return archiveOf(model, network, files, HOW);
}
