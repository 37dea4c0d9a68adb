// SPDX-License-Identifier: MIT
// Digits of the core's own making, from pen strokes. Data, apart from the mathematics of the
// network.
#pragma once

#include <cstdint>
#include <span>

#include "mlp/base/rng.h"
#include "mlp/base/status.h"
#include "mlp/data/rasterise.h"

namespace mlp {

// Whose digits are generated.
enum class Hands : std::uint8_t {
  kAll,    // everyone's, each way of writing about as often as in MNIST: to train on alone
  kOther,  // what MNIST, written by Americans, has seldom or never: flagged ones, crossed sevens,
           // curled nines, slashed zeros ...; to be mixed into MNIST, for drawings by anyone
};

// Writes one generated digit: a skeleton of the digit in one of the ways people write it, bent,
// slanted, scaled and shaken at random, drawn by rasterise(). The same state of rng gives the same
// bytes on every machine. label: 0 ... 9.
void generate_digit(int label, Rng& rng, std::span<std::uint8_t, kDigitPixels> image,
                    Hands hands = Hands::kAll);

// Fills images (28 x 28 bytes each, one after another) and labels (one byte each) with generated
// digits numbered first, first + 1, ...; the labels 0 ... 9 are equally likely. Digit number i
// depends on seed, hands and i alone, so any part of a set can be made without the rest.
// kBadData when images.size() is not labels.size() * 784.
Status generate_digits(std::uint64_t seed, std::uint64_t first, std::span<std::uint8_t> images,
                       std::span<std::uint8_t> labels, Hands hands = Hands::kAll);

}  // namespace mlp
