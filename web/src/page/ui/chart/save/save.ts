// SPDX-License-Identifier: MIT
// A chart as a file; loaded when one is asked for.
import { download } from '../../save-file.ts';
import { toCsv } from './csv.ts';
import { toPng } from './png.ts';
import { fileName, type Saved } from './saved.ts';
import { toSvg } from './svg.ts';

export async function save(format: 'png' | 'svg' | 'csv', saved: Saved): Promise<void> {
  download(await blobOf(format, saved), `${fileName(saved.host.label)}.${format}`);
}

async function blobOf(format: 'png' | 'svg' | 'csv', saved: Saved): Promise<Blob> {
  switch (format) {
    case 'csv':
      return new Blob([toCsv(saved)], { type: 'text/csv;charset=utf-8' });
    case 'svg':
      return new Blob([toSvg(saved)], { type: 'image/svg+xml' });
    case 'png':
      return toPng(toSvg(saved));
  }
}
