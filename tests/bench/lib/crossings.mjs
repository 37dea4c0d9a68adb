// SPDX-License-Identifier: MIT
// Up to which density a product that leaves out the zeros, with all that it needs, takes less time
// than the one that does not.

/** Densities at which the products that leave out the zeros are timed; between them is a line. */
export const DENSITIES = [0.1, 0.3, 0.5, 0.7, 0.9];
const M = 128;

/** n of the result from 1 panel of 32 rows to 25. */
const PANELS = [1, 2, 4, 8, 16, 25];
/** Units of a hidden layer before. */
const HIDDEN = 256;

/**
 * What is compared: the cases that the engine runs one after the other, with zeros left out and
 * not. `of` gives the sizes for a result of so many rows: only there the backward product differs.
 */
const layer = (nBefore) => (rows) => ({ n: rows, nBefore });
const backward = (nBefore) => (rows) => ({ n: nBefore, nBefore: rows });
export const PRODUCTS = [
  {
    what: 'X, forward',
    of: layer(784),
    sparse: ['list columns of images', 'forward, sparse, ReLU'],
    dense: ['gather', 'forward, dense, ReLU'],
  },
  {
    what: 'X, gradient',
    of: layer(784),
    sparse: ['list rows from columns', 'gradient, sparse, gradient descent'],
    dense: ['gradient, dense, gradient descent'],
  },
  {
    what: 'hidden, forward',
    of: layer(HIDDEN),
    sparse: ['list columns', 'forward, sparse, ReLU'],
    dense: ['forward, dense, ReLU'],
  },
  {
    what: 'hidden, backward',
    of: backward(HIDDEN),
    // The numbers of dZ (n, m) are listed: a case whose n_before is that n.
    sparse: ['list columns', 'backward, sparse, ReLU'],
    dense: ['backward, dense, ReLU'],
  },
  {
    what: 'hidden, gradient',
    of: layer(HIDDEN),
    sparse: ['list rows', 'gradient, sparse, gradient descent'],
    dense: ['gradient, dense, gradient descent'],
  },
];

const isList = (name) => /^(list|gather)/.test(name);

function line(product, name, rows, density) {
  // Lists do not know of the result's rows: measured once, with as many rows as are listed.
  const sizes = isList(name)
    ? { n: 1, nBefore: product.what.startsWith('X') ? 784 : HIDDEN }
    : product.of(rows);
  return { name, ...sizes, m: M, density, eigen: false };
}

const keyOf = (each) => JSON.stringify(each);

/** The lines to measure, each once. */
export function sweepPlan(panels = PANELS) {
  const lines = new Map();
  for (const product of PRODUCTS) {
    for (const rows of panels.map((each) => 32 * each)) {
      for (const name of product.sparse) {
        for (const density of DENSITIES) {
          const each = line(product, name, rows, density);
          lines.set(keyOf(each), each);
        }
      }
      for (const name of product.dense) {
        const each = line(product, name, rows, 0.5);
        lines.set(keyOf(each), each);
      }
    }
  }
  return [...lines.values()];
}

/** Where the line through the sparse times crosses the dense time; 0: never below, 1: always. */
function crossing(sparse, dense) {
  if (sparse[0] >= dense) return 0;
  for (let k = 1; k < sparse.length; k += 1) {
    if (sparse[k] < dense) continue;
    const share = (dense - sparse[k - 1]) / (sparse[k] - sparse[k - 1]);
    return DENSITIES[k - 1] + share * (DENSITIES[k] - DENSITIES[k - 1]);
  }
  return 1;
}

/** [{what, panels, crossing, sparse: [us per density], dense: us}] from a plan's measurements. */
export function findCrossings(plan, measured, panels = PANELS) {
  const times = new Map(plan.map((each, k) => [keyOf(each), measured[k].microseconds]));
  const sum = (product, names, rows, density) =>
    names.reduce((total, name) => total + times.get(keyOf(line(product, name, rows, density))), 0);
  return PRODUCTS.flatMap((product) =>
    panels.map((each) => {
      const rows = 32 * each;
      const sparse = DENSITIES.map((density) => sum(product, product.sparse, rows, density));
      const dense = sum(product, product.dense, rows, 0.5);
      return {
        what: product.what,
        panels: each,
        crossing: crossing(sparse, dense),
        sparse,
        dense,
      };
    }),
  );
}
