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
  html: 'web page of its own',
  'code-numpy': 'code: NumPy',
  'code-pytorch': 'code: PyTorch',
  'code-keras': 'code: Keras',
  'code-cpp': 'code: C++ (Eigen)',
  continue: 'go on training in PyTorch',
};

export const FORM_NOTES: Readonly<Record<ModelForm, string>> = {
  safetensors: 'Opens here again with exactly these weights, and in PyTorch and its kin.',
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
    'Carry the network away, or bring one in. Files are made and read in this tab; nothing is sent anywhere.',
  save: 'Save model',
  saveTitle: 'Save',
  form: 'As',
  memory: 'with what the optimizer remembers, so that training goes on to the same bits',
  nothing: 'This network has not been trained yet; it is saved with its first weights.',
  open: 'Open model',
  openTitle: 'Open',
  openAbout:
    'safetensors, ONNX, NumPy .npz or JSON: from here, or fully connected networks from PyTorch, ' +
    'Keras and others. A file can also be dropped anywhere on the page.',
  present: 'The network on the page is kept under ‘Kept models’ first, if it was trained.',
  saving: (form: ModelForm) => `Making the file (${FORM_NAMES[form]}) …`,
  reading: (name: string) => `Reading ${name} …`,
  fetching: (name: string) => `Fetching ${name} …`,
  listing: 'The list of this site’s models could not be read.',
  noRun: 'Its weights are not kept any more.',
  saved: (file: string) => `Saved as ${file}.`,
  failed: (name: string, reason: string) => `${name} was not opened. ${reason}`,
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
      ? `${name} is open. Draw something, look inside, or train on.`
      : `${name} is open: ${percent(accuracy, 2)} of the test images are classified correctly.`,
  otherSize: (pixels: number, outputs: number, own: number, classes: number) =>
    `This network reads ${pixels} pixels and tells ${outputs} classes; the images that are loaded ` +
    `have ${own} pixels and ${classes} classes. Choose data of its size to train on.`,
};

export const ASK = {
  title: (name: string) => `What ${name} does not say`,
  about: 'What is chosen here is what most programs do.',
  hidden: 'Activation of the hidden layers',
  pixels: 'What the first layer sees of a pixel',
  orientation: 'Weights of a layer',
  scales: {
    unit: '0 … 1 (byte / 255)',
    byte: '0 … 255 (the byte itself)',
    signed: '−1 … 1',
    mnist: 'MNIST’s mean 0.1307 and deviation 0.3081 taken out',
  },
  orientations: {
    'out-in': 'a row for each unit (PyTorch)',
    'in-out': 'a column for each unit (Keras)',
  },
  open: 'Open it so',
  cancel: 'Cancel',
};

export const FOREIGN = {
  title: 'A model from another host',
  about: (url: string, host: string) =>
    `The link asks for ${url}. Nothing has been fetched yet. If you go on, ${host} learns that ` +
    'this page was opened, and from which address.',
  fetch: (host: string) => `Fetch it from ${host}`,
  leave: 'Do not fetch it',
};

export const SITE = {
  title: 'From this site',
  open: 'Open',
  openOf: (name: string) => `Open ${name}`,
};

export const KEPT = {
  title: 'Kept models',
  list: 'Kept models',
  none: 'Nothing is kept yet. Each network that you train or open is kept here.',
  note: 'Note',
  noteOf: (name: string) => `Note on ${name}`,
  noteHint: 'a note',
  weights: (name: string) => `Weights of the first units of ${name}`,
  open: 'Open',
  openOf: (name: string) => `Open ${name}`,
  save: 'Save',
  saveOf: (name: string) => `Save ${name}`,
};
