// SPDX-License-Identifier: MIT
// The ratios that the main benchmark is about, beside those that are asked for.

const ONE = /^ours, 1 thread/;
const NOTES = 'ours, as in the notes';
const TWO = /^ours, 2 threads/;

const SMALL = '784-128-64-10';
const MIDDLE = '784-512-256-10';
const WIDE = '784-800-10';
const DENSE = `${SMALL}, dense data`;

/** How many times as fast as others the faster of our one-thread variants has to be. */
const OVER_PEERS = [
  { peer: 'PyTorch, native, 1 thread', needed: { [SMALL]: 2.5, [MIDDLE]: 1.3, [WIDE]: 2.2 } },
  { peer: 'PyTorch, native, 1 thread', needed: { [DENSE]: 0.9 } },
  { peer: 'TensorFlow.js, wasm', needed: { [SMALL]: 40, [MIDDLE]: 30 } },
  { peer: 'jax-js, wasm', needed: { [SMALL]: 20, [MIDDLE]: 5 } },
];

/** How many times as fast two threads have to be as one, of the same mathematics. */
const TWO_OVER_ONE = 1.7;

const fastest = (contenders, pattern) =>
  contenders
    .filter(({ name, best }) => pattern.test(name) && best !== undefined)
    .reduce((best, next) => (best && best.best >= next.best ? best : next), undefined);

function ratio({ network, what, needed }, above, below) {
  if (!above || !below) return { network, what, by: above?.name, needed };
  const best = above.best / below.best;
  const met = needed === undefined ? undefined : best >= needed;
  return { network, what, by: above.name, best, median: above.median / below.median, needed, met };
}

/** All ratios of the results of bench.mjs, those that cannot be told without a number. */
export function toRatios(networks) {
  return networks.flatMap(({ network, contenders }) => {
    const peers = contenders.filter(({ name }) => !name.startsWith('ours'));
    const overPeers = peers.flatMap((peer) => {
      const wanted = OVER_PEERS.find((each) => each.peer === peer.name && each.needed[network]);
      const needed = wanted?.needed[network];
      const below = peer.best === undefined ? undefined : peer;
      const what = `over ${peer.name}`;
      // Two threads against others are told of, and not asked for.
      return [
        ratio({ network, what, needed }, fastest(contenders, ONE), below),
        ratio({ network, what }, fastest(contenders, TWO), below),
      ].filter(({ by, needed: asked }) => by !== undefined || asked !== undefined);
    });
    const threads = contenders
      .filter(({ name }) => TWO.test(name))
      .map((two) => {
        const one = contenders.find(
          ({ name }) => name === two.name.replace('2 threads', '1 thread'),
        );
        const what = `two threads over one${two.name.endsWith('turbo') ? ', turbo' : ''}`;
        const ran = two.best === undefined || one?.best === undefined ? [] : [two, one];
        return ratio({ network, what, needed: TWO_OVER_ONE }, ...ran);
      });
    const notes = contenders.find(({ name, best }) => name === NOTES && best !== undefined);
    const overNotes = ratio(
      { network, what: 'over the notes’ own code' },
      fastest(contenders, ONE),
      notes,
    );
    return [...overPeers, ...threads, ...(notes ? [overNotes] : [])];
  });
}
