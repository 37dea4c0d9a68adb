// SPDX-License-Identifier: MIT
// Every kernel against its twin, over sizes below, at and above the tile, prime, 1 and real.
#include "kernels/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <map>

#include "kernel_case.h"

namespace mlp::kernels {
namespace {

constexpr Sizes kSmall[] = {
    {1, 1, 1, 1.0},    {1, 2, 3, 0.5},    {2, 3, 1, 0.5},    {3, 1, 2, 1.0},   {7, 8, 9, 0.5},
    {8, 9, 7, 0.2},    {9, 7, 8, 0.9},    {31, 32, 5, 0.5},  {32, 33, 4, 0.3}, {33, 31, 13, 0.0},
    {10, 61, 32, 0.5}, {61, 10, 33, 0.4}, {16, 17, 31, 0.5}, {49, 3, 61, 1.0},
};

// n, n_before of the layers that are trained, with batches of 128.
constexpr Sizes kReal[] = {
    {128, 784, 128, 0.2}, {512, 784, 128, 0.2}, {256, 512, 128, 0.5}, {10, 800, 128, 0.6}};

std::string text(const Sizes& sizes) {
  return std::to_string(sizes.n) + " x " + std::to_string(sizes.n_before) + ", m " +
         std::to_string(sizes.m) + ", density " + std::to_string(sizes.density);
}

// Calls check(of, sizes) for every case with small sizes, and for those that are measured with the
// real ones.
template <typename Check>
void for_cases(Check check) {
  for (const KernelCase& of : kernel_cases()) {
    for (const Sizes& sizes : kSmall) {
      SCOPED_TRACE(of.name + " " + text(sizes));
      check(of, sizes);
    }
    if (!of.measured) continue;
    for (const Sizes& sizes : kReal) {
      SCOPED_TRACE(of.name + " " + text(sizes));
      check(of, sizes);
    }
  }
}

// Where a number is farther from the twin's than it may be.
void expect_within_bounds(const Written& of) {
  SCOPED_TRACE(of.name);
  ASSERT_EQ(of.kernel.rows(), of.bound.rows());
  ASSERT_EQ(of.kernel.cols(), of.bound.cols());
  const auto error = (of.kernel - of.twin).array().abs();
  // Written so that NaN is outside.
  const Index outside = of.kernel.size() - (error <= of.bound.array()).count();
  if (outside == 0) return;
  Index row = 0;
  Index column = 0;
  (error - of.bound.array()).maxCoeff(&row, &column);
  ADD_FAILURE() << outside << " of " << of.kernel.size() << " numbers; the farthest, (" << row
                << ", " << column << "), is " << of.kernel(row, column) << " and should be "
                << of.twin(row, column) << " within " << of.bound(row, column);
}

// Rows that fill up the last panel.
void expect_zeros_below(const Written& of) {
  if (of.panels == nullptr) return;
  const Panels view = of.panels->view();
  for (Index row = view.rows; row < round_up(view.rows, kPanel); ++row) {
    for (Index column = 0; column < round_up(view.columns, kColumns); ++column) {
      ASSERT_EQ(*view.at(row, column), 0.0F) << of.name << " (" << row << ", " << column << ")";
    }
  }
}

void expect_same_bits(const std::vector<Written>& a, const std::vector<Written>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t k = 0; k < a.size(); ++k) {
    ASSERT_EQ(a[k].kernel.size(), b[k].kernel.size());
    const auto bytes = static_cast<std::size_t>(a[k].kernel.size()) * sizeof(double);
    if (bytes == 0) continue;  // no list has an entry
    EXPECT_EQ(std::memcmp(a[k].kernel.data(), b[k].kernel.data(), bytes), 0) << a[k].name;
  }
}

// Of a new case, all of its range in one call.
std::vector<Written> written_by(const KernelCase& of, const Sizes& sizes) {
  const std::unique_ptr<Case> made = of.make(sizes);
  made->run(made->range());
  return made->written();
}

TEST(Kernels, ComputeWhatTheirTwinsDo) {
  for_cases([](const KernelCase& of, const Sizes& sizes) {
    const std::unique_ptr<Case> made = of.make(sizes);
    made->run(made->range());
    made->run_twin();
    for (const Written& written : made->written()) {
      expect_within_bounds(written);
      expect_zeros_below(written);
    }
  });
}

TEST(Kernels, GiveTheSameBitsHoweverTheirRangesAreCut) {
  for_cases([](const KernelCase& of, const Sizes& sizes) {
    // The largest take long, and have nothing of their own here.
    if (sizes.n > 256) return;
    const std::unique_ptr<Case> whole = of.make(sizes);
    const Range range = whole->range();
    if (range.end <= whole->grain()) return;
    whole->run(range);
    const std::vector<Written> together = whole->written();
    for (const Index parts : {2, 3, 7}) {
      const std::unique_ptr<Case> cut = of.make(sizes);
      for (Index part = 0; part < parts; ++part) {
        // In the wrong order too, as threads may come to it.
        const Index number = parts == 3 ? parts - 1 - part : part;
        const Range some = share(range, number, parts, cut->grain());
        if (some.begin < some.end) cut->run(some);
      }
      expect_same_bits(cut->written(), together);
      if (sizes.m == 128) break;
    }
  });
}

TEST(Kernels, GiveTheSameBitsWithTheZerosLeftOut) {
  std::map<std::string, const KernelCase*> named;
  for (const KernelCase& of : kernel_cases()) named[of.name] = &of;
  int compared = 0;
  for_cases([&](const KernelCase& of, const Sizes& sizes) {
    if (of.same_as.empty()) return;
    ASSERT_TRUE(named.contains(of.same_as)) << of.same_as;
    expect_same_bits(written_by(of, sizes), written_by(*named[of.same_as], sizes));
    ++compared;
  });
  EXPECT_GT(compared, 500);
}

// A network whose numbers have grown beyond all bounds must be seen as such.
TEST(Kernels, PassOnNan) {
  PanelMatrix W(3, 2), b(3, 1), A_before(2, 4), A(3, 4);
  *W.view().at(1, 1) = std::numeric_limits<float>::quiet_NaN();
  for (const Activation g : {Activation::kRelu, Activation::kTanh, Activation::kGelu}) {
    forward({W.view(), b.view(), g, {}, {}, A.view()}, A_before.view(), {0, 4});
    EXPECT_TRUE(std::isnan(*A.view().at(1, 2)));
    EXPECT_FALSE(std::isnan(*A.view().at(0, 2)));
  }
  std::vector<double> cost(4);
  std::vector<std::uint8_t> answer(4);
  const std::vector<std::uint8_t> labels(4);
  Head of{};
  of.output = Output::kSoftmax;
  of.Z = of.A = A.view();
  of.labels = labels;
  of.positive_weight = 1.0F;
  of.cost = cost;
  of.answer = answer;
  head(of, {0, 4});
  EXPECT_TRUE(std::isnan(cost[2]));
}

TEST(Share, CutsAtTheGrainAndLeavesNothingOut) {
  for (Index end = 0; end < 70; ++end) {
    for (Index parts = 1; parts < 12; ++parts) {
      Index reached = 0;
      for (Index part = 0; part < parts; ++part) {
        const Range range = share({0, end}, part, parts, 4);
        EXPECT_EQ(range.begin, reached);
        EXPECT_LE(range.begin, range.end);
        EXPECT_TRUE(range.begin % 4 == 0 || range.begin == end);
        reached = range.end;
      }
      EXPECT_EQ(reached, end);
    }
  }
}

}  // namespace
}  // namespace mlp::kernels
