// SPDX-License-Identifier: MIT
// Digits made of pen strokes: the images of drawn digits, and digits of the core's own making.
// Data, apart from the mathematics of the network.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mlp/rng.h"
#include "mlp/status.h"

namespace mlp {

inline constexpr int kDigitSide = 28;                         // an MNIST image is 28 x 28 pixels
inline constexpr int kDigitPixels = kDigitSide * kDigitSide;  // 784
inline constexpr int kDigitBox = 20;  // its ink is fitted to a box of 20 x 20 pixels

struct Point {
  float x;  // to the right
  float y;  // downward
};

// One stroke: the pen's path from pen down to pen up, in any unit that is the same for x and y.
using Stroke = std::vector<Point>;

// How the ink is laid. The defaults are those of MNIST's strokes; a network trained on MNIST reads
// drawn digits best with them.
struct Pen {
  float width = 2.4F;     // of the stroke, in pixels of the 28 x 28 image; used within 1 ... 10
  float softness = 1.0F;  // width in pixels of the edge where ink fades to paper; 0.5 ... 4
};

// Draws strokes as MNIST shows digits: the box of the ink, pen width included, is fitted to
// 20 x 20 pixels by the longer side with its aspect kept; edges are anti-aliased and the darkest
// pixel is 255; then the box is moved by whole pixels until the centre of mass of the ink is within
// half a pixel of the centre of pixel (14, 14), counted from 0, or the box meets the image's edge.
// (All this is so in MNIST's files.)
// strokes: any number of points in any unit; a point that is not finite is left out; a dot, or
//   strokes without any extent, stay as large as the pen's tip.
// image: 28 x 28 bytes, row after row, 0 paper and 255 ink; all 0 when no point is left.
void rasterise(std::span<const Stroke> strokes, const Pen& pen,
               std::span<std::uint8_t, kDigitPixels> image);

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
