// SPDX-License-Identifier: MIT
// The network's answer in plain JavaScript, as the text that goes into the file; fitInk() is that of
// web/src/lib/import/resample.ts for the images that the rasteriser makes, whose paper is clean.

export const FIT = String.raw`
// The pixels that have ink, a tenth of the darkest at least.
function inkBox(image) {
  const box = { left: SIDE, right: -1, top: SIDE, bottom: -1 };
  image.forEach((value, i) => {
    if (value >= 26) add(box, i % SIDE, Math.floor(i / SIDE));
  });
  return {
    ...{ left: box.left, top: box.top },
    ...{ width: box.right - box.left + 1, height: box.bottom - box.top + 1 },
  };
}

// Which pixels of a row, with which weights, make each pixel of a shorter or longer one.
function weightsOf(from, length, count) {
  const scale = length / count;
  const radius = Math.max(1, scale);
  return Array.from({ length: count }, (_, i) => {
    const centre = from + (i + 0.5) * scale - 0.5;
    const first = Math.max(0, Math.ceil(centre - radius));
    const last = Math.min(SIDE - 1, Math.floor(centre + radius));
    const weights = Array.from({ length: last - first + 1 }, (_, j) =>
      Math.max(0, 1 - Math.abs(first + j - centre) / radius),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

// The box of a 28 x 28 image, scaled to so many pixels.
function resample(image, box, width, height) {
  const across = weightsOf(box.left, box.width, width);
  const down = weightsOf(box.top, box.height, height);
  const rows = new Float64Array(width * SIDE);
  for (let row = 0; row < SIDE; row += 1) {
    across.forEach(({ first, weights }, column) => {
      let sum = 0;
      weights.forEach((weight, j) => (sum += weight * image[row * SIDE + first + j]));
      rows[row * width + column] = sum;
    });
  }
  const scaled = new Float64Array(width * height);
  down.forEach(({ first, weights }, row) => {
    for (let column = 0; column < width; column += 1) {
      let sum = 0;
      weights.forEach((weight, j) => (sum += weight * rows[(first + j) * width + column]));
      scaled[row * width + column] = sum;
    }
  });
  return scaled;
}

// A 28 x 28 image in another size: the box of its ink in the middle, its longer side as long as the box.
function fitInk(image, { width, height, box }) {
  const found = inkBox(image);
  const scale = box / Math.max(found.width, found.height);
  const sizeOf = (side, most) => Math.min(most, Math.max(1, Math.round(side * scale)));
  const [across, down] = [sizeOf(found.width, width), sizeOf(found.height, height)];
  const small = resample(image, found, across, down);
  const most = small.reduce((largest, value) => Math.max(largest, value), 0);
  const [left, top] = [(width - across) >> 1, (height - down) >> 1];
  const out = new Uint8Array(width * height);
  small.forEach((value, i) => {
    out[(top + Math.floor(i / across)) * width + left + (i % across)] = Math.round(
      (255 * value) / most,
    );
  });
  return out;
}
`;

export const ANSWER = String.raw`
const sigmoid = (z) => 1 / (1 + Math.exp(-z));

// g of the hidden layers.
const ACTIVATIONS = {
  relu: (z) => Math.max(0, z),
  leakyRelu: (z) => (z > 0 ? z : 0.01 * z),
  tanh: Math.tanh,
  sigmoid,
  gelu: (z) => (z / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3))),
};

// W_l (n_l, n_{l-1}), column after column, and b_l, from the file's base64 of float32.
function unpackLayers(layers, base64) {
  const bytes = Uint8Array.from(atob(base64.trim()), (character) => character.charCodeAt(0));
  const numbers = new Float32Array(bytes.buffer);
  let at = 0;
  const take = (count) => numbers.subarray(at, (at += count));
  return layers.slice(1).map((rows, i) => ({ W: take(rows * layers[i]), b: take(rows) }));
}

// Probabilities of the answers to an image of bytes: of the classes, or of no and yes.
function predict({ hidden, output }, weights, image) {
  let A = Float32Array.from(image, (byte) => f(byte * f(1 / 255)));
  weights.forEach(({ W, b }, l) => {
    // Z = W A + b
    const sums = Float64Array.from(b);
    A.forEach((a, j) => {
      for (let i = 0; i < sums.length; i += 1) sums[i] += W[j * sums.length + i] * a;
    });
    A = Float32Array.from(sums);
    if (l + 1 < weights.length) A = A.map(ACTIVATIONS[hidden]);
  });
  if (output === 'sigmoid') return [1 - sigmoid(A[0]), sigmoid(A[0])];
  const largest = Math.max(...A);
  const powers = Array.from(A, (z) => Math.exp(z - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

// What the network sees of a drawing, and its answers; null where there is no ink.
function read(network, weights, strokes) {
  const drawn = rasterise(strokes);
  if (drawn === null) return null;
  const image = network.frame ? fitInk(drawn, network.frame) : drawn;
  return { image, probabilities: predict(network, weights, image) };
}
`;
