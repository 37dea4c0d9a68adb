// SPDX-License-Identifier: MIT
// The texts of the view 'Models'.
import type { ModelForm } from '../../lib/formats/forms.ts';
import { percent } from '../model/format.ts';

export const FORM_NAMES: Readonly<Record<ModelForm, string>> = {
  safetensors: 'safetensors',
  onnx: 'ONNX',
  pytorch: 'PyTorch state dict (.pt)',
  npz: 'NumPy arrays (.npz)',
  json: 'JSON',
  c: 'C header',
  html: 'web page in one file',
  'code-numpy': 'code: NumPy',
  'code-pytorch': 'code: PyTorch',
  'code-keras': 'code: Keras',
  'code-cpp': 'code: C++ (Eigen)',
  continue: 'continue in PyTorch (.zip)',
};

export const FORM_NOTES: Readonly<Record<ModelForm, string>> = {
  safetensors: 'Opens here again with exactly these weights; PyTorch and others read it too.',
  onnx: 'For ONNX Runtime, in browsers too. Takes pixels 0 … 255, answers with probabilities.',
  pytorch: 'For torch.load() and load_state_dict() of an nn.Sequential.',
  npz: 'For numpy.load(): W1, b1, W2 and so on, as in the notes.',
  json: 'All numbers as text. Opens here again with exactly these weights.',
  c: 'The weights, a predict() of thirty lines and a test, in one file of C99.',
  html: 'A drawing pad that reads digits with this network. Works from a USB stick, without a network.',
  'code-numpy': 'The same network in a short program, with its weights beside it.',
  'code-pytorch': 'The same network in a short program, with its weights beside it.',
  'code-keras': 'The same network in a short program, with its weights beside it.',
  'code-cpp': 'The verbs of the notes on Eigen, with the weights beside them.',
  continue:
    'train.py goes on with the same method, on one machine or on many, and writes a file that opens here again.',
};

export const MODELS = {
  title: 'Models',
  about:
    'Save the network as a file, or open one. Files are made and read in this tab; nothing is sent anywhere.',
  save: 'Save model',
  saveTitle: 'Save',
  form: 'as',
  memory: 'Include the optimizer’s memory, so that training can go on exactly from here',
  nothing: 'This network has not been trained yet; its first weights are saved.',
  open: 'Open model',
  openTitle: 'Open',
  openAbout:
    'A file saved here, or a fully connected network from PyTorch, Keras or another program, as ' +
    'safetensors, ONNX, NumPy .npz or JSON. You can also drop the file anywhere on the page.',
  saving: (form: ModelForm) => `Making the file (${FORM_NAMES[form]}) …`,
  reading: (name: string) => `Reading ${name} …`,
  fetching: (name: string) => `Fetching ${name} …`,
  listing: 'This site’s list of models, models/index.json, could not be read.',
  noRun: 'Its weights are not kept any more.',
  saved: (file: string) => `Saved as ${file}.`,
  /** The library's reasons begin with the file's name, which need not be said twice. */
  failed: (name: string, reason: string) =>
    reason.startsWith(`${name}: `)
      ? `${name} was not opened: ${reason.slice(name.length + 2)}`
      : `${name} was not opened. ${reason}`,
  noLink: 'The link names neither a file of this site nor an address on the web.',
  notSaved: (reason: string) => `The file could not be made. ${reason}`,
  notFetched: (url: string, reason: string) => `${url} could not be fetched: ${reason}.`,
  status: (status: number) => `the host answered ${status}`,
  noAnswer: 'the host does not answer, or does not allow other pages to read it (CORS)',
  policy: (host: string) =>
    `this site’s policy lets the page fetch from its own host only. Its owner can allow ${host} ` +
    '(README, ‘Hand a model to others’)',
  tooLarge: 'it is larger than 500 MB',
  opened: (name: string, accuracy: number | null) =>
    accuracy === null
      ? `‘${name}’ is open. Draw something, look inside, or train on.`
      : `‘${name}’ is open: ${percent(accuracy, 2)} of the test images are classified correctly.`,
  openedOther: (name: string) => `‘${name}’ is open. Draw something, or look inside.`,
  starting: 'The page is still starting; open it again in a moment.',
  notKept: 'The network on the page could not be kept, so it was left as it is.',
};

export const ASK = {
  title: (name: string) => `What ${name} does not say`,
  about: 'The choices below are what most programs use.',
  hidden: 'Activation of the hidden layers',
  pixels: 'Range of the pixels it was trained on',
  orientation: 'Layout of the weight matrices',
  scales: {
    unit: '0 … 1 (byte / 255)',
    byte: '0 … 255 (the byte itself)',
    signed: '−1 … 1',
    mnist: 'normalised (MNIST’s mean 0.1307, deviation 0.3081)',
  },
  orientations: {
    'out-in': 'a row per unit (PyTorch)',
    'in-out': 'a column per unit (Keras)',
  },
  open: 'Open with these',
  cancel: 'Cancel',
};

export const FOREIGN = {
  title: 'A model from another host',
  about: (url: string, host: string) =>
    `The link asks for ${url}. Nothing has been fetched yet. If you fetch it, ${host} sees your ` +
    'network address, as with any page that you visit.',
  fetch: (host: string) => `Fetch from ${host}`,
  leave: 'Do not fetch',
};

export const SITE = {
  title: 'From this site',
  openOf: (name: string) => `Open ${name}`,
  noNetwork: 'The models of this site cannot be listed without a network connection.',
};

export const KEPT = {
  title: 'Kept models',
  list: 'Kept models',
  none: 'Nothing is kept yet. Every network that you train or open is kept here, in this browser.',
  about:
    'Every network that you train or open is kept in this browser. ‘Save’ makes a file of the form chosen above.',
  opened: 'opened from a file',
  noteOf: (name: string) => `Note on ${name}`,
  noteHint: 'Add a note',
  weights: (name: string) => `Weights of the first units of ${name}`,
  open: 'Open',
  openOf: (name: string) => `Open ${name}`,
  save: 'Save',
  saveOf: (name: string) => `Save ${name}`,
};
