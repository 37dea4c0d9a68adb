# SPDX-License-Identifier: MIT
"""PyTorch on one thread, for tests/bench/bench.mjs.

Reads a request from each line of its input and answers it with a line, both JSON. Run it with
OPENBLAS_NUM_THREADS=1 and OMP_NUM_THREADS=1, with Debian's python3-torch and
libopenblas0-pthread: without OpenBLAS it is several times slower, and the comparison unfair.
"""

import ctypes
import json
import os
import sys
import time

import torch


def read_idx(path):
    """An IDX file of bytes as a tensor."""
    with open(path, "rb") as file:
        content = bytearray(file.read())
    dimensions = content[3]
    shape = [int.from_bytes(content[4 + 4 * i : 8 + 4 * i], "big") for i in range(dimensions)]
    return torch.frombuffer(content, dtype=torch.uint8, offset=4 + 4 * dimensions).reshape(shape)


def blas():
    """The BLAS that is really loaded."""
    with open("/proc/self/maps", encoding="ascii") as file:
        paths = {line.split()[-1] for line in file if "blas" in line and "/" in line}
    return sorted(os.path.realpath(path) for path in paths)


def blas_core():
    """Whose kernels OpenBLAS has chosen, such as Haswell; None without OpenBLAS."""
    try:
        name = ctypes.CDLL("libopenblas.so.0").openblas_get_corename
    except (OSError, AttributeError):
        return None
    name.restype = ctypes.c_char_p
    return name().decode()


class Peer:
    """A network, its data, and the order of the present epoch."""

    def prepare(self, layers, images, labels, batchSize, learningRate, **_):
        torch.set_num_threads(1)
        torch.manual_seed(1)
        self.x = read_idx(images).reshape(-1, layers[0]).float().div_(255).contiguous()
        self.y = read_idx(labels).long()
        modules = []
        for inputs, units in zip(layers, layers[1:]):
            modules += [torch.nn.Linear(inputs, units), torch.nn.ReLU()]
        self.network = torch.nn.Sequential(*modules[:-1])
        self.loss = torch.nn.CrossEntropyLoss()
        self.optimizer = torch.optim.SGD(self.network.parameters(), lr=learningRate)
        self.batch_size = batchSize
        self.order = torch.randperm(len(self.y))
        self.at = 0
        self.step()
        return {
            "library": f"PyTorch {torch.__version__}",
            "threads": torch.get_num_threads(),
            "blas": blas(),
            "blasCore": blas_core(),
        }

    def step(self):
        """One update with the next batch of the random order."""
        if self.at + self.batch_size > len(self.order):
            self.order = torch.randperm(len(self.y))
            self.at = 0
        rows = self.order[self.at : self.at + self.batch_size]
        self.at += self.batch_size
        x = torch.index_select(self.x, 0, rows)
        y = torch.index_select(self.y, 0, rows)
        self.optimizer.zero_grad(set_to_none=True)
        self.last = self.loss(self.network(x), y)
        self.last.backward()
        self.optimizer.step()

    def train(self, warmUp, steps, chunks, budgetMs, **_):
        """Images a second of some chunks of steps."""
        for _step in range(warmUp):
            self.step()
        samples = []
        end = time.perf_counter() + budgetMs / 1000
        while len(samples) < chunks and (not samples or time.perf_counter() < end):
            before = time.perf_counter()
            for _step in range(steps):
                self.step()
            samples.append(steps * self.batch_size / (time.perf_counter() - before))
        return samples

    def cost(self):
        """The cost of the last batch, to see that it learns."""
        return self.last.item()


def main():
    peer = Peer()
    for line in sys.stdin:
        request = json.loads(line)
        answer = getattr(peer, request["call"])(**request.get("argument", {}))
        print(json.dumps({"answer": answer}), flush=True)


main()
