// SPDX-License-Identifier: MIT
import type { Activation } from '../../settings.ts';
import type { Model } from '../model.ts';
import { writeSafetensors } from '../safetensors/write.ts';
import { pythonArchive } from './code/archive.ts';
import { LOAD_SAFETENSORS } from './code/safetensors-py.ts';
import type { PlainNetwork } from './network.ts';

/** The hidden layers' modules; train.py has them too. */
export const TORCH_ACTIVATIONS: Readonly<Record<Activation, string>> = {
  relu: 'nn.ReLU()',
  leakyRelu: 'nn.LeakyReLU(0.01)',
  tanh: 'nn.Tanh()',
  sigmoid: 'nn.Sigmoid()',
  gelu: 'nn.GELU(approximate="tanh")',
};

const network = ({ layers, hidden, output }: PlainNetwork): string => {
  const modules = layers.slice(1).map((units, i) => {
    const linear = `    nn.Linear(${layers[i]}, ${units}),`;
    return i + 2 < layers.length ? `${linear}\n    ${TORCH_ACTIVATIONS[hidden]},` : linear;
  });
  return `\
${LOAD_SAFETENSORS}


MODEL = nn.Sequential(
${modules.join('\n')}
)
MODEL.load_state_dict(load_safetensors(os.path.join(HERE, "model.safetensors")))
MODEL.eval()


def predict(pixels):
    """Probabilities (m, n_L) of images (m, n_0) of bytes."""
    with torch.no_grad():
        Z = MODEL(torch.tensor(pixels, dtype=torch.float32) / 255)
        return ${output === 'softmax' ? 'Z.softmax(dim=1)' : 'Z.sigmoid()'}.numpy()`;
};

/**
 * A zip with predict.py for PyTorch, its weights, an example and the answer to expect.
 * @throws ScratchpadError 'badData' when a number is not finite
 */
export const writeCodePytorch = (model: Model): Uint8Array =>
  pythonArchive(model, {
    imports: 'import numpy as np\nimport torch\nfrom torch import nn',
    network,
    weights: { 'model.safetensors': writeSafetensors(model) },
    needs: 'PyTorch (1.13 or newer) and NumPy',
  });
