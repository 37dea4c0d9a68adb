// SPDX-License-Identifier: MIT
// The weights of a layer with what belongs to them, for kernels that take a step along a gradient.
#pragma once

#include "operands.h"

namespace mlp::kernels {

inline constexpr Method kMethods[] = {
    Method::kGradientDescent, Method::kMomentum, Method::kNesterov,
    Method::kRmsprop,         Method::kAdam,     Method::kAdamW};
std::string name_of(Method method);

// What is done besides the method's plain step.
enum class Extra : std::uint8_t {
  kNone,
  kPenalty,  // lambda of L2; the shrinking of kAdamW is always there
  kAdded,    // to the sums of the chunks before
  kKept,     // added, and left for the next chunk: no step
};
inline constexpr Extra kExtras[] = {Extra::kNone, Extra::kPenalty, Extra::kAdded, Extra::kKept};
std::string name_of(Extra extra);

Step step_of(Method method, Extra extra);

// W (n, n_before) with its transpose, and what methods remember.
struct Stepped {
  Stepped(Index n, Index n_before, Method method, bool with_transposed);

  Weights view() const;
  Index columns() const { return W.columns(); }

  PanelMatrix W, transposed, sums, first, second;
};

// What was written to `kernel` and to `twin`, which began as `before`, where the gradient without
// what was added to it may be off by `bound`.
//   products  the gradient itself, as the twin has it
std::vector<Written> written_steps(const Step& step, const Stepped& before, const Stepped& kernel,
                                   const Stepped& twin, const Matrix<double>& products,
                                   const Matrix<double>& bound);

// Eigen's W = W - alpha dW, and of kAdam the whole step, for run_eigen().
struct EigenStep {
  void prepare(const Stepped& of);
  void take(const Step& step, const Matrix<float>& g);

  Matrix<float> W, first, second;
};

}  // namespace mlp::kernels
