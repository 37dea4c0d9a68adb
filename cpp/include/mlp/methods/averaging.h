// SPDX-License-Identifier: MIT
// Means of the weights along a run, which answer better than the weights at its end: those jump
// about the lowest cost as long as the learning rate is not small.
#pragma once

#include "mlp/base/types.h"

namespace mlp {

enum class Averaging {
  kNone,
  // Exponential: the weights after an update count decay times as much as those after the next one.
  kExponential,
  // Plain, of the weights at the ends of epochs (P. Izmailov et al. 2018, 'SWA').
  kEpochs,
};

// The exponential mean takes the weights after every so many updates alone, with decay to that
// power: between them they hardly change, and each time costs a walk through all of them.
inline constexpr Index kAveragedUpdates = 8;

// The factor in mean = mean + factor (weights - mean) for the n-th weights that are taken, from
// n = 1 on. The mean is that of what it has taken, from the first on: it is not drawn towards the
// weights that it began with, nor towards 0.
//   decay  of the exponential mean for an update; at least 0, below 1
double averaging_factor(Averaging averaging, double decay, Index n);

// The mean with the weights that it takes next, by the factor above; any kind of number.
template <typename Number>
Number averaged(Number mean, Number weight, Number factor) {
  // mean = mean + factor (w - mean)
  return mean + factor * (weight - mean);
}

}  // namespace mlp
