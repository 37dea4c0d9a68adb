// SPDX-License-Identifier: MIT

/** All that an iteration gives, in its order; of train() the epochs. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
