// SPDX-License-Identifier: MIT

/** files.py: how train.py reads and writes its files, by Python and PyTorch alone. */
export const FILES = String.raw`# SPDX-License-Identifier: MIT
"""Files of networks (safetensors) and of images (IDX), read and written without other libraries."""
import ctypes
import gzip
import json
import os

import torch


def read_model(path):
    """Metadata and tensors: eight bytes of length, a JSON header, then the numbers."""
    with open(path, "rb") as file:
        data = bytearray(file.read())
    start = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:start])
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, about in header.items():
        first, end = about["data_offsets"]
        numbers = torch.frombuffer(data[start + first : start + end], dtype=torch.float32)
        tensors[name] = numbers.view(about["shape"])
    return metadata, tensors


def bytes_of(tensor):
    """Its float32 numbers, row after row."""
    tensor = tensor.detach().cpu().contiguous()
    return ctypes.string_at(tensor.data_ptr(), 4 * tensor.numel())


def write_model(path, metadata, tensors):
    header, at = {"__metadata__": metadata}, 0
    for name, tensor in tensors.items():
        end = at + 4 * tensor.numel()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [at, end]}
        at = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        file.writelines(bytes_of(tensor) for tensor in tensors.values())


def read_idx(folder, name):
    """Images as (m, n_0) bytes, labels as (m) whole numbers; gzipped or not."""
    path = os.path.join(folder, name)
    if os.path.exists(path):
        with open(path, "rb") as file:
            data = file.read()
    else:
        with gzip.open(path + ".gz") as file:
            data = file.read()
    sizes = [int.from_bytes(data[4 + 4 * i : 8 + 4 * i], "big") for i in range(data[3])]
    values = torch.frombuffer(bytearray(data), dtype=torch.uint8, offset=4 + 4 * len(sizes))
    return values.view(sizes[0], -1) if len(sizes) > 1 else values.long()
`;
