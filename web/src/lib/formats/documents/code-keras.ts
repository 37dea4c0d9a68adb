// SPDX-License-Identifier: MIT
import type { Activation } from '../../settings.ts';
import type { Model } from '../model.ts';
import { writeNpz } from '../npz.ts';
import { pythonArchive } from './code/archive.ts';
import type { PlainNetwork } from './network.ts';

/** As Dense has them. */
const G: Readonly<Record<Activation, string>> = {
  relu: '"relu"',
  leakyRelu: 'lambda Z: keras.ops.leaky_relu(Z, negative_slope=0.01)',
  tanh: '"tanh"',
  sigmoid: '"sigmoid"',
  gelu: 'lambda Z: keras.ops.gelu(Z, approximate=True)',
};

const network = ({ layers, hidden, output }: PlainNetwork): string => {
  const dense = layers.slice(1).map((units, i) => {
    const activation = i + 2 < layers.length ? 'g' : `"${output}"`;
    return `    keras.layers.Dense(${units}, activation=${activation}),`;
  });
  return `\
g = ${G[hidden]}  # of the hidden layers
LAYERS = [
${dense.join('\n')}
]
MODEL = keras.Sequential([keras.Input((${layers[0]},)), keras.layers.Rescaling(1 / 255), *LAYERS])
# W1, b1, W2 ...: W_l is (n_l, n_{l-1}); Keras has it the other way round.
WEIGHTS = np.load(os.path.join(HERE, "model.npz"))
for l, layer in enumerate(LAYERS, start=1):
    layer.set_weights([WEIGHTS[f"W{l}"].T, WEIGHTS[f"b{l}"]])


def predict(pixels):
    """Probabilities (m, n_L) of images (m, n_0) of bytes."""
    return MODEL.predict(pixels.astype("float32"), verbose=0)`;
};

/**
 * A zip with predict.py for Keras 3, its weights, an example and the answer to expect.
 * @throws ScratchpadError 'badData' when a number is not finite
 */
export const writeCodeKeras = (model: Model): Uint8Array =>
  pythonArchive(model, {
    imports: 'import keras\nimport numpy as np',
    network,
    weights: { 'model.npz': writeNpz(model) },
    needs: 'Keras 3 and one of its backends (TensorFlow, JAX or PyTorch)',
  });
