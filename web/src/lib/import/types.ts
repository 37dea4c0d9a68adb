// SPDX-License-Identifier: MIT
// What readData() takes and gives.
import type { LabelledImages } from '../dataset.ts';

/** One file of a data set: its bytes, a Blob (such as a File) or a stream of them. */
export type InputFile = {
  readonly name: string;
  /** With the folders that it lies in, such as train/3/0012.png; they may name part and class. */
  readonly path?: string | undefined;
} & (
  | { readonly bytes: ArrayBuffer | Uint8Array<ArrayBuffer> }
  | { readonly blob: Blob }
  | { readonly stream: ReadableStream<Uint8Array<ArrayBuffer>> }
);

/** A decoded picture: red, green, blue and opacity of each pixel, 0 ... 255, row after row. */
export interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** How the tiles of one large picture are to be read. */
export interface SpriteOptions {
  /** Pixels of a tile; the tiles stand row after row, without gaps. */
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** 'file': a second file has them, in the order of the tiles; or each row or column is a class. */
  readonly labels: 'file' | 'rows' | 'columns';
}

export interface ImportOptions {
  /**
   * 'mnist': the ink of each image is fitted to 20 x 20 pixels and centred by mass in 28 x 28, as in
   * MNIST. 'own': the images stay as large as they are, at most 128 x 128. 'auto': 'own' where the
   * first image has 28 x 28 pixels, else 'mnist'.
   */
  readonly size?: 'auto' | 'mnist' | 'own';
  /** 'yes': ink is dark in the files, and is made light; 'auto': where the border is light. */
  readonly invert?: 'auto' | 'yes' | 'no';
  /** Share of each class that is set aside as test, where the files have one part only. */
  readonly testShare?: number;
  /** Of the choice of these, and of the order of pictures. */
  readonly seed?: number;
  /** The classes to take, in this order; without it all that there are. */
  readonly classes?: readonly string[];
  /** Of a CSV: which column is the label. */
  readonly labelColumn?: 'auto' | 'first' | 'last';
  /** Of a CSV: pixels in a row of the image; without it the images are square. */
  readonly width?: number;
  /** One large picture is read as a grid of tiles. */
  readonly sprite?: SpriteOptions;
  /** Decodes PNG, JPEG ...; browsers do that themselves, Node needs it for pictures. */
  readonly decode?: (bytes: Uint8Array<ArrayBuffer>) => Promise<DecodedPicture> | DecodedPicture;
  /** Called some times a second with 0 ... 1. */
  readonly onProgress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/** Something that was left out. */
export interface Skipped {
  readonly name: string;
  /** From 1, of a text file. */
  readonly line?: number;
  /** In bytes, of another. */
  readonly offset?: number;
  readonly why: string;
}

export interface ImportReport {
  /** What was taken of which file, such as 'digits.csv: 300 images of 8 x 8 pixels'. */
  readonly read: readonly string[];
  /** The first 1000 that were left out, and how many there were. */
  readonly skipped: readonly Skipped[];
  readonly skippedCount: number;
  /** What was done to the images, a sentence each. */
  readonly notes: readonly string[];
}

export interface ImportedData {
  readonly train: LabelledImages;
  /** null where no class has two images. */
  readonly test: LabelledImages | null;
  /** Pixels of an image; layer 0 has width * height units. */
  readonly width: number;
  readonly height: number;
  /** What was made of 'auto'. */
  readonly size: 'mnist' | 'own';
  /** The name of each label, from 0; as many outputs the last layer needs. */
  readonly classes: readonly string[];
  /** How long the longer side of an image's ink is on average, in pixels; 20 in MNIST. */
  readonly inkSide: number;
  readonly report: ImportReport;
}

export type PartName = 'train' | 'test';

/** An image as it stands in a file. */
export interface RawImage {
  readonly width: number;
  readonly height: number;
  /** Brightness of each pixel, 0 ... 255. */
  readonly grey: Uint8Array;
  /** Opacity of each pixel; absent where all are opaque. */
  readonly opacity?: Uint8Array;
}

/** An image with what is known of it. */
export interface RawExample extends RawImage {
  readonly label: string;
  /** null: the file does not say. */
  readonly part: PartName | null;
  readonly from: { readonly name: string; readonly line?: number };
}
