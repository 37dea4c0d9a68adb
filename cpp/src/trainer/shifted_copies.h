// SPDX-License-Identifier: MIT
// Copies of images, moved by a pixel: a network that answers them all and takes the mean errs less.
#pragma once

#include <cstdint>
#include <vector>

#include "mlp/base/status.h"
#include "mlp/methods/engine.h"

namespace mlp {

// kBadSetting unless there can be so many copies of images of so many pixels: 1, or, of square
// ones, 5 or 9.
Status check_copies(Index copies, Index pixels);

class ShiftedCopies {
 public:
  // For up to max_examples images at a time. Takes memory when the first is moved.
  ShiftedCopies(Index pixels, Index max_examples) : pixels_(pixels), max_examples_(max_examples) {}

  // The examples, moved. copy: 0 as they are; 1 ... 4 to the left, right, up, down; 5 ... 8 across.
  // What leaves the image is lost, what comes in is paper. With their labels, if they have any.
  // Valid until the next call.
  Examples of(const Examples& examples, Index copy);

 private:
  Index pixels_;
  Index max_examples_;
  std::vector<std::uint8_t> images_, labels_;
  std::vector<std::uint32_t> all_;
};

}  // namespace mlp
