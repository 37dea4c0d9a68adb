// SPDX-License-Identifier: MIT
#include "mlp/data/rasterise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "ink.h"

namespace mlp {
namespace {

TEST(Rasterise, FitsTheLongerSideTo20PixelsAndKeepsTheAspect) {
  // The path takes 20 pixels less the pen's width; the other side is half of that, and the pen.
  const Pen pen{2.0F, 1.0F};
  const Ink tall = ink_of(drawn({ellipse(100, 200, 50, 100, 200)}, {.pen = pen}));
  EXPECT_EQ(tall.height(), 20);
  EXPECT_NEAR(tall.width(), 11, 1);
  expect_centred(tall);
  const Ink wide = ink_of(drawn({ellipse(0, 0, 3, 1.5, 200)}, {.pen = pen}));
  EXPECT_EQ(wide.width(), 20);
  EXPECT_NEAR(wide.height(), 11, 1);
  expect_centred(wide);
}

TEST(Rasterise, DrawsStraightLinesOfThePensWidth) {
  const Image across = drawn({{{5, 3}, {90, 3}}}, {.pen = {2.0F, 1.0F}});
  const Ink ink = ink_of(across);
  EXPECT_EQ(ink.width(), 20);
  EXPECT_EQ(ink.height(), 2);
  EXPECT_NEAR(ink.sum / 255.0, 40.0, 1.0);  // 20 x 2 pixels, less the round corners
  expect_centred(ink);
  const Ink down = ink_of(drawn({{{3, 5}, {3, 90}}}, {.pen = {2.0F, 1.0F}}));
  EXPECT_EQ(down.width(), 2);
  EXPECT_EQ(down.height(), 20);
}

TEST(Rasterise, MovesTheCentreOfMassToTheCentre) {
  // Most ink of these is far from the middle of their box.
  const Stroke shape_of_6 = {{30, 0}, {0, 60}, {0, 90}, {30, 100}, {50, 85}, {30, 65}, {0, 80}};
  expect_centred(ink_of(drawn({shape_of_6})));
  const Stroke shape_of_7 = {{0, 0}, {60, 0}, {50, 10}, {0, 10}, {60, 5}, {20, 100}};
  expect_centred(ink_of(drawn({shape_of_7})));
}

TEST(Rasterise, KeepsStrokesApart) {
  const Image image = drawn({{{0, 0}, {0, 100}}, {{100, 0}, {100, 100}}});
  const Ink ink = ink_of(image);
  EXPECT_EQ(ink.width(), 20);
  const int middle = (ink.left + ink.right) / 2;
  for (int y = 0; y < kDigitSide; ++y) {
    EXPECT_EQ(image[static_cast<std::size_t>(y * kDigitSide + middle)], 0);
  }
}

TEST(Rasterise, IsTheSameInAnyUnitAndPlace) {
  const auto scaled = [](float scale, float shift) {
    Stroke stroke;
    for (const Point& p : Stroke{{0, 0}, {4, 1}, {5, 7}, {2, 8}, {0, 6}}) {
      stroke.push_back({p.x * scale + shift, p.y * scale - shift});
    }
    return drawn({stroke});
  };
  const Image expected = scaled(1.0F, 0.0F);
  EXPECT_EQ(scaled(0x1p+120F, 0.0F), expected);  // near the largest float
  EXPECT_EQ(scaled(0x1p-140F, 0.0F), expected);  // below the normal numbers
  EXPECT_EQ(scaled(16.0F, 1024.0F), expected);
}

TEST(Rasterise, LeavesADotAsLargeAsThePen) {
  for (const Stroke& dot : {Stroke{{7, 9}}, Stroke{{7, 9}, {7, 9}, {7, 9}}}) {
    const Ink ink = ink_of(drawn({dot}, {.pen = {3.0F, 1.0F}}));
    EXPECT_GE(ink.width(), 3);
    EXPECT_LE(ink.width(), 4);
    EXPECT_EQ(ink.width(), ink.height());
    expect_centred(ink);
  }
}

TEST(Rasterise, GivesPaperWhenThereIsNothingToDraw) {
  constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
  const Image paper{};
  EXPECT_EQ(drawn({}), paper);
  EXPECT_EQ(drawn({{}, {}}), paper);
  EXPECT_EQ(drawn({{{kNaN, 0}, {0, kNaN}}}), paper);
}

TEST(Rasterise, LeavesOutPointsThatAreNotFinite) {
  constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  const Image expected = drawn({{{0, 0}, {5, 9}, {9, 2}}});
  EXPECT_EQ(drawn({{{kNaN, 1}, {0, 0}, {5, 9}, {kInfinity, 3}, {9, 2}, {1, -kInfinity}}}),
            expected);
}

TEST(Rasterise, TakesThousandsOfPoints) {
  const Image coarse = drawn({ellipse(0, 0, 30, 50, 400)});
  const Image fine = drawn({ellipse(0, 0, 30, 50, 100000)});
  for (std::size_t i = 0; i < coarse.size(); ++i) EXPECT_NEAR(coarse[i], fine[i], 16);
}

TEST(Rasterise, DrawsWithAnyPen) {
  constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
  const std::vector<Stroke> strokes = {ellipse(0, 0, 30, 50, 100)};
  double last = 0.0;
  for (const float width : {-1e9F, 2.0F, 3.0F, 4.0F, 1e9F}) {
    const Ink ink = ink_of(drawn(strokes, {.pen = {width, 1.0F}}));
    EXPECT_GT(ink.sum, last);
    EXPECT_EQ(ink.height(), 20);
    last = ink.sum;
  }
  EXPECT_EQ(drawn(strokes, {.pen = {kNaN, kNaN}}), drawn(strokes));
  for (const float softness : {-1.0F, 0.0F, 1e9F}) {
    EXPECT_GT(ink_of(drawn(strokes, {.pen = {2.0F, softness}})).sum, 0.0);
  }
}

TEST(Rasterise, MakesTheDarkestPixelFullInk) {
  for (const float width : {1.0F, 1.5F, 2.0F, 5.0F}) {
    const Image image = drawn({ellipse(0, 0, 30, 50, 100)}, {.pen = {width, 1.5F}});
    EXPECT_EQ(*std::max_element(image.begin(), image.end()), 255);
  }
}

TEST(Rasterise, LeavesOutADotFarAway) {
  const Stroke zero = ellipse(50, 50, 30, 50, 40);
  const Image alone = drawn({zero});
  EXPECT_EQ(drawn({zero, {{190, 180}}}), alone);
  EXPECT_EQ(drawn({{{-90, 20}, {-88, 21}}, zero}), alone);
  EXPECT_NE(drawn({zero, {{190, 180}}}, {.keep_slips = true}), alone);
  // Larger than a dot, and far away; and so near that it is a part of the digit.
  const Stroke dash = {{190, 180}, {204, 180}};
  EXPECT_EQ(drawn({zero, dash}), alone);
  const Stroke near = {{84, 50}, {98, 50}};
  EXPECT_NE(drawn({zero, near}), alone);
}

TEST(Rasterise, KeepsTheShortPartsOfDigits) {
  // The flag and the base of a 1, the bar of a 7, the bar of a 5: none is a slip.
  const Stroke stem = {{30, 0}, {30, 100}};
  for (const Stroke& part : {Stroke{{20, 12}, {30, 0}}, Stroke{{18, 101}, {42, 101}},
                             Stroke{{22, 50}, {40, 48}}, Stroke{{32, -3}, {44, -4}}}) {
    EXPECT_TRUE(find_slips(std::vector<Stroke>{stem, part}).empty());
  }
}

TEST(Rasterise, TakesADrawingOfDotsAsItIs) {
  EXPECT_TRUE(find_slips(std::vector<Stroke>{{{3, 4}}}).empty());
  EXPECT_TRUE(find_slips({}).empty());
  std::vector<Stroke> dots;
  for (const Point& p : ellipse(50, 50, 30, 50, 24)) {
    dots.push_back({p, {p.x + 0.02F * static_cast<float>(dots.size()), p.y}});
  }
  EXPECT_TRUE(find_slips(dots).empty());
  EXPECT_EQ(ink_of(drawn(dots)).height(), 20);
}

TEST(Rasterise, DeskewsByTheMomentsOfThePath) {
  const auto leaning = [](float lean) {
    // A 1 with a base, sheared.
    std::vector<Stroke> strokes = {{{0, 0}, {0, 50}, {0, 100}}, {{-20, 100}, {20, 100}}};
    for (Stroke& stroke : strokes) {
      for (Point& p : stroke) p.x += 40.0F - lean * p.y;
    }
    return strokes;
  };
  const Image upright = drawn(leaning(0.0F), {.deskew = true});
  EXPECT_EQ(upright, drawn(leaning(0.0F)));
  for (const float lean : {-0.5F, 0.25F, 0.75F}) {
    EXPECT_NE(drawn(leaning(lean)), upright);
    const Image deskewed = drawn(leaning(lean), {.deskew = true});
    for (std::size_t i = 0; i < upright.size(); ++i) EXPECT_NEAR(deskewed[i], upright[i], 2);
  }
  // It makes no more than a slant of 45 degrees upright, and copes with what has no height.
  EXPECT_GT(ink_of(drawn(leaning(2.0F), {.deskew = true})).width(), 12);
  EXPECT_EQ(drawn({{{0, 3}, {9, 3}}}, {.deskew = true}), drawn({{{0, 3}, {9, 3}}}));
  EXPECT_EQ(drawn({{{5, 5}}}, {.deskew = true}), drawn({{{5, 5}}}));
}

TEST(Rasterise, DrawsAWiderLineWhereThePenIsPressed) {
  const auto line = [](float above, float below) {
    Stroke stroke;
    for (int i = 0; i <= 40; ++i) {
      stroke.push_back({50, static_cast<float>(i), i <= 20 ? above : below});
    }
    return drawn({stroke});
  };
  // Of one row, counted from the upper or, below 0, from the lower end of the ink; in pixels.
  const auto ink_at = [](const Image& image, int row) {
    const Ink ink = ink_of(image);
    const int y = row < 0 ? ink.bottom + row : ink.top + row;
    double sum = 0.0;
    for (int x = 0; x < kDigitSide; ++x) {
      sum += image[static_cast<std::size_t>(y * kDigitSide + x)] / 255.0;
    }
    return sum;
  };
  const Image even = line(0.5F, 0.5F);
  const Image pressed = line(0.2F, 0.8F);
  EXPECT_NEAR(ink_at(even, 5), ink_at(even, -5), 0.01);
  EXPECT_LT(ink_at(pressed, 5), ink_at(even, 5) - 0.1);
  EXPECT_GT(ink_at(pressed, -5), ink_at(even, -5) + 0.1);
  // It is the change that counts, not how hard the device or the hand presses.
  EXPECT_EQ(line(0.1F, 0.1F), even);
  EXPECT_EQ(line(1.0F, 1.0F), even);
  EXPECT_EQ(line(0.0F, 0.0F), even);
  EXPECT_EQ(line(0.25F, 1.0F), line(0.125F, 0.5F));
  // Numbers that are none count as the mean; and there is never a gap.
  constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(line(kNaN, 0.5F), even);
  const Image thin = line(0.0F, 1.0F);
  EXPECT_EQ(ink_of(thin).height(), 20);
  for (int row = 0; row < 20; ++row) EXPECT_GT(ink_at(thin, row), 0.2) << row;
}

TEST(Rasterise, ShowsTheFrameAsItIsWhenAsked) {
  // A small drawing in the upper left stays there and small.
  const std::vector<Stroke> small = {ellipse(70, 70, 30, 40, 40)};
  const Ink ink = ink_of(drawn(small, {.frame = 280}));
  EXPECT_NEAR(ink.x, 6.5, 0.5);
  EXPECT_NEAR(ink.y, 6.5, 0.5);
  EXPECT_NEAR(ink.height(), 11, 1);
  // What is outside is not seen.
  EXPECT_EQ(drawn({ellipse(700, 700, 30, 40, 40)}, {.frame = 280}), Image{});
  EXPECT_EQ(drawn(small, {.frame = -1}), drawn(small));
  // Nor is what is as far outside as numbers go, and a line that goes there is seen up to the edge.
  const Image edge = drawn({{{100, 140}, {300, 140}}}, {.frame = 280});
  for (const float far : {1e6F, 1e12F}) {
    EXPECT_EQ(drawn({{{100, 140}, {far, 140}}}, {.frame = 280}), edge) << far;
  }
  for (const float far : {-3e38F, -1e12F, 1e12F, 3e38F}) {
    EXPECT_EQ(drawn({ellipse(far, 70, 30, 40, 40)}, {.frame = 280}), Image{}) << far;
    EXPECT_EQ(drawn({ellipse(70, far, 30, 40, 40)}, {.frame = 280}), Image{}) << far;
  }
}

}  // namespace
}  // namespace mlp
