# SPDX-License-Identifier: MIT
"""What PyTorch and NumPy make of files that were written here; run by judge-python.test.ts.

python3 judge.py FOLDER reads model.safetensors, model.pt, model.npz, images.bin (bytes) and
answers.bin (float32) there, and prints what each gives as one line of JSON: the largest difference
of a probability, and how many images have another answer.
"""

import json
import pathlib
import struct
import sys

import numpy
import torch
from torch import nn

GELU = {"approximate": "tanh"}
MODULES = {
    "relu": nn.ReLU,
    "leakyRelu": lambda: nn.LeakyReLU(0.01),
    "tanh": nn.Tanh,
    "sigmoid": nn.Sigmoid,
    "gelu": lambda: nn.GELU(**GELU),
}
FUNCTIONS = {
    "relu": lambda z: numpy.maximum(z, 0),
    "leakyRelu": lambda z: numpy.where(z > 0, z, numpy.float32(0.01) * z),
    "tanh": numpy.tanh,
    "sigmoid": lambda z: 1 / (1 + numpy.exp(-z)),
    "gelu": lambda z: z / 2 * (1 + numpy.tanh(0.7978845608028654 * (z + 0.044715 * z**3))),
}


def read_safetensors(path):
    """The metadata, and the tensors by name."""
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        values = numpy.frombuffer(data[begin:end], "<f4").reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values.copy())
    return metadata, tensors


def by_torch(state, metadata, images):
    """The probabilities, by a module that takes just these tensors."""
    layers = json.loads(metadata["layers"])
    modules = []
    for inputs, outputs in zip(layers, layers[1:]):
        modules += [nn.Linear(inputs, outputs), MODULES[metadata["hidden"]]()]
    model = nn.Sequential(*modules[:-1])
    model.load_state_dict(state, strict=True)
    with torch.no_grad():
        z = model(torch.from_numpy(images))
        return (z.softmax(1) if metadata["output"] == "softmax" else z.sigmoid()).numpy()


def by_numpy(arrays, images):
    """The probabilities, by the formulas of the notes, an image a row."""
    meta = json.loads(str(arrays["meta"]))
    layers = json.loads(meta["layers"])
    a = images
    for l in range(1, len(layers)):
        z = a @ arrays[f"W{l}"].T + arrays[f"b{l}"]
        a = FUNCTIONS[meta["hidden"]](z)
    if meta["output"] == "sigmoid":
        return 1 / (1 + numpy.exp(-z))
    e = numpy.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def main():
    folder = pathlib.Path(sys.argv[1])
    metadata, tensors = read_safetensors(folder / "model.safetensors")
    layers = json.loads(metadata["layers"])
    pixels = json.loads(metadata["pixels"])
    images = numpy.fromfile(folder / "images.bin", "u1").reshape(-1, layers[0])
    images = images.astype("f4") * numpy.float32(pixels["scale"]) + numpy.float32(pixels["offset"])
    expected = numpy.fromfile(folder / "answers.bin", "<f4").reshape(-1, layers[-1])
    state = torch.load(folder / "model.pt", weights_only=True)
    with numpy.load(folder / "model.npz") as arrays:
        found = {
            "safetensors": by_torch(tensors, metadata, images),
            "pytorch": by_torch(state, metadata, images),
            "npz": by_numpy(arrays, images),
        }
    binary = layers[-1] == 1
    answer = (lambda p: p[:, 0] >= 0.5) if binary else (lambda p: p.argmax(1))
    said = {
        name: {
            "difference": float(numpy.abs(p - expected).max()),
            "others": int((answer(p) != answer(expected)).sum()),
        }
        for name, p in found.items()
    }
    print(json.dumps({"images": len(images), **said}))


main()
