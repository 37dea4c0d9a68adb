// SPDX-License-Identifier: MIT
// Which form a file has: by its first bytes, and where those do not say, by its name.

/** 'raw': bytes without a form, such as the labels beside a sprite. */
export type Form = 'zip' | 'idx' | 'picture' | 'csv' | 'raw';

const PICTURE_NAME = /\.(png|jpe?g|gif|webp|bmp|avif)$/i;
const TEXT_NAME = /\.(csv|tsv|txt|data|tra|tes)$/i;
const IDX_NAME = /idx\d?|ubyte/i;
const RAW_NAME = /label|uint8|\.(bin|raw)$/i;

/** What the system puts beside files, and nobody means to send. */
export const isLitter = (path: string): boolean =>
  /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(path);

export const isPictureName = (path: string): boolean => PICTURE_NAME.test(path);

const MARKS: readonly [Form, readonly number[]][] = [
  ['zip', [0x50, 0x4b, 3, 4]],
  ['zip', [0x50, 0x4b, 5, 6]], // an empty one
  ['picture', [0x89, 0x50, 0x4e, 0x47]], // PNG
  ['picture', [0xff, 0xd8, 0xff]], // JPEG
  ['picture', [0x47, 0x49, 0x46, 0x38]], // GIF
  ['picture', [0x42, 0x4d]], // BMP
];

/** Undefined when it is none that can be read. @param bytes not gzipped */
export function formOf(path: string, bytes: Uint8Array): Form | undefined {
  const name = (path.split('/').at(-1) ?? '').replace(/\.gz$/i, '');
  // A file that is named so and is none gets the reader's word on why.
  if (IDX_NAME.test(name) && !TEXT_NAME.test(name)) return 'idx';
  if (/\.zip$/i.test(name)) return 'zip';
  if (TEXT_NAME.test(name)) return 'csv';
  if (isPictureName(name)) return 'picture';
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return marked[0];
  const [first, second, type = 0] = bytes;
  if (bytes.length >= 8 && first === 0 && second === 0 && type >= 8 && type <= 0x0e) return 'idx';
  if (looksLikeNumbers(bytes)) return 'csv';
  return RAW_NAME.test(name) ? 'raw' : undefined;
}

/** Lines of fields with digits in them. */
function looksLikeNumbers(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 2000));
  return /^[\x20-\x7e\t\r\n]+$/.test(text) && /\d[,;\t]/.test(text) && !/^\s*[[{<]/.test(text);
}
