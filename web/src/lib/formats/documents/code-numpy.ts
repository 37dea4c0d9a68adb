// SPDX-License-Identifier: MIT
import type { Activation } from '../../settings.ts';
import type { Model } from '../model.ts';
import { writeNpz } from '../npz.ts';
import { pythonArchive } from './code/archive.ts';
import type { PlainNetwork } from './network.ts';

/** g(Z) of the hidden layers. */
const G: Readonly<Record<Activation, string>> = {
  relu: 'np.maximum(0, Z)',
  leakyRelu: 'np.where(Z > 0, Z, np.float32(0.01) * Z)',
  tanh: 'np.tanh(Z)',
  sigmoid: 'sigmoid(Z)',
  gelu: 'Z / 2 * (1 + np.tanh(np.float32(np.sqrt(2 / np.pi)) * (Z + np.float32(0.044715) * Z**3)))',
};

const SIGMOID = `\
def sigmoid(Z):
    # By tanh it never overflows: 1 / (1 + e^-z) = (1 + tanh(z/2)) / 2
    return (1 + np.tanh(Z / 2)) / 2`;

const SOFTMAX = `\
def softmax(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)`;

const network = ({ hidden, output, layers }: PlainNetwork): string => {
  const deep = layers.length > 2;
  const needsSigmoid = output === 'sigmoid' || (deep && hidden === 'sigmoid');
  const functions = [
    ...(needsSigmoid ? [SIGMOID] : []),
    ...(output === 'softmax' ? [SOFTMAX] : []),
    ...(deep ? [`def g(Z):\n    return ${G[hidden]}`] : []),
  ];
  return `\
MODEL = np.load(os.path.join(HERE, "model.npz"))  # W1, b1, W2 ...: W_l is (n_l, n_{l-1})
L = ${layers.length - 1}


${functions.join('\n\n\n')}


def predict(pixels):
    """Probabilities (m, n_L) of images (m, n_0) of bytes."""
    A = pixels.T.astype(np.float32) / np.float32(255)  # A_0 = X (n_0, m)
    for l in range(1, L + 1):
        # Z_l = W_l A_{l-1} + b_l
        Z = MODEL[f"W{l}"] @ A + MODEL[f"b{l}"].reshape(-1, 1)
        A = ${deep ? `g(Z) if l < L else ${output}(Z)` : `${output}(Z)`}
    return A.T`;
};

/**
 * A zip with predict.py for NumPy, its weights, an example and the answer to expect.
 * @throws ScratchpadError 'badData' when a number is not finite
 */
export const writeCodeNumpy = (model: Model): Uint8Array =>
  pythonArchive(model, {
    imports: 'import numpy as np',
    network,
    weights: { 'model.npz': writeNpz(model) },
    needs: 'NumPy',
  });
