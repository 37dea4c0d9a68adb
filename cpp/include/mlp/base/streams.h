// SPDX-License-Identifier: MIT
// The streams of the seed (rng.h), so that no two uses of it draw the same numbers. Those of
// initialise() are the layers' numbers, far below these.
#pragma once

#include <cstdint>

namespace mlp {

inline constexpr std::uint64_t kOrderStream = 1U << 20U;  // and on: one for each epoch
inline constexpr std::uint64_t kMaskStream = 1U << 30U;
inline constexpr std::uint64_t kSplitStream = (1U << 30U) + 1;
inline constexpr std::uint64_t kSweepStream = (1U << 30U) + 2;
inline constexpr std::uint64_t kAugmentStream = (1U << 30U) + 3;
inline constexpr std::uint64_t kElasticStream = (1U << 30U) + 4;
inline constexpr std::uint64_t kOtherHandsStream = (1U << 30U) + 5;

}  // namespace mlp
