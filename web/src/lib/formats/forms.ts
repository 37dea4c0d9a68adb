// SPDX-License-Identifier: MIT
// The forms in which a network can be carried away. Of little weight: pages list them.

/** What a form is called, and how the name of its file ends. */
interface Form {
  readonly extension: string;
  /** As a browser calls it. */
  readonly type: string;
}

const ZIP = { extension: '.zip', type: 'application/zip' } as const;

export const FORMS = {
  /** Opens here again, bit for bit; and in PyTorch and its kin. */
  safetensors: { extension: '.safetensors', type: 'application/octet-stream' },
  /** For ONNX Runtime: opset 17. */
  onnx: { extension: '.onnx', type: 'application/octet-stream' },
  /** A state dict for torch.load(). */
  pytorch: { extension: '.pt', type: 'application/octet-stream' },
  /** For numpy.load(): W1, b1, W2 ... */
  npz: { extension: '.npz', type: 'application/octet-stream' },
  json: { extension: '.json', type: 'application/json' },
  /** A header of C99. */
  c: { extension: '.h', type: 'text/x-c' },
  /** A page of its own, with a pad. */
  html: { extension: '.html', type: 'text/html' },
  /** The same network as code, with its weights beside it. */
  'code-numpy': ZIP,
  'code-pytorch': ZIP,
  'code-keras': ZIP,
  'code-cpp': ZIP,
  /** train.py for PyTorch, on one machine or many, and what it needs. */
  continue: ZIP,
} as const satisfies Readonly<Record<string, Form>>;

export type ModelForm = keyof typeof FORMS;
