// SPDX-License-Identifier: MIT
// The files among what was dropped, those in folders too.
import type { InputFile } from '../../../lib/import/types.ts';
import type { Dropped } from '../../model/state.ts';

const toInput = (file: File, path = file.webkitRelativePath): InputFile => ({
  name: file.name,
  path: path || file.name,
  blob: file,
});

/** @throws the signal's reason when it is aborted; what the browser says of a file it cannot open */
export async function filesOf(
  dropped: readonly Dropped[],
  signal: AbortSignal,
): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const one of dropped) {
    if (one instanceof File) files.push(toInput(one));
    else await walk(one, files, signal);
  }
  return files;
}

async function walk(entry: FileSystemEntry, files: InputFile[], signal: AbortSignal) {
  signal.throwIfAborted();
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    files.push(toInput(file, entry.fullPath.replace(/^\//, '')));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const next = () =>
    new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  // A folder comes a hundred at a time.
  for (let some = await next(); some.length > 0; some = await next()) {
    for (const one of some) await walk(one, files, signal);
  }
}

/** What the data is called by: the file, the folder, or the first of several. */
export function nameOfFiles(files: readonly InputFile[]): string {
  const [first] = files;
  if (!first) return '';
  const folder = first.path?.split('/').slice(0, -1)[0];
  const name = (folder ?? first.name).replace(/(\.gz|\.zip|\.csv|\.png)+$/i, '');
  return files.length > 1 && !folder
    ? name.replace(/[-_.]?(train|t10k|test|images|labels).*$/i, '') || name
    : name;
}
