// SPDX-License-Identifier: MIT
#include "mlp/data/digits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <vector>

#include "ink.h"

namespace mlp {
namespace {

struct Digits {
  std::vector<std::uint8_t> images;
  std::vector<std::uint8_t> labels;
};

Digits generated(std::uint64_t seed, std::uint64_t first, std::size_t count,
                 Hands hands = Hands::kAll) {
  Digits digits{std::vector<std::uint8_t>(count * kDigitPixels), std::vector<std::uint8_t>(count)};
  EXPECT_TRUE(generate_digits(seed, first, digits.images, digits.labels, hands).ok());
  return digits;
}

// These very bytes are made on every machine, natively and in WebAssembly. Whoever changes the
// generator on purpose changes this number; it must then come out the same in both builds.
TEST(GenerateDigits, MakesTheSameBytesEverywhere) {
  const auto hash = [](Hands hands) {
    const Digits digits = generated(1, 0, 1000, hands);
    return fnv1a(digits.images, fnv1a(digits.labels));
  };
  EXPECT_EQ(hash(Hands::kAll), 7604322582855613254ULL);
  EXPECT_EQ(hash(Hands::kOther), 7425811760163932091ULL);
}

TEST(GenerateDigits, DependOnTheSeedAndTheirNumberAlone) {
  const Digits whole = generated(5, 100, 50);
  const Digits part = generated(5, 120, 10);
  EXPECT_TRUE(std::equal(part.labels.begin(), part.labels.end(), whole.labels.begin() + 20));
  EXPECT_TRUE(
      std::equal(part.images.begin(), part.images.end(), whole.images.begin() + 20 * kDigitPixels));
  EXPECT_EQ(generated(5, 100, 50).images, whole.images);
  EXPECT_NE(generated(6, 100, 50).images, whole.images);
  const Digits other = generated(5, 100, 50, Hands::kOther);
  EXPECT_EQ(other.labels, whole.labels);
  EXPECT_NE(other.images, whole.images);
}

TEST(GenerateDigits, HaveLabelsThatAreEquallyLikely) {
  const Digits digits = generated(3, 0, 10000);
  std::array<int, 10> counts{};
  for (const std::uint8_t label : digits.labels) ++counts.at(label);
  // Each count is 1000 with a standard deviation of 30; five of those on either side.
  for (const int count : counts) EXPECT_NEAR(count, 1000, 150);
}

TEST(GenerateDigits, LookLikeMnistInSizePlaceAndInk) {
  constexpr std::size_t kCount = 5000;
  const Digits digits = generated(2, 0, kCount);
  double sum = 0.0;
  for (std::size_t i = 0; i < kCount; ++i) {
    const Ink ink = ink_of(std::span(digits.images).subspan(i * kDigitPixels, kDigitPixels));
    ASSERT_EQ(std::max(ink.width(), ink.height()), kDigitBox) << "digit number " << i;
    ASSERT_NEAR(ink.x, 14.0, 1.0);
    ASSERT_NEAR(ink.y, 14.0, 1.0);
    sum += ink.sum;
  }
  EXPECT_NEAR(sum / (255.0 * kCount * kDigitPixels), 0.1307, 0.008);  // MNIST's mean ink
}

TEST(GenerateDigits, RefuseMemoryOfTheWrongSize) {
  std::vector<std::uint8_t> images(2 * kDigitPixels - 1, 7);
  std::vector<std::uint8_t> labels(2, 7);
  const Status status = generate_digits(1, 0, images, labels);
  EXPECT_EQ(status.code, Code::kBadData);
  EXPECT_NE(status.text.find("784"), std::string::npos) << status.text;
  EXPECT_EQ(labels[0], 7);
  EXPECT_TRUE(generate_digits(1, 0, {}, {}).ok());
}

TEST(GenerateDigit, WritesTheDigitAskedFor) {
  Rng rng(9);
  Image first;
  Image second;
  for (int label = 0; label < 10; ++label) {
    generate_digit(label, rng, first);
    generate_digit(label, rng, second);
    EXPECT_GT(ink_of(first).sum, 0.0);
    EXPECT_NE(first, second);  // no two are alike
  }
}

}  // namespace
}  // namespace mlp
