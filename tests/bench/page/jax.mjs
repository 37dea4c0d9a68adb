// SPDX-License-Identifier: MIT
// jax-js on its WebAssembly device, which uses a thread for each core on an isolated page; one
// jitted function from the batch's indices to the new weights.
import { batches, loadData, timeChunks, toFloats } from './data.mjs';

let state;

/** Loads the data and makes the network. */
export async function prepare({ layers, dataset, batchSize, learningRate }) {
  const jax = await import('/peers/@jax-js/jax/dist/index.js');
  const { jit, nn, numpy: np, tree, valueAndGrad } = jax;
  await jax.init('wasm');
  jax.defaultDevice('wasm');
  const { images, labels } = await loadData(dataset);
  const classes = layers.at(-1);
  const weights = (from, to) =>
    Float32Array.from(
      { length: from * to },
      () => Math.sqrt(6 / from) * (2 * Math.random() - 1), // as wide as He's normal one
    );
  const parameters = layers.slice(1).map((units, l) => ({
    W: np.array(weights(layers[l], units)).reshape([layers[l], units]),
    b: np.zeros([units]),
  }));

  // Whatever is used twice is taken by .ref: each function owns its arguments.
  const loss = (network, x, y) => {
    let a = x;
    for (const [l, { W, b }] of network.entries()) {
      const z = np.matmul(a, W).add(b);
      a = l + 1 < network.length ? nn.relu(z) : z;
    }
    return nn.logSoftmax(a).mul(y).sum(-1).mean().neg();
  };
  const update = jit((network, x, y) => {
    const [cost, gradient] = valueAndGrad(loss)(tree.ref(network), x, y);
    const next = network.map(({ W, b }, l) => ({
      W: W.sub(gradient[l].W.mul(learningRate)),
      b: b.sub(gradient[l].b.mul(learningRate)),
    }));
    return [cost, next];
  });
  state = {
    jax,
    update,
    parameters,
    x: np.array(toFloats(images)).reshape([labels.length, layers[0]]),
    y: np.array(Int32Array.from(labels)),
    order: batches(labels.length, batchSize),
    classes,
    cost: undefined,
  };
  return {
    library: 'jax-js',
    backend: jax.defaultDevice(),
    threads: navigator.hardwareConcurrency, // that many workers: it has no setting for it
  };
}

function step() {
  const { jax, order, update } = state;
  const { nn, numpy: np } = jax;
  const rows = np.array(order.next().value.slice());
  const x = np.take(state.x.ref, rows.ref, 0);
  const y = nn.oneHot(np.take(state.y.ref, rows, 0), state.classes);
  state.cost?.dispose();
  [state.cost, state.parameters] = update(state.parameters, x, y);
}

/** Images a second of some chunks of steps. */
export const train = (settings) =>
  timeChunks(settings, step, () => state.jax.blockUntilReady([state.cost, state.parameters]));

/** The cost of the last batch, to see that it learns. */
export async function cost() {
  return (await state.cost.ref.data())[0];
}
