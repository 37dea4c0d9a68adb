// SPDX-License-Identifier: MIT
// Section: 6, update
// Called by: cpp/src/insight/walkthrough.cpp
// Fast twin: cpp/src/kernels/step.h
// Held together by: tests/cpp/engine_test.cpp
#include "mlp/notes/update.h"

#include <cmath>

namespace mlp {
namespace {

// The factors of one step, in the precision of the weights.
template <typename Scalar>
struct Factors {
  Scalar alpha, mu, rho, beta_1, beta_2, epsilon, shrink;
  Scalar rest_of_rho, rest_1, rest_2;  // 1 - rho, 1 - b1, 1 - b2
  Scalar correction_1, correction_2;   // 1 / (1 - b1^t), 1 / (1 - b2^t)

  Factors(const Optimizer& optimizer, double rate, Index t)
      : alpha(static_cast<Scalar>(rate)),
        mu(static_cast<Scalar>(optimizer.momentum)),
        rho(static_cast<Scalar>(optimizer.rho)),
        beta_1(static_cast<Scalar>(optimizer.beta_1)),
        beta_2(static_cast<Scalar>(optimizer.beta_2)),
        epsilon(static_cast<Scalar>(optimizer.epsilon)),
        shrink(static_cast<Scalar>(1.0 - rate * optimizer.decay)),
        // Taken before rounding: a b near 1 rounds to 1 in float32.
        rest_of_rho(static_cast<Scalar>(1.0 - optimizer.rho)),
        rest_1(static_cast<Scalar>(1.0 - optimizer.beta_1)),
        rest_2(static_cast<Scalar>(1.0 - optimizer.beta_2)),
        correction_1(static_cast<Scalar>(1.0 / (1.0 - power(optimizer.beta_1, t)))),
        correction_2(static_cast<Scalar>(1.0 / (1.0 - power(optimizer.beta_2, t)))) {}

  // b^t by squaring: the same bits everywhere, which std::pow does not promise.
  static double power(double b, Index t) {
    double result = 1.0;
    for (; t > 0; t /= 2, b *= b) {
      if (t % 2 == 1) result *= b;
    }
    return result;
  }
};

// One step of w, a whole W_l or b_l, along g; first and second are its part of the state.
template <typename Numbers, typename Scalar>
void step(Method method, const Factors<Scalar>& f, Numbers& w, const Numbers& g, Numbers* first,
          Numbers* second) {
  switch (method) {
    case Method::kGradientDescent:
      // w = w - alpha g
      w -= f.alpha * g;
      return;
    case Method::kMomentum:
      // v = mu v + g;  w = w - alpha v
      *first = f.mu * *first + g;
      w -= f.alpha * *first;
      return;
    case Method::kNesterov:
      // v = mu v + g;  w = w - alpha (g + mu v)
      *first = f.mu * *first + g;
      w -= f.alpha * (g + f.mu * *first);
      return;
    case Method::kRmsprop:
      // s = rho s + (1 - rho) g^2;  w = w - alpha g / (sqrt s + eps)
      second->array() = f.rho * second->array() + f.rest_of_rho * g.array().square();
      w.array() -= f.alpha * g.array() / (second->array().sqrt() + f.epsilon);
      return;
    case Method::kAdam:
    case Method::kAdamW:
      // m = b1 m + (1 - b1) g;  v = b2 v + (1 - b2) g^2
      *first = f.beta_1 * *first + f.rest_1 * g;
      second->array() = f.beta_2 * second->array() + f.rest_2 * g.array().square();
      // w = w - alpha (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + eps)
      w.array() -= f.alpha * (f.correction_1 * first->array()) /
                   ((f.correction_2 * second->array()).sqrt() + f.epsilon);
      return;
  }
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
            const Optimizer& optimizer, double alpha, OptimizerState<Scalar>& state) {
  ++state.t;
  const Factors<Scalar> factors(optimizer, alpha, state.t);
  const auto part = [](Parameters<Scalar>& of, std::size_t l) {
    return of.empty() ? nullptr : &of[l - 1];
  };
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    Layer<Scalar>& layer = parameters[l - 1];
    Layer<Scalar>* first = part(state.first, l);
    Layer<Scalar>* second = part(state.second, l);
    // w = w - alpha decay w, of W_l alone
    if (optimizer.method == Method::kAdamW) layer.W *= factors.shrink;
    step(optimizer.method, factors, layer.W, gradients[l - 1].W, first ? &first->W : nullptr,
         second ? &second->W : nullptr);
    step(optimizer.method, factors, layer.b, gradients[l - 1].b, first ? &first->b : nullptr,
         second ? &second->b : nullptr);
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
                            OptimizerState<float>&);
template void update<double>(Parameters<double>&, const Gradients<double>&, const Optimizer&,
                             double, OptimizerState<double>&);
template void clear<float>(Gradients<float>&);
template void clear<double>(Gradients<double>&);

}  // namespace mlp
