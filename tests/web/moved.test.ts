// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { buffersIn } from '../../web/src/lib/moved.ts';

test('the buffers of an answer are found at any depth, each once; shared memory stays', () => {
  const both = new ArrayBuffer(8);
  const [first, second] = [new Float32Array(both, 0, 1), new Float32Array(both, 4, 1)];
  const alone = new Uint8Array(3);
  const shared = new Uint8Array(new SharedArrayBuffer(4));
  const answer = {
    layers: [{ W: first, b: second }],
    run: null,
    name: 'x',
    deep: { alone, shared },
  };
  expect(buffersIn(answer)).toEqual([both, alone.buffer]);
  const moved = structuredClone({ ...answer, deep: { alone } }, { transfer: buffersIn(answer) });
  expect(moved.layers[0]?.b).toEqual(new Float32Array(1));
  expect(both.byteLength).toBe(0);
  expect(buffersIn(null)).toEqual([]);
});
