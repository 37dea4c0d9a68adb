// SPDX-License-Identifier: MIT
// TensorFlow.js with its WebAssembly backend, on the page's own thread, as its users run it. On an
// isolated page it takes its threaded build; what it took stands in the results.
import { batches, loadData, timeChunks, toFloats } from './data.mjs';

const script = (src) =>
  new Promise((done, fail) => {
    const element = document.createElement('script');
    element.src = src;
    element.onload = done;
    element.onerror = () => fail(new Error(`${src} could not be loaded`));
    document.head.append(element);
  });

let state;

/** Loads the data and makes the network. */
export async function prepare({ layers, dataset, batchSize, learningRate }) {
  await script('/peers/@tensorflow/tfjs/dist/tf.min.js');
  await script('/peers/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js');
  const { tf } = globalThis;
  tf.wasm.setWasmPaths('/peers/@tensorflow/tfjs-backend-wasm/dist/');
  if (!(await tf.setBackend('wasm'))) throw new Error('its wasm backend did not start');
  await tf.ready();
  const { images, labels } = await loadData(dataset);
  const x = tf.tensor2d(toFloats(images), [labels.length, layers[0]]);
  const y = tf.tensor1d(Int32Array.from(labels), 'int32');
  const variables = layers.slice(1).map((units, l) => ({
    W: tf.variable(tf.randomNormal([layers[l], units], 0, Math.sqrt(2 / layers[l]))),
    b: tf.variable(tf.zeros([units])),
  }));
  const order = batches(labels.length, batchSize);
  const optimizer = tf.train.sgd(learningRate);
  state = { tf, x, y, variables, order, optimizer, classes: layers.at(-1) };
  return {
    library: `TensorFlow.js ${tf.version.tfjs}`,
    backend: tf.getBackend(),
    simd: await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'),
    threaded: await tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT'),
    threads: tf.wasm.getThreadsCount(),
  };
}

function loss(rows) {
  const { tf, x, y, variables, classes } = state;
  const indices = tf.tensor1d(rows, 'int32');
  const labels = tf.oneHot(tf.gather(y, indices), classes);
  let a = tf.gather(x, indices);
  for (const [l, { W, b }] of variables.entries()) {
    const z = tf.add(tf.matMul(a, W), b);
    a = l + 1 < variables.length ? tf.relu(z) : z;
  }
  const logProbabilities = tf.sub(a, tf.logSumExp(a, 1, true));
  return tf.neg(tf.mean(tf.sum(tf.mul(labels, logProbabilities), 1)));
}

/** Images a second of some chunks of steps. */
export function train(settings) {
  const { optimizer, order } = state;
  let cost;
  const step = () => {
    cost?.dispose();
    cost = optimizer.minimize(() => loss(order.next().value), true);
  };
  return timeChunks(settings, step, () => cost?.data());
}

/** The cost of the last batch, to see that it learns. */
export async function cost() {
  const value = state.tf.tidy(() => loss(state.order.next().value));
  return (await value.data())[0];
}
