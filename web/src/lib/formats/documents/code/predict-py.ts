// SPDX-License-Identifier: MIT
// predict.py for NumPy, PyTorch and Keras: what reads images and prints answers is the same in all.

/** What differs from network to network, and from library to library. */
export interface PredictParts {
  /** Lines of the text at the top. */
  readonly about: readonly string[];
  /** The lines of `import` beside those of Python's own modules. */
  readonly imports: string;
  /** Defines predict(pixels): (m, n_0) bytes in, (m, n_L) probabilities out, both NumPy or lists. */
  readonly network: string;
  /** Literals of Python. */
  readonly classes: readonly string[];
  readonly output: 'softmax' | 'sigmoid';
  readonly positive: number;
  /** n_0. */
  readonly pixels: number;
}

export const predictPy = (parts: PredictParts): string => `\
# SPDX-License-Identifier: MIT
"""
${parts.about.join('\n')}

python3 predict.py                  the example beside it, and whether it is answered as expected
python3 predict.py IMAGES           answers and probabilities, a line for each image
python3 predict.py IMAGES LABELS    how many are answered correctly
IMAGES and LABELS are IDX files, such as MNIST's t10k-images-idx3-ubyte, gzipped or not.
"""
import gzip
import json
import os
import sys

${parts.imports}

HERE = os.path.dirname(os.path.abspath(__file__))
CLASSES = [
${parts.classes.map((name) => `    ${name},`).join('\n')}
]


${parts.network}


def read_idx(path):
    """The bytes of an IDX file: images as (m, pixels), labels as (m,)."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:2] == b"\\x1f\\x8b":
        data = gzip.decompress(data)
    if len(data) < 8 or data[:3] != b"\\0\\0\\x08":
        sys.exit(f"{path}: is no IDX file of bytes")
    dimensions = data[3]
    sizes = np.frombuffer(data, ">u4", dimensions, 4).astype(int)
    values = np.frombuffer(data, np.uint8, offset=4 + 4 * dimensions)
    if values.size != sizes.prod():
        sys.exit(f"{path}: says {sizes.prod()} bytes, but has {values.size}")
    return values.reshape(sizes[0], -1) if dimensions > 1 else values


def read_images(path):
    images = read_idx(path)
    if images.ndim != 2 or images.shape[1] != ${parts.pixels}:
        sys.exit(f"{path}: the network reads images of ${parts.pixels} pixels, not {images.shape[1:]}")
    return images


def answers_of(probabilities):
    """The number of each image's answer: its name is CLASSES[answer]."""
${
  parts.output === 'softmax'
    ? '    return probabilities.argmax(axis=1)'
    : '    return (probabilities[:, 0] >= 0.5).astype(int)'
}


def show(probabilities):
    for answer, row in zip(answers_of(probabilities), probabilities):
        print(answer, *(f"{p:.7f}" for p in row))


def check_example():
    with open(os.path.join(HERE, "expected.json")) as file:
        expected = json.load(file)
    probabilities = predict(read_images(os.path.join(HERE, "example-idx3-ubyte")))
    answer = answers_of(probabilities)[0]
    difference = np.abs(probabilities[0] - np.array(expected["probabilities"])).max()
    right = answer == expected["answer"] and difference < 1e-5
    print(f"The example is answered with {CLASSES[answer]!r} (number {answer}).")
    print(f"Largest difference from what is expected: {difference:.1e}")
    if not right:
        sys.exit("This is NOT as expected.")
    print("This is as expected.")


def main(files):
    sys.stdout.reconfigure(errors="backslashreplace")  # any name on any terminal
    if not files:
        return check_example()
    probabilities = predict(read_images(files[0]))
    if len(files) == 1:
        return show(probabilities)
    labels = read_idx(files[1])
    if len(labels) != len(probabilities):
        sys.exit(f"There are {len(probabilities)} images, but {len(labels)} labels.")
    right = ${
      parts.output === 'softmax'
        ? 'answers_of(probabilities) == labels'
        : `answers_of(probabilities) == (labels == ${parts.positive})`
    }
    print(f"accuracy: {right.mean():.4f} ({right.sum()} of {len(right)} correct)")


if __name__ == "__main__":
    main(sys.argv[1:3])
`;
