// SPDX-License-Identifier: MIT
#include "data/hand/bend.h"

#include <array>

#include "data/hand/noise.h"

namespace mlp {
namespace {

// What differs from digit to digit.
struct Habit {
  float slant;  // mean shear, to the right
  float width;  // mean factor on the skeleton's width
};

constexpr std::array<Habit, 10> kHabits = {{{0.22F, 1.18F},
                                            {0.22F, 1.03F},
                                            {0.12F, 1.15F},
                                            {0.06F, 1.15F},
                                            {0.20F, 1.15F},
                                            {0.15F, 1.15F},
                                            {0.06F, 1.15F},
                                            {0.00F, 1.18F},
                                            {0.15F, 1.13F},
                                            {0.13F, 1.13F}}};

}  // namespace

Bend random_bend(int label, Hands hands, Rng& rng) {
  const Habit& habit = kHabits[static_cast<std::size_t>(label)];
  Bend bend{};
  bend.slant = habit.slant + noise(rng, hands == Hands::kOther ? 0.25F : 0.33F);
  bend.aspect = habit.width * factor(rng, hands == Hands::kOther ? 0.3F : 0.25F);
  // cos and sin of the angle 2 atan t: the points of the circle without its functions, which
  // differ in the last bit from one C library to the next.
  const float t = noise(rng, 0.07F);
  bend.rotation = rotation((1.0F - t * t) / (1.0F + t * t), 2.0F * t / (1.0F + t * t));
  bend.arc = noise(rng, 0.08F);
  bend.sway = noise(rng, 0.07F);
  bend.fan = noise(rng, 0.22F);
  bend.drop = noise(rng, 0.12F);
  bend.tilt = noise(rng, 0.14F);
  bend.sag = noise(rng, 0.15F);
  return bend;
}

}  // namespace mlp
