// SPDX-License-Identifier: MIT
// The F32x4 of this build against the one of plain floats, and that against arithmetic one number
// at a time: bit by bit.
#include "kernels/f32x4.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "kernels/f32x4_scalar.h"
#include "mlp/base/rng.h"

namespace mlp::kernels {
namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

// Groups of four with all that is special about floats among them.
std::vector<float> values() {
  std::vector<float> values = {0.0F,       -0.0F,    1.0F,    -1.0F,   kInfinity, -kInfinity,
                               kNan,       1e-40F,   -1e-40F, 3.4e38F, -3.4e38F,  0x1p-126F,
                               16777217.F, 0x1p-24F, 0.1F,    -2.5F};
  Rng rng(3);
  while (values.size() < 400) {
    values.push_back(static_cast<float>(rng.normal() * std::exp2(rng.uniform(-30.0, 30.0))));
  }
  return values;
}

// The same bits; of NaN there are many, and which one it is the machine may choose.
void expect_same(float a, float b, float of, float with) {
  if (std::isnan(a) && std::isnan(b)) return;
  EXPECT_EQ(std::bit_cast<std::uint32_t>(a), std::bit_cast<std::uint32_t>(b))
      << a << " and " << b << " of " << of << " and " << with;
}

// Calls check(a, b), pointers to four floats each, for every pair of values in some lane.
template <typename Check>
void for_pairs(Check check) {
  const std::vector<float> a = values();
  for (std::size_t shift = 0; shift < a.size(); shift += 7) {
    std::vector<float> b(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) b[i] = a[(i + shift) % a.size()];
    for (std::size_t i = 0; i + 4 <= a.size(); i += 4) check(&a[i], &b[i]);
  }
}

// One operation: of this build's F32x4, of plain floats in fours, and of one float.
template <typename Four, typename Plain, typename One>
void expect_lanes(Four four, Plain plain, One one) {
  for_pairs([&](const float* a, const float* b) {
    float of_four[4];
    float of_plain[4];
    store(of_four, four(load(a), load(b)));
    scalar::store(of_plain, plain(scalar::load(a), scalar::load(b)));
    for (int k = 0; k < 4; ++k) {
      expect_same(of_four[k], of_plain[k], a[k], b[k]);
      expect_same(of_plain[k], one(a[k], b[k]), a[k], b[k]);
    }
  });
}

TEST(F32x4, AddsSubtractsMultipliesAndDivides) {
  expect_lanes([](auto a, auto b) { return a + b; }, [](auto a, auto b) { return a + b; },
               [](float a, float b) { return a + b; });
  expect_lanes([](auto a, auto b) { return a - b; }, [](auto a, auto b) { return a - b; },
               [](float a, float b) { return a - b; });
  expect_lanes([](auto a, auto b) { return a * b; }, [](auto a, auto b) { return a * b; },
               [](float a, float b) { return a * b; });
  expect_lanes([](auto a, auto b) { return a / b; }, [](auto a, auto b) { return a / b; },
               [](float a, float b) { return a / b; });
}

TEST(F32x4, TakesRootsAndSizes) {
  expect_lanes([](auto a, auto) { return sqrt(a); }, [](auto a, auto) { return sqrt(a); },
               [](float a, float) { return std::sqrt(a); });
  expect_lanes([](auto a, auto) { return abs(a); }, [](auto a, auto) { return abs(a); },
               [](float a, float) { return std::abs(a); });
}

TEST(F32x4, ComparesAndKeepsNan) {
  expect_lanes([](auto a, auto b) { return max(a, b); }, [](auto a, auto b) { return max(a, b); },
               [](float a, float b) { return b > a ? b : a; });
  expect_lanes([](auto a, auto b) { return where_greater(a, b, b, a); },
               [](auto a, auto b) { return where_greater(a, b, b, a); },
               [](float a, float b) { return a > b ? b : a; });
  expect_lanes([](auto a, auto b) { return min(a, b); }, [](auto a, auto b) { return min(a, b); },
               [](float a, float b) { return b < a ? b : a; });
  float kept[4];
  store(kept, max(splat(kNan), splat(0.0F)));
  for (const float value : kept) EXPECT_TRUE(std::isnan(value));
}

TEST(F32x4, ScalesByPowersOfTwo) {
  // As exp_of_negative() calls it: integers from -126 to 0 in the lowest bits.
  for (int power = -126; power <= 0; ++power) {
    const float carrier = 12582912.0F + static_cast<float>(power);
    float four[4];
    float plain[4];
    store(four, scale_by_power(splat(1.25F), splat(carrier)));
    scalar::store(plain, scalar::scale_by_power(scalar::splat(1.25F), scalar::splat(carrier)));
    for (int k = 0; k < 4; ++k) {
      expect_same(four[k], std::ldexp(1.25F, power), 1.25F, carrier);
      expect_same(plain[k], std::ldexp(1.25F, power), 1.25F, carrier);
    }
  }
}

TEST(F32x4, MultipliesAndAddsWithOneRoundingOrTwo) {
  for_pairs([](const float* a, const float* b) {
    float sums[4];
    store(sums, madd(load(a), load(b), splat(0.7F)));
    for (int k = 0; k < 4; ++k) {
      const float twice = a[k] * b[k] + 0.7F;
#if defined(MLP_TURBO)
      // The machine may choose, but between these two.
      const float once = std::fma(a[k], b[k], 0.7F);
      if (std::isnan(sums[k]) && std::isnan(once)) continue;
      EXPECT_TRUE(sums[k] == twice || sums[k] == once) << a[k] << " * " << b[k];
#else
      expect_same(sums[k], twice, a[k], b[k]);
#endif
    }
  });
}

TEST(F32x4, LoadsSplatsAndTransposes) {
  const std::vector<float> from = values();
  for (std::size_t i = 0; i + 17 <= from.size(); ++i) {
    float rows[16];
    float splats[4];
    F32x4 lines[4];
    for (std::size_t k = 0; k < 4; ++k) lines[k] = load(&from[i + 4 * k]);
    transpose(lines[0], lines[1], lines[2], lines[3]);
    for (int k = 0; k < 4; ++k) store(rows + 4 * k, lines[k]);
    store(splats, load_splat(&from[i]));
    for (std::size_t row = 0; row < 4; ++row) {
      expect_same(splats[row], from[i], 0.0F, 0.0F);
      for (std::size_t column = 0; column < 4; ++column) {
        expect_same(rows[4 * row + column], from[i + 4 * column + row], 0.0F, 0.0F);
      }
    }
    scalar::F32x4 plain[4];
    for (std::size_t k = 0; k < 4; ++k) plain[k] = scalar::load(&from[i + 4 * k]);
    scalar::transpose(plain[0], plain[1], plain[2], plain[3]);
    for (int k = 0; k < 16; ++k) expect_same(plain[k / 4].v[k % 4], rows[k], 0.0F, 0.0F);
  }
}

TEST(F32x4, FindsTheBytesThatAreNotZero) {
  Rng rng(4);
  for (int round = 0; round < 1000; ++round) {
    std::uint8_t bytes[16];
    std::uint32_t expected = 0;
    for (std::uint32_t k = 0; k < 16; ++k) {
      bytes[k] = rng.below(3) == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(rng.below(256));
      if (bytes[k] != 0) expected |= 1U << k;
    }
    EXPECT_EQ(non_zero_bytes(bytes), expected);
    EXPECT_EQ(scalar::non_zero_bytes(bytes), expected);
  }
}

TEST(F32x4, GoesToIntegersAndBytesAndBack) {
  Rng rng(5);
  std::vector<std::uint32_t> table(300);
  for (std::uint32_t& entry : table) entry = rng.next();
  for (int round = 0; round < 1000; ++round) {
    float from[4];
    for (float& value : from) value = static_cast<float>(rng.uniform(-2.0, 300.0));
    float whole[4];
    float plain[4];
    store(whole, to_float(truncate(load(from))));
    scalar::store(plain, scalar::to_float(scalar::truncate(scalar::load(from))));
    for (int k = 0; k < 4; ++k) {
      EXPECT_EQ(whole[k], std::trunc(from[k]));
      EXPECT_EQ(plain[k], std::trunc(from[k]));
      from[k] = std::min(std::max(from[k], 0.0F), 255.9F);
    }
    std::uint8_t bytes[4];
    std::uint8_t plain_bytes[4];
    store_bytes(bytes, truncate(load(from)));
    scalar::store_bytes(plain_bytes, scalar::truncate(scalar::load(from)));
    store(whole, byte_of<2>(look_up(table.data(), truncate(load(from)))));
    scalar::store(plain, scalar::byte_of<2>(
                             scalar::look_up(table.data(), scalar::truncate(scalar::load(from)))));
    for (std::size_t k = 0; k < 4; ++k) {
      const auto index = static_cast<std::size_t>(from[k]);
      EXPECT_EQ(bytes[k], index);
      EXPECT_EQ(plain_bytes[k], index);
      EXPECT_EQ(whole[k], static_cast<float>(table[index] >> 16U & 255U));
      EXPECT_EQ(plain[k], whole[k]);
    }
  }
}

}  // namespace
}  // namespace mlp::kernels
