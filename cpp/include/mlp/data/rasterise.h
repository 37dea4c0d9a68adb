// SPDX-License-Identifier: MIT
// Pen strokes as images of the kind that MNIST has.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace mlp {

inline constexpr int kDigitSide = 28;                         // an MNIST image is 28 x 28 pixels
inline constexpr int kDigitPixels = kDigitSide * kDigitSide;  // 784
inline constexpr int kDigitBox = 20;  // its ink is fitted to a box of 20 x 20 pixels

struct Point {
  float x;                // to the right
  float y;                // downward
  float pressure = 0.5F;  // of the pen, 0 ... 1; where nothing measures it, the same everywhere
};

// One stroke: the pen's path from pen down to pen up, in any unit that is the same for x and y.
using Stroke = std::vector<Point>;

// How the ink is laid. The defaults are those of MNIST's strokes; a network trained on MNIST reads
// drawn digits best with them.
struct Pen {
  float width = 2.4F;     // of the stroke, in pixels of the 28 x 28 image; used within 1 ... 10
  float softness = 1.0F;  // width in pixels of the edge where ink fades to paper; 0.5 ... 4
};

// What happens to a drawing before and while it becomes an image.
struct Preprocessing {
  Pen pen = {};
  // Shears the drawing until it leans to neither side, by the moments of its path (LeCun et al.
  // 1998, sec. III.A): x is moved by at most as much as y is above or below the middle.
  bool deskew = false;
  // Keeps strokes that the pen made by a slip: see find_slips().
  bool keep_slips = false;
  // Above 0: nothing is fitted or centred, and the square 0 ... frame of the strokes' unit becomes
  // the whole image. 0: as MNIST has it.
  float frame = 0.0F;
};

// Draws strokes as MNIST shows digits: the box of the ink, pen width included, is fitted to
// 20 x 20 pixels by the longer side with its aspect kept; edges are anti-aliased and the darkest
// pixel is 255; then the box is moved by whole pixels until the centre of mass of the ink is within
// half a pixel of the centre of pixel (14, 14), counted from 0, or the box meets the image's edge.
// (All this is so in MNIST's files.) Where the pen is pressed more than on average the line is up
// to half as wide again, where it is pressed less, up to 0.4 thinner.
// strokes: any number of points in any unit; a point that is not finite is left out; a dot, or
//   strokes without any extent, stay as large as the pen's tip.
// image: 28 x 28 bytes, row after row, 0 paper and 255 ink; all 0 when no point is left.
void rasterise(std::span<const Stroke> strokes, const Preprocessing& preprocessing,
               std::span<std::uint8_t, kDigitPixels> image);

// The numbers of the strokes that the pen made by a slip, at most two of them: smaller than 1/12 of
// the largest stroke, or smaller than 1/5 of the others together and further than 1/6 of their
// extent away from them. None in a drawing made of dots: where more than two would be, or where the
// largest stroke is smaller than 1/3 of what would be left.
std::vector<std::size_t> find_slips(std::span<const Stroke> strokes);

}  // namespace mlp
