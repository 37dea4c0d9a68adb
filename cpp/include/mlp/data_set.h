// SPDX-License-Identifier: MIT
// Images with labels, as the trainer keeps them.
#pragma once

#include <cstdint>
#include <vector>

#include "mlp/initialise.h"
#include "mlp/status.h"

namespace mlp {

struct DataSet {
  std::vector<std::uint8_t> images;  // n_0 bytes each, one image after another
  std::vector<std::uint8_t> labels;  // one byte each
  std::size_t pixels = 0;            // of one image: n_0 when it was loaded
  int largest_label = 0;
};

// Puts images and labels together. kBadData, and nothing in `data` changes, when there are none or
// images.size() is not labels.size() * pixels.
//   what  of the data, for the message: 'training', 'test'
Status assemble(const char* what, std::vector<std::uint8_t> images,
                std::vector<std::uint8_t> labels, std::size_t pixels, DataSet& data);

// kNoData or kBadData when the network cannot be used on the data.
Status check_fit(const char* what, const DataSet& data, const Network& network);

}  // namespace mlp
