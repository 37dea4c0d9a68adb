// SPDX-License-Identifier: MIT
// Section: 6, update
// Called by: cpp/src/notes/train.cpp, cpp/src/insight/walkthrough.cpp
// Fast twin: cpp/src/kernels/gradient.cpp
// Held together by: tests/cpp/notes_engine_test.cpp, tests/cpp/kernels_test.cpp
#include "mlp/notes/update.h"

#include "mlp/methods/optimizer_formulas.h"

namespace mlp {
namespace {

// The numbers of a whole W_l or b_l in one array.
template <typename Scalar>
using Array = Eigen::Array<Scalar, Eigen::Dynamic, 1>;
template <typename Scalar>
using Numbers = Eigen::Map<Array<Scalar>>;
template <typename Scalar>
using ConstNumbers = Eigen::Map<const Array<Scalar>>;

template <typename Plain>
auto numbers_of(Plain& matrix) {
  return Numbers<typename Plain::Scalar>(matrix.data(), matrix.size());
}
template <typename Plain>
auto numbers_of(const Plain& matrix) {
  return ConstNumbers<typename Plain::Scalar>(matrix.data(), matrix.size());
}

// One step of w, a whole W_l or b_l, along g; first and second are its part of the state.
template <typename Scalar>
void step(Method method, const StepFactors<Scalar>& factors, Numbers<Scalar> w,
          ConstNumbers<Scalar> g, Numbers<Scalar> first, Numbers<Scalar> second) {
  with_method(method, [&]<Method known>() { take_step<known>(factors, w, g, first, second); });
}

template <typename Scalar>
Parameters<Scalar> zeros_like(const Parameters<Scalar>& parameters) {
  Parameters<Scalar> zeros = parameters;
  clear(zeros);
  return zeros;
}

}  // namespace

template <typename Scalar>
OptimizerState<Scalar> make_state(Method method, const Parameters<Scalar>& parameters) {
  OptimizerState<Scalar> state;
  if (keeps_first(method)) state.first = zeros_like(parameters);
  if (keeps_second(method)) state.second = zeros_like(parameters);
  return state;
}

template <typename Scalar>
void update(Parameters<Scalar>& parameters, const Gradients<Scalar>& gradients, Scalar alpha) {
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    // W_l = W_l - alpha dW_l
    parameters[l - 1].W -= alpha * gradients[l - 1].W;
    // b_l = b_l - alpha db_l
    parameters[l - 1].b -= alpha * gradients[l - 1].b;
  }
}

template <typename Scalar>
void update(Parameters<Scalar>& parameters, const Gradients<Scalar>& gradients,
            const Optimizer& optimizer, double alpha, double decay, OptimizerState<Scalar>& state) {
  ++state.t;
  if (optimizer.method == Method::kGradientDescent) {
    return update(parameters, gradients, static_cast<Scalar>(alpha));
  }
  const auto of_weights = step_factors<Scalar>(optimizer, alpha, decay, state.t);
  const auto of_biases = step_factors<Scalar>(optimizer, alpha, 0.0, state.t);
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    Layer<Scalar>& layer = parameters[l - 1];
    const Layer<Scalar>& along = gradients[l - 1];
    // Where the method remembers nothing these are never touched.
    Layer<Scalar>& first = state.first.empty() ? layer : state.first[l - 1];
    Layer<Scalar>& second = state.second.empty() ? layer : state.second[l - 1];
    step<Scalar>(optimizer.method, of_weights, numbers_of(layer.W), numbers_of(along.W),
                 numbers_of(first.W), numbers_of(second.W));
    step<Scalar>(optimizer.method, of_biases, numbers_of(layer.b), numbers_of(along.b),
                 numbers_of(first.b), numbers_of(second.b));
  }
}

template <typename Scalar>
void clear(Gradients<Scalar>& gradients) {
  for (Layer<Scalar>& layer : gradients) {
    layer.W.setZero();
    layer.b.setZero();
  }
}

template OptimizerState<float> make_state<float>(Method, const Parameters<float>&);
template OptimizerState<double> make_state<double>(Method, const Parameters<double>&);
template void update<float>(Parameters<float>&, const Gradients<float>&, float);
template void update<double>(Parameters<double>&, const Gradients<double>&, double);
template void update<float>(Parameters<float>&, const Gradients<float>&, const Optimizer&, double,
                            double, OptimizerState<float>&);
template void update<double>(Parameters<double>&, const Gradients<double>&, const Optimizer&,
                             double, double, OptimizerState<double>&);
template void clear<float>(Gradients<float>&);
template void clear<double>(Gradients<double>&);

}  // namespace mlp
