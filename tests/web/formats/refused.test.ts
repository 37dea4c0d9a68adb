// SPDX-License-Identifier: MIT
// Files that are not what they say: each gets one clear message that names the place.
import { describe, expect, test } from 'vitest';
import { openModel } from '../../../build/package/index.js';
import { toUtf8 } from '../../../web/src/lib/formats/bytes.ts';
import { zipOf } from '../../../web/src/lib/formats/zip-writer.ts';
import { type Bytes, DATA, failing, of, safetensors, tensors } from './made-up-tensors.ts';

/** A file of NumPy from its header. */
function npy(header: string, data = new Uint8Array()): Bytes {
  const text = toUtf8(header);
  const size = [text.length & 255, text.length >> 8];
  return Uint8Array.from([0x93, ...toUtf8('NUMPY'), 1, 0, ...size, ...text, ...data]);
}

const npz = (header: string, data?: Bytes) => zipOf({ 'W1.npy': npy(header, data) });
const plainNpy = (type: string, shape: string, fortran = 'False') =>
  `{'descr': '${type}', 'fortran_order': ${fortran}, 'shape': ${shape}, }`;

const withWeight = (value: number): Bytes => {
  const data = new DataView(new ArrayBuffer(24));
  data.setFloat32(12, value, true);
  return new Uint8Array(data.buffer);
};

const turned = (bytes: Bytes): Bytes =>
  Uint8Array.from([...bytes.slice(0, 8).reverse(), ...bytes.slice(8)]);

const CASES: [string, Bytes, RegExp][] = [
  ['nothing', new Uint8Array(), /is empty/],
  ['a text', toUtf8('Dear diary'), /no file of a network that is known here.*44 65 61 72/],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), /no file of a network/],
  ['HDF5', Uint8Array.of(0x89, 0x48, 0x44, 0x46, 13, 10), /Keras or HDF5.*keras.models.load_model/],
  ['a Keras file', zipOf({ 'model.weights.h5': DATA }), /Keras or HDF5/],
  ['a pickle', Uint8Array.of(0x80, 4, 0x95, 0), /is a pickle of Python.*never run/],
  ['a pickle in a zip', zipOf({ 'archive/data.pkl': DATA }), /is a pickle of Python/],
  ['one array', npy(plainNpy('<f4', '(2,)')), /one array of NumPy.*numpy.savez/],
  ['a zip of something else', zipOf({ 'a.txt': DATA }), /neither model.safetensors nor/],
  ['a zip without its end', zipOf({ 'W1.npy': DATA }).subarray(0, 60), /no whole zip file/],
  ['a header beyond the file', safetensors('{', DATA, 1e6), /header should have 1000000 bytes/],
  [
    'a length the other way round',
    turned(safetensors(tensors(), DATA)),
    /offset 0\) is big-endian/,
  ],
  ['a header that is none', safetensors('{"a": ]}'), /its header is no JSON/],
  ['a header that is no UTF-8', safetensors('{"\ud800": 1}'), /./],
  ['a deep header', safetensors('{"a":'.repeat(50_000)), /nested over 16 deep, at/],
  ['a key twice', safetensors('{"a": 1, "\\u0061": 2}'), /has the key 'a' twice/],
  ['a key of every object', safetensors('{"__proto__": {"x": 1}}'), /has a key '__proto__'/],
  ['another', safetensors('{"constructor": {}}'), /has a key 'constructor'/],
  ['no tensors', safetensors({}), /no weights in it/],
  ['metadata of numbers', safetensors({ __metadata__: { a: 1 } }), /__metadata__.a must be a text/],
  ['metadata that is a list', safetensors({ __metadata__: [] }), /__metadata__ must be an object/],
  ['an entry that is none', safetensors({ a: 5 }), /entry of 'a' needs a dtype/],
  ['negative sizes', safetensors(of({ shape: [-2, -2] }), DATA), /entry of '0.weight' needs/],
  ['a billion numbers', safetensors(of({ shape: [1e5, 1e4] }), DATA), /claims 100000 x 10000 numb/],
  ['more than counts', safetensors(of({ shape: [2 ** 52, 2 ** 52] }), DATA), /claims 4503599627/],
  [
    'offsets that overlap',
    safetensors(of({ data_offsets: [8, 16] }, '0.bias'), DATA),
    /'0.bias'|gap/,
  ],
  [
    'a gap',
    safetensors(of({ data_offsets: [20, 28] }, '0.bias'), new Uint8Array(28)),
    /leaves a gap/,
  ],
  ['bytes of nobody', safetensors(tensors(), new Uint8Array(40)), /have 24 bytes, but 40 follow/],
  [
    'data that is cut',
    safetensors(tensors(), DATA.subarray(0, 20)),
    /ends at offset 24 .* 20 bytes/,
  ],
  ['whole numbers', safetensors(of({ dtype: 'I32' }), DATA), /'0.weight' is of type I32/],
  ['NaN', safetensors(tensors(), withWeight(NaN)), /W_1 has NaN in row 2, column 2/],
  [
    'infinity',
    safetensors(tensors(), withWeight(-Infinity)),
    /W_1 has -Infinity in row 2, column 2/,
  ],
  ['a bias too long', safetensors(of({ shape: [2, 1], data_offsets: [0, 8] }), DATA), /gap before/],
  [
    'a bias that fits nothing',
    safetensors(
      {
        'a.weight': { dtype: 'F32', shape: [1, 3], data_offsets: [0, 12] },
        'a.bias': { dtype: 'F32', shape: [2], data_offsets: [12, 20] },
      },
      DATA.subarray(0, 20),
    ),
    /do not follow one another.*'a' 1 x 3/,
  ],
  ['a claim in a zip', npz(plainNpy('<f4', '(100000, 10000)')), /W1.npy: claims 100000 x 10000/],
  ['objects', npz(plainNpy('|O', '(2,)'), DATA), /Python objects/],
  [
    'a structure',
    npz("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }"),
    /descr/,
  ],
  ['complex numbers', npz(plainNpy('<c8', '(3, 1)'), DATA), /is an array of '<c8'/],
  [
    'a header that runs',
    npz("{'descr': __import__('os').system('x'), 'shape': (2,)}"),
    /does not say/,
  ],
  ['an array that is cut', npz(plainNpy('<f4', '(3, 3)'), DATA), /claims 3 x 3 numbers of 4 bytes/],
  ['JSON of others', toUtf8('{"weights": []}'), /JSON, but of no network that was saved here/],
  ['JSON that is cut', toUtf8('{"mlp_scratchpad": 1, "layers": [2'), /is no JSON/],
  ['JSON of arrays in arrays', toUtf8(`{"a":${'['.repeat(1e6)}`), /nested over 16 deep, at 2/],
  [
    'ONNX that is cut',
    Uint8Array.of(8, 8, 0x3a, 100, 1),
    /no whole ONNX file: 100 bytes should fo/,
  ],
  ['ONNX without a graph', Uint8Array.of(8, 8), /it has no graph|no file of a network/],
];

/** zip bombs: the list at the end claims what a file cannot be. */
function bomb(claim: number): Bytes {
  const zip = zipOf({ 'W1.npy': new Uint8Array(2000) });
  const view = new DataView(zip.buffer);
  const end = zip.length - 22;
  view.setUint32(view.getUint32(end + 16, true) + 24, claim, true);
  return zip;
}

describe('one clear message', () => {
  test.each(CASES)('%s', (_, bytes, message) => failing(bytes, message));

  test.each([2 ** 20 * 300, 2 ** 32 - 2])('a zip bomb of %i bytes', (claim) =>
    failing(bomb(claim), /'W1.npy' claims \d+ bytes, packed into \d+: more than can be/),
  );

  test('what is no file, and options that are none', async () => {
    const no = (file: unknown, options?: object) => openModel(file as Blob, options);
    await expect(no('model.onnx')).rejects.toMatchObject({ code: 'badData' });
    const bytes = safetensors(tensors(), DATA);
    const refused = { code: 'badSetting' };
    await expect(no(bytes, { hidden: 'swish' })).rejects.toMatchObject(refused);
    await expect(no(bytes, { orientation: 'up' })).rejects.toMatchObject(refused);
    await expect(no(bytes, { pixels: { scale: NaN, offset: 0 } })).rejects.toMatchObject(refused);
    await expect(no(bytes, { pixel: 1 })).rejects.toMatchObject(refused);
    expect((await openModel(bytes)).layers).toEqual([2, 2]);
  });

  test('numbers that are finite until the scale of the pixels is in them', async () => {
    const pixels = { scale: 1, offset: 0 };
    const bytes = safetensors(tensors(), withWeight(3e38));
    await expect(openModel(bytes, { pixels })).rejects.toThrow(
      /W_1 has Infinity in row 2, column 2/,
    );
  });
});
