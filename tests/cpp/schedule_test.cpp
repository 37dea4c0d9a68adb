// SPDX-License-Identifier: MIT
#include "mlp/methods/schedule.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "fixture.h"

namespace mlp {
namespace {

Tensors read_schedules() {
  std::ifstream file(std::string(MLP_FIXTURES) + "/schedules.txt");
  Tensors tensors;
  for (std::string word; file >> word;) tensors[word] = read_tensor(file);
  return tensors;
}

void expect_same(const Schedule& schedule, const Matrix<double>& theirs) {
  ASSERT_EQ(theirs.size(), schedule.total);
  for (Index update = 0; update < schedule.total; ++update) {
    EXPECT_NEAR(rate(schedule, update), theirs(update), 1e-14) << "update " << update;
  }
}

TEST(Schedule, StepCosineAndOneCycleAreThoseOfPyTorch) {
  const Tensors theirs = read_schedules();
  expect_same({.curve = Curve::kStep, .total = 40, .every = 7}, theirs.at("step"));
  expect_same({.curve = Curve::kCosine, .total = 40}, theirs.at("cosine"));
  expect_same({.curve = Curve::kOneCycle, .total = 40}, theirs.at("oneCycle"));
}

TEST(Schedule, ConstantStaysAndOthersStayAtTheirLastBeyondTheRun) {
  EXPECT_EQ(rate({}, 0), 1.0);
  EXPECT_EQ(rate({.total = 10}, 1000), 1.0);
  const Schedule cosine = {.curve = Curve::kCosine, .total = 10};
  EXPECT_EQ(rate(cosine, 10), rate(cosine, 9));
  EXPECT_EQ(rate(cosine, -1), 1.0);
}

TEST(Schedule, WarmUpRisesLinearlyToTheFullRate) {
  const Schedule schedule = {.curve = Curve::kCosine, .total = 20, .warm_up = 4};
  EXPECT_DOUBLE_EQ(rate(schedule, 0), 0.25);
  EXPECT_DOUBLE_EQ(rate(schedule, 3), 1.0);
  EXPECT_DOUBLE_EQ(rate(schedule, 4), 1.0);
  EXPECT_LT(rate(schedule, 5), 1.0);
  EXPECT_GT(rate(schedule, 19), 0.0);
}

TEST(Schedule, IsAboveZeroForEveryUpdateOfEveryCurve) {
  for (const Curve curve : {Curve::kConstant, Curve::kStep, Curve::kCosine, Curve::kOneCycle}) {
    for (const Index total : {1, 2, 3, 10}) {
      for (Index update = 0; update < total; ++update) {
        EXPECT_GT(rate({.curve = curve, .total = total}, update), 0.0);
        EXPECT_LE(rate({.curve = curve, .total = total}, update), 1.0);
      }
    }
  }
}

}  // namespace
}  // namespace mlp
