// SPDX-License-Identifier: MIT
// The verbs against PyTorch: activations, cost, every gradient, ten steps of training. The numbers
// are in tests/fixtures/parity.txt, made by make_parity.py beside it.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "mlp/backward.h"
#include "mlp/cost.h"
#include "mlp/update.h"
#include "small_problem.h"

namespace mlp {
namespace {

constexpr double kLearningRate = 0.3;  // of make_parity.py

struct Case {
  std::string name;
  Network network;
  std::map<std::string, Matrix<double>> tensors;

  const Matrix<double>& at(const std::string& tensor, std::size_t l) const {
    return tensors.at(tensor + "_" + std::to_string(l));
  }
};

std::vector<Case> read_cases() {
  std::ifstream file(std::string(MLP_FIXTURES) + "/parity.txt");
  std::vector<Case> cases;
  for (std::string word; file >> word;) {
    if (word == "case") {
      Case& added = cases.emplace_back();
      std::size_t count = 0;
      file >> added.name >> count;
      added.network.layers.resize(count);
      for (Index& units : added.network.layers) file >> units;
      if (added.network.layers.back() == 1) added.network.g = {.output = Output::kSigmoid};
    } else if (word != "end") {
      Index rows = 0;
      Index columns = 0;
      file >> rows >> columns;
      Matrix<double>& tensor = cases.back().tensors[word];
      tensor.resize(rows, columns);
      for (double& value : tensor.reshaped()) file >> value;
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

// Each sum has at most 12 terms of size about 1, and there are at most 4 layers: some tens of
// roundings, and ten times as many after ten steps.
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
  const Matrix<Scalar> X = of.tensors.at("X").cast<Scalar>();
  const Matrix<Scalar> Y = of.tensors.at("Y").cast<Scalar>();
  const Parameters<Scalar> parameters = parameters_of<Scalar>(of);
  Cache<Scalar> cache = make_cache(parameters, X.cols(), true);
  Gradients<Scalar> gradients = zeros<Scalar>(of.network);
  forward<Scalar>(parameters, of.network.g, X, cache);
  const double J = cost<Scalar>(output, cache.back().Z, Y);
  EXPECT_NEAR(J, of.tensors.at("cost")(0, 0), kStepTolerance<Scalar>);
  backward<Scalar>(parameters, of.network.g.hidden, X, Y, X.cols(), cache, gradients);
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    const std::string layer = of.name + " layer " + std::to_string(l);
    expect_near<Scalar>(cache[l - 1].Z, of.at("Z", l), kStepTolerance<Scalar>, layer + " Z");
    expect_near<Scalar>(cache[l - 1].A, of.at("A", l), kStepTolerance<Scalar>, layer + " A");
    expect_near<Scalar>(gradients[l - 1].W, of.at("dW", l), kStepTolerance<Scalar>, layer + " dW");
    expect_near<Scalar>(gradients[l - 1].b, of.at("db", l), kStepTolerance<Scalar>, layer + " db");
  }
}

template <typename Scalar>
void check_ten_steps(const Case& of) {
  const Output output = of.network.g.output;
  const Matrix<Scalar> X = of.tensors.at("X").cast<Scalar>();
  const Matrix<Scalar> Y = of.tensors.at("Y").cast<Scalar>();
  const Matrix<double>& costs = of.tensors.at("costs");
  Parameters<Scalar> parameters = parameters_of<Scalar>(of);
  Cache<Scalar> cache = make_cache(parameters, X.cols(), true);
  Gradients<Scalar> gradients = zeros<Scalar>(of.network);
  ASSERT_EQ(costs.size(), 10);
  for (Index step = 0; step < costs.size(); ++step) {
    forward<Scalar>(parameters, of.network.g, X, cache);
    EXPECT_NEAR(cost<Scalar>(output, cache.back().Z, Y), costs(step), 10 * kStepTolerance<Scalar>)
        << of.name << " step " << step;
    clear(gradients);
    backward<Scalar>(parameters, of.network.g.hidden, X, Y, X.cols(), cache, gradients);
    update(parameters, gradients, static_cast<Scalar>(kLearningRate));
  }
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    const std::string layer = of.name + " trained layer " + std::to_string(l);
    expect_near<Scalar>(parameters[l - 1].W, of.at("trained_W", l), 10 * kStepTolerance<Scalar>,
                        layer + " W");
    expect_near<Scalar>(parameters[l - 1].b, of.at("trained_b", l), 10 * kStepTolerance<Scalar>,
                        layer + " b");
  }
}

TEST(Parity, TheFixtureHasBothHeads) {
  const std::vector<Case> cases = read_cases();
  ASSERT_EQ(cases.size(), 4U) << "run tests/fixtures/make_parity.py";
}

TEST(Parity, OneStepInFloat64) {
  for (const Case& each : read_cases()) check_one_step<double>(each);
}
TEST(Parity, OneStepInFloat32) {
  for (const Case& each : read_cases()) check_one_step<float>(each);
}
TEST(Parity, TenStepsInFloat64) {
  for (const Case& each : read_cases()) check_ten_steps<double>(each);
}
TEST(Parity, TenStepsInFloat32) {
  for (const Case& each : read_cases()) check_ten_steps<float>(each);
}

}  // namespace
}  // namespace mlp
