// SPDX-License-Identifier: MIT
#include "steps.h"

#include "mlp/methods/optimizer_formulas.h"

namespace mlp::kernels {
namespace {

using Numbers = Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic>;

// A number with what it may be off by.
struct Bounded {
  Numbers value;
  Numbers error;
};

Numbers of(const PanelMatrix& panels) { return numbers(panels, panels.columns()).array(); }

// s = b s + (1 - b) g^2
Bounded squares(double b, double rest, const Numbers& before, const Bounded& g) {
  const Numbers s = b * before + rest * g.value.square();
  return {s, rest * (2.0 * g.value.abs() + g.error) * g.error + 4.0 * kU * s};
}

// v = mu v + rest g
Bounded mixed(double mu, double rest, const Numbers& before, const Bounded& g) {
  const Numbers size = (mu * before).abs() + rest * g.value.abs();
  return {mu * before + rest * g.value, rest * g.error + 3.0 * kU * size};
}

// m / (sqrt s + eps): its slope by m is 1 / sqrt s at most, by s m / (2 s sqrt s).
Bounded quotient(const Bounded& m, const Bounded& s) {
  const Numbers root = s.value.sqrt();
  const Numbers q = m.value.abs() / root;
  return {q, m.error / root + q * s.error / (2.0 * s.value) + 6.0 * kU * q};
}

}  // namespace

std::string name_of(Method method) {
  switch (method) {
    case Method::kGradientDescent:
      return "gradient descent";
    case Method::kMomentum:
      return "momentum";
    case Method::kNesterov:
      return "Nesterov";
    case Method::kRmsprop:
      return "RMSprop";
    case Method::kAdam:
      return "Adam";
    case Method::kAdamW:
      return "AdamW";
  }
  return {};
}

std::string name_of(Extra extra) {
  switch (extra) {
    case Extra::kNone:
      return "";
    case Extra::kPenalty:
      return ", penalty";
    case Extra::kAdded:
      return ", added";
    case Extra::kKept:
      return ", kept";
  }
  return {};
}

Step step_of(Method method, Extra extra) {
  Step step = make_step({.method = method}, 0.01, method == Method::kAdamW ? 0.1 : 0.0, 3);
  if (extra == Extra::kPenalty) step.penalty = 0.05F;
  step.add = extra == Extra::kAdded || extra == Extra::kKept;
  step.update = extra != Extra::kKept;
  return step;
}

// Squares are remembered as numbers near 1: where they are near 0, the step of the methods that
// divide by their root is a jump, and nothing could be said of its error.
Stepped::Stepped(Index n, Index n_before, Method method, bool with_transposed)
    : W(random_panels(n, n_before, 11)), sums(random_panels(n, n_before, 12)) {
  const bool adam = method == Method::kAdam || method == Method::kAdamW;
  if (with_transposed) {
    transposed = PanelMatrix(n_before, n);
    transpose(view(), {0, n_before});
  }
  if (adam || method == Method::kMomentum || method == Method::kNesterov) {
    first = random_panels(n, n_before, 13);
  }
  if (adam || method == Method::kRmsprop) second = positive_panels(n, n_before, 14);
}

Weights Stepped::view() const {
  return {W.view(), transposed.view(), sums.view(), first.view(), second.view()};
}

std::vector<Written> written_steps(const Step& step, const Stepped& before, const Stepped& kernel,
                                   const Stepped& twin, const Matrix<double>& products,
                                   const Matrix<double>& bound) {
  Bounded g = {products.array(), bound.array()};
  if (step.add) {
    g.value += of(before.sums);
    g.error += 2.0 * kU * of(before.sums).abs();
  }
  g.error += kU * g.value.abs();
  const Index all = before.columns();
  if (!step.update) return {make_written("sums", kernel.sums, twin.sums, all, g.error)};
  // g = g + lambda w
  const Numbers w = of(before.W);
  g.value += static_cast<double>(step.penalty) * w;
  g.error += 3.0 * kU * (step.penalty * w.abs() + g.value.abs());
  std::vector<Written> written;
  Bounded first, second;
  Bounded along = g;  // w = w - alpha along
  const auto second_of = [&](float b, float rest) {
    second = squares(b, rest, of(before.second), g);
    written.push_back(
        make_written("second", kernel.second, twin.second, all, second.error.matrix()));
  };
  const auto first_of = [&](float mu, float rest) {
    first = mixed(mu, rest, of(before.first), g);
    written.push_back(make_written("first", kernel.first, twin.first, all, first.error.matrix()));
  };
  switch (step.method) {
    case Method::kGradientDescent:
      break;
    case Method::kMomentum:
      first_of(step.factors.mu, 1.0F);
      along = first;
      break;
    case Method::kNesterov:
      first_of(step.factors.mu, 1.0F);
      along = mixed(1.0, step.factors.mu, g.value, first);
      along.error += g.error;
      break;
    case Method::kRmsprop:
      second_of(step.factors.rho, step.factors.rest_of_rho);
      along = quotient(g, second);
      break;
    case Method::kAdam:
    case Method::kAdamW: {
      first_of(step.factors.beta_1, step.factors.rest_1);
      second_of(step.factors.beta_2, step.factors.rest_2);
      const double c_1 = step.factors.correction_1;
      const double c_2 = step.factors.correction_2;
      along = quotient({c_1 * first.value, c_1 * first.error},
                       {c_2 * second.value, c_2 * second.error});
      break;
    }
  }
  const double alpha = -step.factors.minus_alpha;
  const Numbers of_W = alpha * along.error + 3.0 * kU * (w.abs() + alpha * along.value.abs());
  written.push_back(make_written("W", kernel.W, twin.W, all, of_W.matrix()));
  if (!kernel.transposed.empty()) {
    const Matrix<double> exact = Matrix<double>::Zero(all, kernel.W.rows());
    Written transposed =
        make_written("transposed", kernel.transposed, kernel.transposed, kernel.W.rows(), exact);
    transposed.twin = numbers(kernel.W, all).transpose();
    written.push_back(transposed);
  }
  return written;
}

void EigenStep::prepare(const Stepped& of) {
  W = floats(of.W, of.columns());
  if (!of.first.empty()) first = floats(of.first, of.columns());
  if (!of.second.empty()) second = floats(of.second, of.columns());
}

void EigenStep::take(const Step& step, const Matrix<float>& g) {
  auto w = W.array();
  auto m = first.array();
  auto v = second.array();
  with_method(step.method,
              [&]<Method method>() { take_step<method>(step.factors, w, g.array(), m, v); });
}

}  // namespace mlp::kernels
