// SPDX-License-Identifier: MIT

/** 'fc2' before 'fc10': runs of digits count as numbers. */
export function naturally(a: string, b: string): number {
  const [ofA, ofB] = [parts(a), parts(b)];
  for (let i = 0; i < Math.min(ofA.length, ofB.length); i += 1) {
    const [x = '', y = ''] = [ofA[i], ofB[i]];
    const [m, n] = [Number(x), Number(y)];
    const order = Number.isNaN(m) || Number.isNaN(n) ? Number(x > y) - Number(x < y) : m - n;
    if (order !== 0) return order;
  }
  return ofA.length - ofB.length;
}

const parts = (name: string): string[] => name.match(/\d+|\D+/g) ?? [];
