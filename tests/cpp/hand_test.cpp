// SPDX-License-Identifier: MIT
// The ways of writing digits: each named, reached as often as it should be, and what it is called.
#include "data/hand/hand.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "data/hand/ways.h"

namespace mlp {
namespace {

const Way& way_called(int label, const std::string& name) {
  for (const Way& way : ways_of(label)) {
    if (way.name == name) return way;
  }
  ADD_FAILURE() << "no way of writing " << label << " is called " << name;
  return ways_of(label).front();
}

struct Box {
  float left = 1e9F;
  float top = 1e9F;
  float right = -1e9F;
  float bottom = -1e9F;

  float width() const { return right - left; }
  float height() const { return bottom - top; }
  float middle_x() const { return 0.5F * (left + right); }
  float middle_y() const { return 0.5F * (top + bottom); }
};

Box box_of(const Stroke& stroke) {
  Box box;
  for (const Point& p : stroke) {
    box.left = std::min(box.left, p.x);
    box.right = std::max(box.right, p.x);
    box.top = std::min(box.top, p.y);
    box.bottom = std::max(box.bottom, p.y);
  }
  return box;
}

using Drawing = std::vector<Stroke>;

// So many digits written in this way, as strokes.
std::vector<Drawing> written(int label, const std::string& name, int count) {
  const Way& way = way_called(label, name);
  std::vector<Drawing> all;
  Hand hand;
  Rng rng(17);
  for (int i = 0; i < count; ++i) {
    const std::span<const Stroke> strokes = hand.write(label, way, Hands::kOther, rng);
    all.emplace_back(strokes.begin(), strokes.end());
  }
  return all;
}

// Whether the segments a ... b and c ... d cross.
bool cross(const Point& a, const Point& b, const Point& c, const Point& d) {
  const auto side = [](const Point& p, const Point& q, const Point& r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0.0F;
  };
  return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b);
}

int crossings(const Stroke& one, const Stroke& other) {
  int count = 0;
  for (std::size_t i = 1; i < one.size(); ++i) {
    for (std::size_t j = 1; j < other.size(); ++j) {
      count += cross(one[i - 1], one[i], other[j - 1], other[j]) ? 1 : 0;
    }
  }
  return count;
}

// The share of the drawings of which something is so.
template <typename Holds>
double share_of(const std::vector<Drawing>& drawings, Holds holds) {
  const auto count = std::count_if(drawings.begin(), drawings.end(), holds);
  return static_cast<double>(count) / static_cast<double>(drawings.size());
}

TEST(Ways, HaveNamesOfTheirOwn) {
  for (int label = 0; label < 10; ++label) {
    std::set<std::string> names;
    for (const Way& way : ways_of(label)) names.insert(way.name);
    EXPECT_EQ(names.size(), ways_of(label).size()) << "digit " << label;
    EXPECT_GE(names.size(), 6U) << "digit " << label;
  }
}

TEST(Ways, AreReachedAsOftenAsTheirSharesSay) {
  for (const Hands hands : {Hands::kAll, Hands::kOther}) {
    for (int label = 0; label < 10; ++label) {
      const auto share = [hands](const Way& way) {
        return static_cast<double>(hands == Hands::kAll ? way.all : way.other);
      };
      double total = 0.0;
      for (const Way& way : ways_of(label)) total += share(way);
      constexpr int kDraws = 20000;
      std::map<std::string, int> counts;
      Rng rng(static_cast<std::uint64_t>(label) + 1);
      for (int i = 0; i < kDraws; ++i) ++counts[random_way(label, hands, rng).name];
      for (const Way& way : ways_of(label)) {
        const double expected = share(way) / total;
        // Five standard deviations of a count.
        const double tolerance = 5.0 * std::sqrt(expected * (1.0 - expected) / kDraws) + 1e-9;
        EXPECT_NEAR(static_cast<double>(counts[way.name]) / kDraws, expected, tolerance)
            << label << ", " << way.name;
      }
    }
  }
}

TEST(Ways, OfOtherHandsAreTheOnesThatMnistLacks) {
  const auto other = [](int label, const std::string& name) {
    double total = 0.0;
    for (const Way& way : ways_of(label)) total += static_cast<double>(way.other);
    return static_cast<double>(way_called(label, name).other) / total;
  };
  const auto all = [](int label, const std::string& name) {
    double total = 0.0;
    for (const Way& way : ways_of(label)) total += static_cast<double>(way.all);
    return static_cast<double>(way_called(label, name).all) / total;
  };
  for (const auto& [label, name] :
       std::vector<std::pair<int, std::string>>{{0, "slashed"},
                                                {1, "flag"},
                                                {1, "flag and base"},
                                                {4, "lightning"},
                                                {7, "crossed"},
                                                {7, "serifed and crossed"},
                                                {9, "curled"},
                                                {9, "hooked head"},
                                                {9, "foot"}}) {
    EXPECT_GT(other(label, name), all(label, name)) << label << ", " << name;
  }
  EXPECT_LT(other(1, "plain"), all(1, "plain"));
  EXPECT_LT(other(7, "plain"), all(7, "plain"));
  EXPECT_LT(other(9, "straight"), all(9, "straight"));
}

TEST(Ways, KeepTheCountOfTheirStrokes) {
  const std::vector<std::tuple<int, std::string, std::size_t>> counts = {
      {0, "plain", 1},       {0, "slashed", 2},       {1, "flag", 1},
      {1, "base", 2},        {1, "flag and base", 2}, {1, "flag and base, one stroke", 1},
      {4, "lightning", 2},   {4, "one stroke", 1},    {5, "two strokes", 2},
      {5, "one stroke", 1},  {7, "crossed", 2},       {7, "serifed", 1},
      {8, "two circles", 2}, {9, "curled", 1}};
  for (const auto& [label, name, strokes] : counts) {
    for (const Drawing& drawing : written(label, name, 50)) {
      EXPECT_EQ(drawing.size(), strokes) << label << ", " << name;
    }
  }
}

TEST(Ways, SlashTheZeroInside) {
  const double inside = share_of(written(0, "slashed", 300), [](const Drawing& drawing) {
    const Box oval = box_of(drawing[0]);
    const Box slash = box_of(drawing[1]);
    return slash.middle_x() > oval.left && slash.middle_x() < oval.right &&
           slash.middle_y() > oval.top && slash.middle_y() < oval.bottom &&
           slash.height() > 0.4F * oval.height();
  });
  EXPECT_GT(inside, 0.97);
}

TEST(Ways, CrossTheSeven) {
  for (const char* name : {"crossed", "serifed and crossed", "crossed, round", "crossed, wavy",
                           "crossed, bent", "crossed, arched"}) {
    const double crossed = share_of(written(7, name, 300), [](const Drawing& drawing) {
      return crossings(drawing[0], drawing[1]) >= 1;
    });
    EXPECT_GT(crossed, 0.95) << name;
  }
}

TEST(Ways, FlagTheOneToTheLeftOfItsTop) {
  for (const char* name : {"flag", "flat flag", "hooked flag", "arched flag", "flag and base"}) {
    double shortest = 1.0;
    double longest = 0.0;
    for (const Drawing& drawing : written(1, name, 300)) {
      // From the tip of the flag to the height of the stem's top, of the whole height.
      const Stroke& stroke = drawing[0];
      const Box box = box_of(stroke);
      const double drop = static_cast<double>((stroke.front().y - box.top) / box.height());
      shortest = std::min(shortest, drop);
      longest = std::max(longest, drop);
    }
    EXPECT_LT(shortest, 0.25) << name;
    EXPECT_GT(longest, 0.3) << name;
  }
}

TEST(Ways, PutTheBaseUnderTheOne) {
  const double under = share_of(written(1, "base", 300), [](const Drawing& drawing) {
    const Box stem = box_of(drawing[0]);
    return box_of(drawing[1]).middle_y() > stem.middle_y() + 0.3F * stem.height();
  });
  EXPECT_GT(under, 0.95);
}

TEST(Ways, CurlTheNineToTheLeft) {
  for (const char* name : {"curled", "foot", "hooked head", "small head, curled"}) {
    const double left = share_of(written(9, name, 300), [](const Drawing& drawing) {
      const Stroke& stroke = drawing[0];
      const Box box = box_of(stroke);
      // The lowest part ends left of the middle; the head is in the upper half.
      return stroke.back().x < box.middle_x() && stroke.front().y < box.middle_y() &&
             stroke.back().y > box.middle_y();
    });
    EXPECT_GT(left, 0.9) << name;
  }
}

// Whatever the shaking and the bends, the strokes stay a digit's: finite, and neither a dot nor a
// line thinner than a one.
TEST(Hand, KeepsEveryWayLegible) {
  Hand hand;
  Rng rng(3);
  for (const Hands hands : {Hands::kAll, Hands::kOther}) {
    for (int label = 0; label < 10; ++label) {
      for (const Way& way : ways_of(label)) {
        for (int i = 0; i < 100; ++i) {
          Box box;
          for (const Stroke& stroke : hand.write(label, way, hands, rng)) {
            ASSERT_GE(stroke.size(), 2U);
            ASSERT_LE(stroke.size(), kMostPoints);
            const Box one = box_of(stroke);
            box.left = std::min(box.left, one.left);
            box.right = std::max(box.right, one.right);
            box.top = std::min(box.top, one.top);
            box.bottom = std::max(box.bottom, one.bottom);
          }
          ASSERT_TRUE(std::isfinite(box.width()) && std::isfinite(box.height()));
          ASSERT_GT(box.height(), 0.5F) << label << ", " << way.name;
          const float narrowest = label == 1 ? 0.0F : 0.12F;
          ASSERT_GT(box.width(), narrowest * box.height()) << label << ", " << way.name;
          ASSERT_LT(box.width(), 5.0F * box.height()) << label << ", " << way.name;
        }
      }
    }
  }
}

}  // namespace
}  // namespace mlp
