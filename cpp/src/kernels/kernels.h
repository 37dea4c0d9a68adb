// SPDX-License-Identifier: MIT
// The costly loops of training, in float32, behind one narrow header. Each has a plain twin in
// Eigen (twins.h) that says what it computes.
//
// Work is split over outputs: a call does a range of the columns or rows of its result, and every
// number of the result is summed by one call, in one order. So the bits are the same however the
// ranges are cut, and for any number of threads.
//
// Rows that fill up a last panel (panels.h) are zeros in every matrix, and stay so.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "mlp/methods/activation.h"
#include "panels.h"
#include "sparse.h"
#include "step.h"

namespace mlp::kernels {

// Which implementation is running: 'simd128', 'relaxed simd', 'sse4.1' or 'scalar'.
const char* name();

// notes/forward.cpp, done fast. What follows the product of a layer: Z = W A_before + b, A = g(Z),
// with dropout A = g(Z) * D.
struct ForwardLayer {
  Panels W;                     // (n, n_before)
  Panels b;                     // (n, 1)
  std::optional<Activation> g;  // none: A = Z
  Panels Z;                     // (n, m) written where there is one; ReLU needs none
  Panels D;                     // (n, m) where there is dropout
  Panels A;                     // (n, m) written
};

// The layer's output for the examples `columns` of A_before (n_before, m).
// columns.begin: a multiple of 4. Columns up to the next multiple of 4 are written too.
void forward(const ForwardLayer& layer, const Panels& A_before, Range columns);
// The same with the non-zero numbers of A_before alone, listed for these columns.
void forward(const ForwardLayer& layer, const SparseColumns& A_before, Range columns);

// notes/backward.cpp, done fast, from layer to layer. What follows dA_before = W^T dZ: with dropout
// dA_before = dA_before * D, and dZ_before = dA_before * g'(Z_before).
struct BackwardLayer {
  Panels transposed;  // W^T (n_before, n)
  Panels dZ;          // (n, m)
  Activation g;
  Panels Z;          // (n_before, m); of ReLU A, whose zeros are those of the slope
  Panels D;          // (n_before, m) where there is dropout
  Panels dZ_before;  // (n_before, m) written
};
void backward(const BackwardLayer& layer, Range columns);
// The same with the non-zero numbers of dZ alone, listed for these columns.
void backward(const BackwardLayer& layer, const SparseColumns& dZ, Range columns);

// The last layer's part of notes/forward.cpp, notes/cost.cpp, notes/backward.cpp and
// notes/predict.cpp: the answers for some examples, how right they are, and dZ = (1/m) c (A - Y).
struct Head {
  Output output;
  Panels Z;                              // (n_L, m)
  std::span<const std::uint8_t> labels;  // m
  int positive;                          // of kSigmoid: the label whose answer is yes
  float positive_weight;                 // c of an example whose answer is yes; of kSoftmax 1
  float share;                           // 1 / batch, in dZ already: then sums are means
  float smoothing;                       // epsilon of smoothed() in regulariser_formulas.h
  Panels A;                              // (n_L, m) written where there is one
  Panels dZ;                             // (n_L, m) written where there is one: share c (A - Y)
  std::span<double> cost;          // m, written: c times the cross-entropy, see loss_formulas.h
  std::span<std::uint8_t> answer;  // m, written: the class, or 1 for yes, as in predict.h
};
void head(const Head& head, Range columns);

// A layer's weights and what belongs to them number by number; all (n, n_before).
struct Weights {
  Panels W;
  Panels transposed;  // W^T (n_before, n), kept up to date where there is one
  Panels sums;        // of the gradient over the chunks of a batch
  Panels first;  // see OptimizerState in mlp/methods/optimizer.h; where the method has none, none
  Panels second;
};

// notes/backward.cpp and notes/update.cpp, done fast, in one pass over W:
//   dW = (1/m) dZ A_before^T, where dZ has the 1/m of the batch in it, added to the sums of the
//   chunks before where the step says so; then W = W - alpha dW, or the method's own step.
// For a range of W's columns, which begins at a multiple of 4; over m examples.
void gradient(const Step& step, const Weights& weights, const Panels& dZ, const Panels& A_before,
              Index m, Range columns);
// The same with the non-zero numbers of A_before alone, listed by row for these columns of W.
void gradient(const Step& step, const Weights& weights, const Panels& dZ,
              const SparseRows& A_before, Range columns);
// The same for the biases, matrices of one column: db = (1/m) sum of dZ over the examples.
void gradient_of_biases(const Step& step, const Weights& b, const Panels& dZ, Index m);
// W^T = W for a range of W's columns, from a multiple of 4, where there is a W^T.
void transpose(const Weights& weights, Range columns);
// The step alone, with the sums as they stand, for a range of W's columns, from a multiple of 4.
void update(const Step& step, const Weights& weights, Range columns);

// notes/reshape.cpp, done fast. Writes the chosen images (n_0 bytes each) as the columns X (n_0,
// m), bytes scaled to 0 ... 1.
void gather(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
            const Panels& X, Range columns);
// Reads the chosen images into the caches, all of them before any is needed: they are strewn over
// the memory, which brings many at once faster than one after the other.
void fetch(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen, Index n_0,
           Range columns);

}  // namespace mlp::kernels
