// SPDX-License-Identifier: MIT
// The programs: run as they come out of their archives, against the library's predict().
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Model } from '../../../../web/src/lib/formats/model.ts';
import { writeCodeCpp } from '../../../../web/src/lib/formats/documents/code-cpp.ts';
import { writeCodeKeras } from '../../../../web/src/lib/formats/documents/code-keras.ts';
import { writeCodeNumpy } from '../../../../web/src/lib/formats/documents/code-numpy.ts';
import { writeCodePytorch } from '../../../../web/src/lib/formats/documents/code-pytorch.ts';
import { findPython } from '../python.ts';
import { mnistFolder } from '../../shared-folder.ts';
import {
  furthest,
  type Made,
  noise,
  SMALL,
  trained,
  untrained,
  WILD,
  wellFormed,
} from './networks.ts';
import {
  CPP_COMPILER,
  eigenFolder,
  idxOf,
  inFolder,
  isMissing,
  numbersIn,
  run,
  unpackInto,
} from './run.ts';

interface Program {
  readonly write: (model: Model) => Uint8Array;
  /** Makes the program ready in its folder, and says how it is started. */
  readonly prepare: (folder: string) => readonly [string, ...string[]];
  readonly missing: boolean;
}

const NUMPY = findPython('numpy');
const TORCH = findPython('torch', 'numpy');
const KERAS = findPython('keras', 'numpy');
const EIGEN = eigenFolder();
const python = (program: string | null) => (): [string, string] => [program ?? '', 'predict.py'];

const PROGRAMS: Readonly<Record<string, Program>> = {
  NumPy: {
    write: writeCodeNumpy,
    prepare: python(NUMPY),
    missing: NUMPY === null,
  },
  PyTorch: {
    write: writeCodePytorch,
    prepare: python(TORCH),
    missing: TORCH === null,
  },
  [KERAS === null ? "a stand-in for Keras' calls" : 'Keras']: {
    write: writeCodeKeras,
    prepare: (folder) => {
      const standIn = join(import.meta.dirname, 'keras_stand_in.py');
      if (KERAS === null) copyFileSync(standIn, join(folder, 'keras.py'));
      return python(KERAS ?? NUMPY)();
    },
    missing: NUMPY === null,
  },
  'C++': {
    write: writeCodeCpp,
    prepare: (folder) => {
      const strict = ['-std=c++17', '-Wall', '-Wextra', '-Wpedantic', '-Werror'];
      const files = ['predict.cpp', '-o', 'predict'];
      run(folder, CPP_COMPILER ?? '', [...strict, '-isystem', EIGEN ?? '', '-O1', ...files]);
      return [join(folder, 'predict')];
    },
    missing: isMissing(CPP_COMPILER, 'C++ compiler') || isMissing(EIGEN, 'Eigen'),
  },
};

/** As the README has them. */
const oneLines = (names: readonly string[]): string[] =>
  names.map((name) => wellFormed(name).replace(/[\n\u2028]/g, ' '));

/** What it says of its example, of noise, and of labels that the library agrees with but for one. */
async function runOn({ trainer, model }: Made, { write, prepare }: Program) {
  const { layers, output, positive } = model.snapshot.network;
  const [pixels = 0] = layers;
  const outputs = layers.at(-1) ?? 0;
  const images = noise(20, pixels);
  const expected = await trainer.predict(images);
  const answers = Array.from({ length: 20 }, (_, i) => {
    const row = [...expected.slice(i * outputs, (i + 1) * outputs)];
    return outputs === 1 ? Number((row[0] ?? 0) >= 0.5) : row.indexOf(Math.max(...row));
  });
  const labelOf = (answer: number) =>
    output === 'softmax' ? answer : answer === 1 ? positive : positive + 1;
  const labels = Uint8Array.from(answers, labelOf);
  labels[7] = labelOf((answers[7] ?? 0) === 0 ? 1 : 0);
  return inFolder((folder) => {
    const files = unpackInto(folder, write(model));
    writeFileSync(join(folder, 'images'), idxOf(images, 20, pixels / 4, 4));
    writeFileSync(join(folder, 'labels'), idxOf(labels, 20));
    const [program, ...args] = prepare(folder);
    const lines = numbersIn(run(folder, program, [...args, 'images']));
    return {
      files,
      readme: readFileSync(join(folder, 'README.txt'), 'utf8'),
      example: run(folder, program, args),
      accuracy: run(folder, program, [...args, 'images', 'labels']),
      dp: furthest(lines.map((row) => row.slice(1)).flat(), expected),
      different: lines.filter(([answer], i) => answer !== answers[i]).length,
    };
  });
}

for (const [name, program] of Object.entries(PROGRAMS)) {
  // Loading PyTorch and compiling Eigen take their time: each activation once.
  const some = SMALL.filter((_, i) => name === 'NumPy' || i % 4 === 0 || i % 4 === 3);
  describe.skipIf(program.missing)(name, () => {
    test('digits: runs at once, and answers as the library does', async () => {
      const made = await trained();
      const { files, example, accuracy, dp, different } = await runOn(made, program);
      // eslint-disable-next-line no-console -- the figures are what one wants to see
      console.info(`${name}: ${files.join(', ')}; max |dp| ${dp}; ${accuracy.trim()}`);
      expect(example).toContain('This is as expected.');
      expect(accuracy).toBe('accuracy: 0.9500 (19 of 20 correct)\n');
      expect(different).toBe(0);
      expect(dp).toBeLessThan(1e-5);
      made.trainer.dispose();
    });

    test.each(some)('%s, with wild names', async (_, network, notes) => {
      const made = await untrained(network, notes);
      const { readme, example, accuracy, dp, different } = await runOn(made, program);
      expect(example).toContain('This is as expected.');
      expect(accuracy).toContain('19 of 20');
      expect(different).toBe(0);
      expect(dp).toBeLessThan(1e-5);
      for (const line of oneLines(notes.classes ?? [])) expect(readme).toContain(line);
      made.trainer.dispose();
    });
  });
}

test.skipIf(NUMPY === null)('Python has the names as they were', async () => {
  const made = await untrained({ layers: [64, 3] }, { classes: WILD });
  await inFolder((folder) => {
    unpackInto(folder, writeCodeNumpy(made.model));
    const program = 'import json, predict; print(json.dumps(predict.CLASSES))';
    expect(JSON.parse(run(folder, NUMPY ?? '', ['-c', program]))).toEqual(WILD.map(wellFormed));
  });
  made.trainer.dispose();
});

const mnist = mnistFolder();
const figures = NUMPY !== null && mnist !== null;

describe.skipIf(!figures)("on MNIST's own files", () => {
  test('gzipped too, and a damaged one is refused with its name', async () => {
    const made = await trained();
    await inFolder((folder) => {
      unpackInto(folder, writeCodeNumpy(made.model));
      const files = ['t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'].map((name) =>
        join(mnist ?? '', `${name}.gz`),
      );
      const said = run(folder, NUMPY ?? '', ['predict.py', ...files]);
      expect(said).toMatch(/^accuracy: 0\.\d{4} \(\d+ of 10000 correct\)$/m);
      writeFileSync(join(folder, 'cut'), idxOf(noise(3, 784), 5, 28, 28));
      expect(() => run(folder, NUMPY ?? '', ['predict.py', 'cut'])).toThrow(
        /cut: says 3920 bytes, but has 2352/,
      );
    });
    made.trainer.dispose();
  });
});
