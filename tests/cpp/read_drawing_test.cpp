// SPDX-License-Identifier: MIT
#include "mlp/trainer/read_drawing.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace mlp {
namespace {

const std::vector<Stroke> kSeven = {{{10, 10}, {60, 10}, {30, 90}}, {{25, 50}, {55, 50}}};

// What rasterise() makes of the strokes.
std::vector<std::uint8_t> drawn(const Preprocessing& preprocessing = {}) {
  std::vector<std::uint8_t> image(kDigitPixels);
  rasterise(kSeven, preprocessing, std::span<std::uint8_t, kDigitPixels>(image));
  return image;
}

TEST(ReadDrawing, IsToDrawAndToPredict) {
  for (const auto& [outputs, output] :
       {std::pair{Index{10}, Output::kSoftmax}, std::pair{Index{1}, Output::kSigmoid}}) {
    Trainer trainer;
    ASSERT_TRUE(trainer.configure({.layers = {784, 16, outputs}, .g = {.output = output}}).ok());
    for (const Index copies : {1, 5, 9}) {
      for (const bool deskew : {false, true}) {
        const Preprocessing preprocessing = {.deskew = deskew};
        Reading reading;
        ASSERT_TRUE(read_drawing(trainer, kSeven, preprocessing, copies, reading).ok());
        EXPECT_EQ(reading.image, drawn(preprocessing));
        std::vector<float> expected(static_cast<std::size_t>(outputs));
        ASSERT_TRUE(trainer.predict(reading.image, expected, copies).ok());
        EXPECT_EQ(reading.probabilities, expected);
      }
    }
  }
}

TEST(ReadDrawing, HasNoAnswerWithoutInkOrWhereNoneIsAsked) {
  Trainer trainer;
  ASSERT_TRUE(trainer.configure({.layers = {784, 16, 10}}).ok());
  Reading reading;
  ASSERT_TRUE(read_drawing(trainer, kSeven, {}, 1, reading).ok());
  ASSERT_EQ(reading.probabilities.size(), 10U);
  ASSERT_TRUE(read_drawing(trainer, {}, {}, 1, reading).ok());
  EXPECT_EQ(reading.image, std::vector<std::uint8_t>(kDigitPixels));
  EXPECT_TRUE(reading.probabilities.empty());
  ASSERT_TRUE(read_drawing(trainer, kSeven, {}, 0, reading).ok());
  EXPECT_EQ(reading.image, drawn());
  EXPECT_TRUE(reading.probabilities.empty());
}

TEST(ReadDrawing, SaysWhatDoesNotFit) {
  Trainer trainer;
  Reading reading;
  EXPECT_EQ(read_drawing(trainer, kSeven, {}, 1, reading).code, Code::kBadState);
  ASSERT_TRUE(trainer.configure({.layers = {49, 16, 10}}).ok());
  EXPECT_EQ(read_drawing(trainer, kSeven, {}, 1, reading).code, Code::kBadData);
  EXPECT_EQ(reading.image, drawn());
  EXPECT_TRUE(reading.probabilities.empty());
  EXPECT_TRUE(read_drawing(trainer, kSeven, {}, 0, reading).ok());
  ASSERT_TRUE(trainer.configure({.layers = {784, 16, 10}}).ok());
  EXPECT_EQ(read_drawing(trainer, kSeven, {}, 3, reading).code, Code::kBadSetting);
}

}  // namespace
}  // namespace mlp
