// SPDX-License-Identifier: MIT

/** network.py: the network of the settings, what it costs, and how well it answers. */
export const NETWORK = String.raw`# SPDX-License-Identifier: MIT
"""The network that settings.json describes, its cost and its accuracy."""
import torch
import torch.nn.functional as F
from torch import nn

ACTIVATIONS = {
    "relu": nn.ReLU(),
    "leakyRelu": nn.LeakyReLU(0.01),
    "tanh": nn.Tanh(),
    "sigmoid": nn.Sigmoid(),
    "gelu": nn.GELU(approximate="tanh"),
}


class Network(nn.Sequential):
    """From images (m, n_0) of bytes to Z_L (m, n_L)."""

    def __init__(self, s):
        modules = []
        for n, m in zip(s["layers"], s["layers"][1:]):
            modules += [nn.Linear(n, m), ACTIVATIONS[s["hidden"]]]
        super().__init__(*modules[:-1])

    def forward(self, X, dropout=0.0):
        A = X.float() / 255
        for module in self:
            A = module(A) if isinstance(module, nn.Linear) else F.dropout(module(A), dropout)
        return A


def probabilities(Z, s):
    return Z.softmax(dim=1) if s["output"] == "softmax" else Z.sigmoid()


def cost(Z, labels, s, positive_weight=1.0):
    """The sum of the examples' cross-entropies, with label smoothing."""
    if s["output"] == "softmax":
        return F.cross_entropy(Z, labels, reduction="sum", label_smoothing=s["labelSmoothing"])
    yes = (labels == s["positive"]).float()
    y = (1 - s["labelSmoothing"]) * yes + s["labelSmoothing"] / 2
    c = 1 + (positive_weight - 1) * yes
    return F.binary_cross_entropy_with_logits(Z[:, 0], y, c, reduction="sum")


@torch.no_grad()
def accuracy(network, X, labels, s):
    """Share of the images that are answered correctly."""
    Z = network(X)
    if s["output"] == "softmax":
        return (Z.argmax(dim=1) == labels).float().mean().item()
    return ((Z[:, 0] >= 0) == (labels == s["positive"])).float().mean().item()
`;
