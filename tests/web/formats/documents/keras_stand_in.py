# SPDX-License-Identifier: MIT
"""The few calls of Keras 3 that predict.py makes, in NumPy, as Keras documents them.

It stands in where Keras is not installed: it shows that the program is whole and hands the weights
over the right way round, and nothing about Keras itself.
"""
import numpy as np


def _sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def _softmax(Z):
    E = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)


def _gelu(x, approximate=True):
    assert approximate
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


class ops:
    gelu = staticmethod(_gelu)

    @staticmethod
    def leaky_relu(x, negative_slope=0.2):
        return np.where(x >= 0, x, negative_slope * x)


_ACTIVATIONS = {
    "relu": lambda Z: np.maximum(Z, 0),
    "tanh": np.tanh,
    "sigmoid": _sigmoid,
    "softmax": _softmax,
}


class Input:
    def __init__(self, shape):
        self.shape = shape


class layers:
    class Rescaling:
        def __init__(self, scale, offset=0.0):
            self.scale, self.offset = scale, offset

        def build(self, units):
            return units

        def __call__(self, X):
            return X * self.scale + self.offset

    class Dense:
        def __init__(self, units, activation=None):
            self.units = units
            self.activation = _ACTIVATIONS.get(activation, activation)
            self.shapes = None

        def build(self, units):
            self.shapes = [(units, self.units), (self.units,)]
            return self.units

        def set_weights(self, weights):
            if [one.shape for one in weights] != self.shapes:
                raise ValueError("Layer weight shape not compatible with provided weight shape")
            self.kernel, self.bias = weights

        def __call__(self, X):
            return self.activation(X @ self.kernel + self.bias)


class Sequential:
    def __init__(self, all_layers):
        (units,) = all_layers[0].shape
        self.layers = all_layers[1:]
        for layer in self.layers:
            units = layer.build(units)

    def predict(self, x, verbose="auto"):
        for layer in self.layers:
            x = layer(x)
        return x.astype("float32")
