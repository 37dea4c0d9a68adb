// SPDX-License-Identifier: MIT
#include "data/hand/hand.h"

#include "data/hand/bend.h"
#include "data/hand/noise.h"

namespace mlp {
namespace {

// The deviations and probabilities below, and those of the bends, were chosen by how well networks
// trained on generated digits read the 60,000 training images of MNIST, and the drawings of one
// half of the writers of pendigits-tra (so neither is an independent test of them; MNIST's test
// images and the other half are). They spread wider than MNIST's own digits do: the skeletons are
// fewer than the ways in which people write.

// How far knots are shaken, in units of the skeletons; the ends of strokes more, so that they
// leave gaps, meet, or cross. Other hands have more ways of writing, and need less of it.
constexpr float knot_deviation(Hands hands) { return hands == Hands::kAll ? 3.8F : 3.0F; }
constexpr float end_deviation(Hands hands) { return hands == Hands::kAll ? 5.8F : 5.0F; }

// How much each digit is shaken: the 4 little, which is some 9 when its top closes, or opens.
constexpr std::array<float, 10> kLooseness = {1.0F, 1.0F, 1.3F, 1.2F, 0.6F,
                                              1.0F, 1.0F, 1.0F, 1.0F, 1.0F};

// What a hand does now and then: the probabilities.
struct Carelessness {
  float hook;    // a hook at an end of a stroke, where the pen came from or was going to
  float cut;     // a corner that is none
  float coarse;  // a device that tells few points of the path, joined by straight lines
};

constexpr Carelessness carelessness(Hands hands) {
  return hands == Hands::kAll ? Carelessness{0.0F, 0.0F, 0.0F} : Carelessness{0.1F, 0.15F, 0.25F};
}

constexpr float kPointsPerUnit = 0.15F;

float between(std::int8_t from, std::int8_t to, float t) {
  return static_cast<float>(from) + static_cast<float>(to - from) * t;
}

}  // namespace

const Way& random_way(int label, Hands hands, Rng& rng) {
  const auto share = [hands](const Way& way) { return hands == Hands::kAll ? way.all : way.other; };
  const std::span<const Way> ways = ways_of(label);
  float total = 0.0F;
  for (const Way& way : ways) total += share(way);
  float left = total * static_cast<float>(rng.uniform());
  for (const Way& way : ways) {
    left -= share(way);
    if (left < 0.0F) return way;
  }
  return ways.front();  // when rounding left a trace
}

Hand::Hand() {
  for (Stroke& stroke : strokes_) stroke.reserve(kMostPoints);
}

// Takes over the knots, each moved a little.
void Hand::shake(const Way& way, float looseness, Hands hands, Rng& rng) {
  const Carelessness careless = carelessness(hands);
  const std::span<const Knot> to = way.to.empty() ? way.knots : way.to;
  waypoint_count_ = 0;
  bool begins = true;
  float t = 0.0F;
  for (std::size_t i = 0; i < way.knots.size(); ++i) {
    const Knot& knot = way.knots[i];
    const bool last = i + 1 == way.knots.size();
    const bool ends = knot.join == Join::kLift || last;
    if (begins && !way.to.empty()) t = static_cast<float>(rng.uniform());
    const float deviation =
        looseness * (begins || ends ? end_deviation(hands) : knot_deviation(hands));
    const float x = between(knot.x, to[i].x, t) + noise(rng, deviation);
    const float y = between(knot.y, to[i].y, t) + noise(rng, deviation);
    const bool hooked = (begins || ends) && careless.hook > 0.0F && chance(rng, careless.hook);
    const float hook_x = hooked ? x + noise(rng, 7.0F) : 0.0F;
    const float hook_y = hooked ? y + noise(rng, 7.0F) : 0.0F;
    if (hooked && begins) add(hook_x, hook_y, Join::kSmooth);
    const bool cut = knot.join == Join::kCorner && careless.cut > 0.0F && chance(rng, careless.cut);
    add(x, y, cut || (hooked && ends) ? Join::kSmooth : knot.join);
    if (hooked && ends) add(hook_x, hook_y, knot.join);
    begins = ends;
  }
}

// From waypoints to strokes, one for each lift of the pen and the last.
void Hand::trace_strokes(float points_per_unit) {
  const auto all = std::span<const Waypoint>(waypoints_).first(waypoint_count_);
  stroke_count_ = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < waypoint_count_; ++i) {
    if (all[i].join != Join::kLift && i + 1 < waypoint_count_) continue;
    trace(all.subspan(begin, i + 1 - begin), points_per_unit, strokes_[stroke_count_]);
    ++stroke_count_;
    begin = i + 1;
  }
}

std::span<const Stroke> Hand::write(int label, const Way& way, Hands hands, Rng& rng) {
  shake(way, kLooseness[static_cast<std::size_t>(label)], hands, rng);
  const float coarse = carelessness(hands).coarse;
  const bool few = coarse > 0.0F && chance(rng, coarse);
  trace_strokes(few ? uniform(rng, 0.04F, 0.1F) : kPointsPerUnit);
  const Bend bend = random_bend(label, hands, rng);
  for (std::size_t i = 0; i < stroke_count_; ++i) {
    for (Point& p : strokes_[i]) p = bend(p);
  }
  return std::span<const Stroke>(strokes_).first(stroke_count_);
}

}  // namespace mlp
