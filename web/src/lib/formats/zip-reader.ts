// SPDX-License-Identifier: MIT
// Archives of other hands, by fflate. An archive can claim any size: nothing is unpacked before its
// claims were held against what can be.
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { messageOf } from '../errors.ts';
import { badFile, type Source } from './source.ts';

/** Seven lists of the largest network's weights are 470 MB. */
const MOST_BYTES = 2 ** 29;
const MOST_FILES = 1000;
/** DEFLATE cannot do better: 258 bytes of two bits. */
const MOST_PACKED = 1032;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/**
 * The names of the files in an archive.
 * @throws ScratchpadError 'badData' when it is damaged, or claims more than it can hold
 */
export function namesInZip(source: Source): string[] {
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(source.bytes, { filter: (entry) => (entries.push(entry), false) });
  } catch {
    badFile(
      source,
      `is no whole zip file: the list of its files, at the end (before offset ` +
        `${source.bytes.length}), is missing or damaged. Get it again.`,
    );
  }
  if (entries.length > MOST_FILES) badFile(source, `holds over ${MOST_FILES} files: no network.`);
  const names = new Set<string>();
  let sum = 0;
  for (const { name, size, originalSize } of entries) {
    if (names.has(name)) badFile(source, `holds '${name}' twice. It is damaged.`);
    names.add(name);
    sum += originalSize;
    const possible = size <= source.bytes.length && originalSize <= MOST_PACKED * size + 64;
    if (!possible || sum > MOST_BYTES) {
      badFile(
        source,
        `'${name}' claims ${originalSize} bytes, packed into ${size}: more than ` +
          `${possible ? 'a network of this size has' : 'can be'}. It is damaged, or a zip bomb.`,
      );
    }
  }
  return [...names];
}

/** One file of an archive; its name is one of namesInZip(). @throws ScratchpadError 'badData' */
export function fromZip(source: Source, name: string): Source {
  let bytes: Uint8Array | undefined;
  try {
    bytes = unzipSync(source.bytes, { filter: (entry) => entry.name === name })[name];
  } catch (error) {
    badFile(source, `'${name}' cannot be unpacked (${messageOf(error)}). Get the file again.`);
  }
  if (!bytes) badFile(source, `'${name}' cannot be unpacked. Get the file again.`);
  return { name: `${source.name}/${name}`, bytes };
}
