// SPDX-License-Identifier: MIT
// One of the generated digits, for whoever keeps a hand to write many.
#pragma once

#include <cstdint>
#include <span>

#include "data/hand/hand.h"

namespace mlp {

// Writes the digit of this number, as generate_digits() has it, and returns its label. No heap use.
std::uint8_t write_digit(Hand& hand, std::uint64_t seed, std::uint64_t number, Hands hands,
                         std::span<std::uint8_t, kDigitPixels> image);

}  // namespace mlp
