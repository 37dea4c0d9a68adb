// SPDX-License-Identifier: MIT
// The C header, compiled by a real compiler without a warning, against the library's predict().
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cFloat, writeC } from '../../../../web/src/lib/formats/documents/c.ts';
import { furthest, type Made, noise, SMALL, trained, untrained, wellFormed } from './networks.ts';
import { C_COMPILER, inFolder, isMissing, numbersIn, run } from './run.ts';

/** Prints the test's verdict, the names as bytes, then for each image its answer and probabilities. */
const MAIN = `
#include <stdio.h>
#include "model.h"
int main(void) {
  unsigned char pixels[MLP_PIXELS];
  float probabilities[MLP_OUTPUTS];
  printf("%d\\n", mlp_test());
  for (size_t k = 0; k < sizeof mlp_names / sizeof *mlp_names; ++k) {
    for (const char *c = mlp_names[k]; *c; ++c) printf("%d ", (unsigned char)*c);
    printf("\\n");
  }
  FILE *file = fopen("images.bin", "rb");
  if (!file) return 1;
  while (fread(pixels, 1, MLP_PIXELS, file) == MLP_PIXELS) {
    printf("%d", predict(pixels, probabilities));
    for (int k = 0; k < MLP_OUTPUTS; ++k) printf(" %.9g", (double)probabilities[k]);
    printf("\\n");
  }
  return 0;
}
`;
const STRICT = ['-std=c99', '-Wall', '-Wextra', '-Wpedantic', '-Werror', '-Wconversion'];

/** Compiles and runs it on noise; answers and probabilities of both. */
async function compare({ trainer, model }: Made, header = writeC(model)) {
  const [pixels = 0] = model.snapshot.network.layers;
  const images = noise(100, pixels);
  const expected = await trainer.predict(images);
  return inFolder((folder) => {
    writeFileSync(join(folder, 'model.h'), header);
    writeFileSync(join(folder, 'main.c'), MAIN);
    writeFileSync(join(folder, 'unused.c'), '#include "model.h"\nint main(void) { return 0; }\n');
    writeFileSync(join(folder, 'images.bin'), images);
    run(folder, C_COMPILER ?? '', [...STRICT, 'unused.c', '-o', 'unused', '-lm']);
    run(folder, C_COMPILER ?? '', [...STRICT, '-O2', 'main.c', '-o', 'main', '-lm']);
    const [[passed] = [], ...lines] = numbersIn(run(folder, join(folder, 'main'), []));
    const count = lines.length - 100;
    const found = lines.slice(count);
    const outputs = model.snapshot.network.layers.at(-1) ?? 0;
    const answers = found.map((_, i) => {
      const row = [...expected.slice(i * outputs, (i + 1) * outputs)];
      return outputs === 1 ? Number((row[0] ?? 0) >= 0.5) : row.indexOf(Math.max(...row));
    });
    return {
      passed,
      names: lines.slice(0, count).map((bytes) => new TextDecoder().decode(Uint8Array.from(bytes))),
      dp: furthest(found.map((row) => row.slice(1)).flat(), expected),
      different: found.filter(([answer], i) => answer !== answers[i]).length,
    };
  });
}

const header = (made: Made): string => new TextDecoder().decode(writeC(made.model));

describe.skipIf(isMissing(C_COMPILER, 'C compiler'))(
  'a C compiler takes it without a warning',
  () => {
    test('digits: the same answers', async () => {
      const made = await trained();
      const { passed, dp, different } = await compare(made);
      // eslint-disable-next-line no-console -- the figures are what one wants to see
      console.info(`C: max |dp| ${dp}`);
      expect({ passed, different }).toEqual({ passed: 1, different: 0 });
      expect(dp).toBeLessThan(1e-5);
      made.trainer.dispose();
    });

    test.each(SMALL)('%s, with wild names', async (_, network, notes) => {
      const made = await untrained(network, notes);
      const { passed, names, dp, different } = await compare(made);
      expect({ passed, different }).toEqual({ passed: 1, different: 0 });
      expect(names).toEqual(notes.classes?.map(wellFormed));
      expect(dp).toBeLessThan(1e-5);
      made.trainer.dispose();
    });

    test('its own test fails where a weight is another', async () => {
      const made = await untrained({ layers: [64, 5, 3] });
      const spoilt = header(made).replace(/(mlp_b2\[\] = \{\n)[^,]*/, '$10.5f');
      expect((await compare(made, new TextEncoder().encode(spoilt))).passed).toBe(0);
      made.trainer.dispose();
    });
  },
);

describe('the header', () => {
  test('has a predict() of about 30 lines', async () => {
    const made = await untrained({ layers: [64, 5, 3] });
    const body = /static inline int predict[^]*?\n}\n/.exec(header(made))?.[0] ?? '';
    expect(body.split('\n').length).toBeLessThanOrEqual(31);
    made.trainer.dispose();
  });

  test.each([0, 1, -0.5, 2 ** 30, 1.1754944e-38, 1e-45, 3.4028235e38, Math.fround(Math.PI)])(
    'writes %d so that C reads it back',
    (value) => {
      const text = cFloat(Math.fround(value));
      expect(text).toMatch(/^-?\d+(\.\d+)?(e[+-]\d+)?f$/);
      expect(text).toMatch(/[.e]/);
      expect(Math.fround(Number(text.slice(0, -1)))).toBe(Math.fround(value));
    },
  );

  test('is refused where a weight is no number', async () => {
    const { model, trainer } = await untrained({ layers: [64, 5, 3] });
    model.snapshot.layers[1]?.W.fill(NaN, 0, 1);
    expect(() => writeC(model)).toThrow(/Layer 2 has a weight that is infinite or no number/);
    trainer.dispose();
  });
});
