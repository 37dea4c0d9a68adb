// SPDX-License-Identifier: MIT
// The verbs against PyTorch: activations, cost, every gradient, ten steps of each optimizer. The
// numbers are in tests/fixtures/parity.txt, made by make_parity.py beside it.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "fixture.h"
#include "mlp/methods/regularise.h"
#include "mlp/notes/backward.h"
#include "mlp/notes/cost.h"
#include "mlp/notes/initialise.h"
#include "mlp/notes/update.h"
#include "small_problem.h"

namespace mlp {
namespace {

const std::map<std::string, Activation> kActivations = {{"relu", Activation::kRelu},
                                                        {"leakyRelu", Activation::kLeakyRelu},
                                                        {"tanh", Activation::kTanh},
                                                        {"sigmoid", Activation::kSigmoid},
                                                        {"gelu", Activation::kGelu}};
const std::map<std::string, Method> kMethods = {
    {"sgd", Method::kGradientDescent}, {"momentum", Method::kMomentum},
    {"nesterov", Method::kNesterov},   {"rmsprop", Method::kRmsprop},
    {"adam", Method::kAdam},           {"adamw", Method::kAdamW}};

struct Case {
  std::string name;
  Network network;
  Optimizer optimizer;
  double weight_decay = 0.0;
  double clip = 0.0;
  double label_smoothing = 0.0;
  double positive_weight = 1.0;
  Tensors tensors;

  const Matrix<double>& at(const std::string& tensor, std::size_t l) const {
    return tensors.at(tensor + "_" + std::to_string(l));
  }
};

Case read_head(std::istream& file) {
  Case read;
  std::string hidden;
  std::string method;
  std::size_t count = 0;
  file >> hidden >> method >> read.weight_decay >> read.clip >> read.label_smoothing >>
      read.positive_weight >> count;
  read.network.layers.resize(count);
  for (Index& units : read.network.layers) file >> units;
  const bool yes_no = read.network.layers.back() == 1;
  read.network.g = {kActivations.at(hidden), yes_no ? Output::kSigmoid : Output::kSoftmax};
  read.optimizer.method = kMethods.at(method);
  read.name = hidden + " " + method + (yes_no ? " yes/no" : " classes");
  return read;
}

std::vector<Case> read_cases() {
  std::ifstream file(std::string(MLP_FIXTURES) + "/parity.txt");
  std::vector<Case> cases;
  for (std::string word; file >> word;) {
    if (word == "case") {
      cases.push_back(read_head(file));
    } else if (word != "end") {
      cases.back().tensors[word] = read_tensor(file);
    }
  }
  return cases;
}

template <typename Scalar>
Parameters<Scalar> parameters_of(const Case& of) {
  Parameters<Scalar> parameters = zeros<Scalar>(of.network);
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    parameters[l - 1].W = of.at("W", l).cast<Scalar>();
    parameters[l - 1].b = of.at("b", l).cast<Scalar>();
  }
  return parameters;
}

// The batch with its labels smoothed and its examples weighted, as the trainer does it.
template <typename Scalar>
struct PreparedBatch {
  explicit PreparedBatch(const Case& of)
      : X(of.tensors.at("X").cast<Scalar>()), Y(of.tensors.at("Y").cast<Scalar>()) {
    if (of.positive_weight != 1.0) {
      for (const Scalar y : Y.reshaped()) {
        c.push_back(y > Scalar(0.5) ? static_cast<Scalar>(of.positive_weight) : Scalar(1));
      }
    }
    smooth_labels<Scalar>(of.network.g.output, of.label_smoothing, Y);
  }

  Matrix<Scalar> X;
  Matrix<Scalar> Y;
  std::vector<Scalar> c;
};

// Each sum has at most 12 terms of size about 1, and there are at most 4 layers: some tens of
// roundings.
template <typename Scalar>
constexpr double kStepTolerance = 1e2 * std::numeric_limits<Scalar>::epsilon();

template <typename Scalar>
void expect_near(const Eigen::Ref<const Matrix<Scalar>>& ours, const Matrix<double>& theirs,
                 double tolerance, const std::string& label) {
  ASSERT_EQ(ours.rows(), theirs.rows()) << label;
  ASSERT_EQ(ours.cols(), theirs.cols()) << label;
  const double worst = (ours.template cast<double>() - theirs).cwiseAbs().maxCoeff();
  const double scale = std::max(1.0, theirs.cwiseAbs().maxCoeff());
  EXPECT_LE(worst / scale, tolerance) << label;
}

template <typename Scalar>
void check_one_step(const Case& of) {
  const Output output = of.network.g.output;
  const auto [X, Y, c] = PreparedBatch<Scalar>(of);
  const std::span<const Scalar> weights(c);
  const Parameters<Scalar> parameters = parameters_of<Scalar>(of);
  Cache<Scalar> cache = make_cache(parameters, X.cols(), true);
  Gradients<Scalar> gradients = zeros<Scalar>(of.network);
  forward<Scalar>(parameters, of.network.g, X, cache);
  const double J = cost<Scalar>(output, cache.back().Z, Y, weights);
  EXPECT_NEAR(J, of.tensors.at("cost")(0, 0), kStepTolerance<Scalar>);
  backward<Scalar>(parameters, of.network.g.hidden, X, Y, X.cols(), cache, gradients, Dropout::kOff,
                   weights);
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    const std::string layer = of.name + " layer " + std::to_string(l);
    expect_near<Scalar>(cache[l - 1].Z, of.at("Z", l), kStepTolerance<Scalar>, layer + " Z");
    expect_near<Scalar>(cache[l - 1].A, of.at("A", l), kStepTolerance<Scalar>, layer + " A");
    expect_near<Scalar>(gradients[l - 1].W, of.at("dW", l), kStepTolerance<Scalar>, layer + " dW");
    expect_near<Scalar>(gradients[l - 1].b, of.at("db", l), kStepTolerance<Scalar>, layer + " db");
  }
}

void check_ten_steps(const Case& of) {
  const Output output = of.network.g.output;
  const auto [X, Y, c] = PreparedBatch<double>(of);
  const std::span<const double> weights(c);
  const Matrix<double>& costs = of.tensors.at("costs");
  const double alpha = of.tensors.at("learning_rate")(0, 0);
  Parameters<double> parameters = parameters_of<double>(of);
  Cache<double> cache = make_cache(parameters, X.cols(), true);
  Gradients<double> gradients = zeros<double>(of.network);
  const Optimizer& optimizer = of.optimizer;
  const double decay = optimizer.method == Method::kAdamW ? of.weight_decay : 0.0;
  OptimizerState<double> state = make_state(optimizer.method, parameters);
  // Ten times the roundings of one step; dividing by small roots makes them larger.
  constexpr double kTolerance = 1e3 * kStepTolerance<double>;
  ASSERT_EQ(costs.size(), 10);
  for (Index step = 0; step < costs.size(); ++step) {
    forward<double>(parameters, of.network.g, X, cache);
    EXPECT_NEAR(cost<double>(output, cache.back().Z, Y, weights), costs(step), kTolerance)
        << of.name << " step " << step;
    clear(gradients);
    backward<double>(parameters, of.network.g.hidden, X, Y, X.cols(), cache, gradients,
                     Dropout::kOff, weights);
    // PyTorch divides by the norm plus 1e-6: the only difference, of relative size 1e-6 / norm.
    if (of.clip > 0.0) {
      const double norm = clip(1e300, gradients);
      if (norm > of.clip) clip(of.clip * norm / (norm + 1e-6), gradients);
    }
    if (optimizer.method != Method::kAdamW) add_penalty(parameters, of.weight_decay, gradients);
    update(parameters, gradients, optimizer, alpha, decay, state);
  }
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    const std::string layer = of.name + " trained layer " + std::to_string(l);
    expect_near<double>(parameters[l - 1].W, of.at("trained_W", l), kTolerance, layer + " W");
    expect_near<double>(parameters[l - 1].b, of.at("trained_b", l), kTolerance, layer + " b");
  }
}

TEST(Parity, TheFixtureHasEveryActivationAndMethodForBothHeads) {
  std::set<std::pair<Activation, Output>> activations;
  std::set<Method> methods;
  for (const Case& each : read_cases()) {
    activations.insert({each.network.g.hidden, each.network.g.output});
    methods.insert(each.optimizer.method);
  }
  EXPECT_EQ(activations.size(), 10U) << "run tests/fixtures/make_parity.py";
  EXPECT_EQ(methods.size(), 6U);
}

TEST(Parity, OneStepInFloat64) {
  for (const Case& each : read_cases()) check_one_step<double>(each);
}
TEST(Parity, OneStepInFloat32) {
  for (const Case& each : read_cases()) check_one_step<float>(each);
}
TEST(Parity, TenStepsOfEveryMethod) {
  for (const Case& each : read_cases()) check_ten_steps(each);
}

}  // namespace
}  // namespace mlp
