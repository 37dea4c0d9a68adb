// SPDX-License-Identifier: MIT
// By which a run of own data is known to be of these very files.
import { sha256 } from '@noble/hashes/sha2.js'; // crypto.subtle wants HTTPS
import { bytesToHex } from '@noble/hashes/utils.js';
import type { LabelledImages } from '../../../lib/dataset.ts';

/** Hashed without a break, some 10 ms. */
const SLICE = 1 << 21;

interface Sized {
  readonly width: number;
  readonly height: number;
  readonly train: LabelledImages;
  readonly test: LabelledImages;
}

/** SHA-256 of the sizes, then of the images and labels of both parts, in hexadecimal. */
export async function ownChecksum({ width, height, train, test }: Sized): Promise<string> {
  const hash = sha256.create();
  const sizes = [width, height, train.labels.length, test.labels.length];
  hash.update(new Uint8Array(Uint32Array.from(sizes).buffer));
  for (const bytes of [train.images, train.labels, test.images, test.labels]) {
    for (let begin = 0; begin < bytes.length; begin += SLICE) {
      hash.update(bytes.subarray(begin, begin + SLICE));
      // The page goes on answering while a large set is hashed.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return bytesToHex(hash.digest());
}
