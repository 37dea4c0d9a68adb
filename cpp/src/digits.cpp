// SPDX-License-Identifier: MIT
#include "mlp/digits.h"

#include <algorithm>
#include <array>
#include <string>

#include "digit_skeletons.h"
#include "mlp/portable_math.h"
#include "pen_path.h"

namespace mlp {
namespace {

// About normal with mean 0 and this standard deviation, but never beyond three of them: a far
// outlier would no longer be the digit that its label says.
float noise(Rng& rng, float deviation) {
  const double sum = rng.uniform() + rng.uniform() + rng.uniform();  // variance 3 / 12
  return deviation * static_cast<float>(2.0 * sum - 3.0);
}

// A random factor around 1; deviation is that of its logarithm.
float factor(Rng& rng, float deviation) {
  return static_cast<float>(portable::exp(static_cast<double>(noise(rng, deviation))));
}

// The means and deviations below were chosen by how well a network trained on generated digits
// alone reads the 60,000 training images of MNIST and, with less weight, the drawings of
// pendigits-tra (so neither is an independent test of them; MNIST's test images are). They spread
// wider than MNIST's own digits do: the skeletons are fewer than the ways in which people write.

// What differs from digit to digit.
struct Habit {
  float slant;      // mean shear, to the right
  float width;      // mean factor on the skeleton's width
  float looseness;  // factor on how far the knots are shaken
};

// Little for the 4: when its top closes, or opens, it is some 9.
constexpr std::array<Habit, 10> kHabits = {{{0.22F, 1.18F, 1.0F},
                                            {0.22F, 1.03F, 1.0F},
                                            {0.12F, 1.15F, 1.3F},
                                            {0.06F, 1.15F, 1.2F},
                                            {0.20F, 1.15F, 0.6F},
                                            {0.15F, 1.15F, 1.0F},
                                            {0.06F, 1.15F, 1.0F},
                                            {0.00F, 1.18F, 1.0F},
                                            {0.15F, 1.13F, 1.0F},
                                            {0.13F, 1.13F, 1.0F}}};

// How far knots are shaken, in units of the skeletons; the ends of strokes more, so that they
// leave gaps, meet, or cross.
constexpr float kKnotDeviation = 3.8F;
constexpr float kEndDeviation = 5.8F;

// How the whole of one digit differs from its skeleton.
struct Distortion {
  float slant;   // shear: x per height
  float aspect;  // factor on the width
  float cos;     // of the angle by which the digit is turned
  float sin;
  // -sin, so that both lines of the rotation are sums: where the machine has fused multiply-add,
  // GCC 12 fuses a sum beside a difference even with -ffp-contract=off.
  float minus_sin;
  // Smooth bends, of second and third order in the place.
  float arc;   // a bow of the whole height
  float sway;  // an S of the whole height
  float fan;   // the foot wider than the head
  float drop;  // the waist lower
  float tilt;  // one side taller
  float sag;   // the middle lower than the sides

  Point operator()(const Point& p) const {
    // -0.6 ... 0.6 over the width of the skeleton and -1 ... 1 over its height.
    const float u = p.x * 0.02F - 0.6F;
    const float v = p.y * 0.02F - 1.0F;
    const float bent_u = u + arc * v * v + sway * v * v * v + fan * u * v;
    const float bent_v = v + drop * v * v + tilt * u * v + sag * u * u;
    const float x = aspect * bent_u - slant * bent_v;
    return {cos * x + minus_sin * bent_v, sin * x + cos * bent_v};
  }
};

Distortion random_distortion(const Habit& habit, Rng& rng) {
  Distortion d{};
  d.slant = habit.slant + noise(rng, 0.33F);
  d.aspect = habit.width * factor(rng, 0.25F);
  // cos and sin of the angle 2 atan t: the points of the circle without its functions, which
  // differ in the last bit from one C library to the next.
  const float t = noise(rng, 0.07F);
  d.cos = (1.0F - t * t) / (1.0F + t * t);
  d.sin = 2.0F * t / (1.0F + t * t);
  d.minus_sin = -d.sin;
  d.arc = noise(rng, 0.08F);
  d.sway = noise(rng, 0.07F);
  d.fan = noise(rng, 0.22F);
  d.drop = noise(rng, 0.12F);
  d.tilt = noise(rng, 0.14F);
  d.sag = noise(rng, 0.15F);
  return d;
}

// As wide as MNIST's strokes and with their edges.
Pen random_pen(Rng& rng) {
  Pen pen;
  pen.width = 2.45F * factor(rng, 0.29F);
  pen.softness = static_cast<float>(rng.uniform(1.0, 1.5));
  return pen;
}

const Way& random_way(int label, Rng& rng) {
  const std::span<const Way> ways = ways_of(label);
  float total = 0.0F;
  for (const Way& way : ways) total += way.share;
  float left = total * static_cast<float>(rng.uniform());
  for (const Way& way : ways) {
    left -= way.share;
    if (left < 0.0F) return way;
  }
  return ways.front();  // when rounding left a trace
}

// Writes digits one after another, in the same memory.
class Hand {
 public:
  void write(int label, Rng& rng, std::span<std::uint8_t, kDigitPixels> image) {
    const Habit& habit = kHabits[static_cast<std::size_t>(label)];
    shake(random_way(label, rng).knots, habit.looseness, rng);
    trace_strokes();
    const Distortion distort = random_distortion(habit, rng);
    for (std::size_t i = 0; i < stroke_count_; ++i) {
      for (Point& p : strokes_[i]) p = distort(p);
    }
    rasterise(std::span<const Stroke>(strokes_).first(stroke_count_), random_pen(rng), image);
  }

 private:
  // Takes over the knots, each moved a little.
  void shake(std::span<const Knot> knots, float looseness, Rng& rng) {
    knot_count_ = knots.size();
    bool begins = true;
    for (std::size_t i = 0; i < knots.size(); ++i) {
      const Knot& knot = knots[i];
      const bool ends = knot.join == Join::kLift || i + 1 == knots.size();
      const float deviation = looseness * (begins || ends ? kEndDeviation : kKnotDeviation);
      const float dx = noise(rng, deviation);
      const float dy = noise(rng, deviation);
      knots_[i] = {knot.x + dx, knot.y + dy, knot.join};
      begins = ends;
    }
  }

  // From knots to strokes, one for each lift of the pen and the last.
  void trace_strokes() {
    const auto knots = std::span<const Knot>(knots_).first(knot_count_);
    stroke_count_ = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < knot_count_; ++i) {
      if (knots[i].join != Join::kLift && i + 1 < knot_count_) continue;
      trace(knots.subspan(begin, i + 1 - begin), strokes_[stroke_count_]);
      ++stroke_count_;
      begin = i + 1;
    }
  }

  std::array<Knot, kMostKnots> knots_{};
  std::size_t knot_count_ = 0;
  std::array<Stroke, kMostStrokes> strokes_;
  std::size_t stroke_count_ = 0;
};

// A seed of its own for each digit: splitmix64 (S. Vigna), whose outputs for neighbouring numbers
// are unrelated.
std::uint64_t seed_of(std::uint64_t seed, std::uint64_t number) {
  std::uint64_t z = seed + (number + 1) * 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

}  // namespace

void generate_digit(int label, Rng& rng, std::span<std::uint8_t, kDigitPixels> image) {
  Hand().write(label, rng, image);
}

Status generate_digits(std::uint64_t seed, std::uint64_t first, std::span<std::uint8_t> images,
                       std::span<std::uint8_t> labels) {
  if (images.size() != labels.size() * kDigitPixels) {
    return Status::bad(Code::kBadData, "The generated images have " +
                                           std::to_string(images.size()) + " bytes for " +
                                           std::to_string(labels.size()) +
                                           " labels; give 784 bytes for each label.");
  }
  Hand hand;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::uint64_t number = first + i;
    Rng rng(seed_of(seed, number), number);
    const std::uint32_t label = rng.below(10);
    labels[i] = static_cast<std::uint8_t>(label);
    hand.write(static_cast<int>(label), rng,
               images.subspan(i * kDigitPixels).first<kDigitPixels>());
  }
  return Status::good();
}

}  // namespace mlp
