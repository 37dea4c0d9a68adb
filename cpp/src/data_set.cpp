// SPDX-License-Identifier: MIT
#include "mlp/data_set.h"

#include <algorithm>
#include <string>
#include <utility>

namespace mlp {

Status assemble(const char* what, std::vector<std::uint8_t> images,
                std::vector<std::uint8_t> labels, std::size_t pixels, DataSet& data) {
  const std::size_t needed = labels.size() * pixels;
  if (labels.empty() || images.size() != needed) {
    return Status::bad(Code::kBadData, std::string(what) +
                                           " data: " + std::to_string(labels.size()) +
                                           " labels need " + std::to_string(needed) + " pixels (" +
                                           std::to_string(pixels) + " an image), but there are " +
                                           std::to_string(images.size()) + ".");
  }
  data.images = std::move(images);
  data.labels = std::move(labels);
  data.pixels = pixels;
  data.largest_label = *std::max_element(data.labels.begin(), data.labels.end());
  return Status::good();
}

Status check_fit(const char* what, const DataSet& data, const Network& network) {
  const std::string which(what);
  if (data.labels.empty()) {
    return Status::bad(Code::kNoData, "There is no " + which + " data. Load it first.");
  }
  if (static_cast<Index>(data.pixels) != network.layers.front()) {
    return Status::bad(Code::kBadData, "The " + which + " images have " +
                                           std::to_string(data.pixels) +
                                           " pixels, but layer 0 has " +
                                           std::to_string(network.layers.front()) + " units.");
  }
  if (network.g.output == Output::kSoftmax && data.largest_label >= network.layers.back()) {
    return Status::bad(Code::kBadData, "The " + which + " data has a label " +
                                           std::to_string(data.largest_label) +
                                           ", but the last layer has only " +
                                           std::to_string(network.layers.back()) + " units.");
  }
  return Status::good();
}

}  // namespace mlp
