// SPDX-License-Identifier: MIT
#include "mlp/data/data_set.h"

#include <algorithm>
#include <limits>
#include <new>
#include <string>

namespace mlp {
namespace {

Status misfit(const char* what, std::size_t labels, std::size_t pixels, std::size_t image_bytes) {
  return Status::bad(Code::kBadData,
                     std::string(what) + " data: " + std::to_string(labels) + " labels need " +
                         std::to_string(labels * pixels) + " pixels (" + std::to_string(pixels) +
                         " an image), but there are " + std::to_string(image_bytes) + ".");
}

}  // namespace

DataSet::DataSet(std::size_t expected, std::size_t pixels) : expected_(expected), pixels_(pixels) {
  if (pixels > 0 && expected > std::numeric_limits<std::size_t>::max() / pixels) {
    throw std::bad_alloc();
  }
  // Not set to zero: memory that is not written to yet costs nothing yet.
  images_ = std::make_unique_for_overwrite<std::uint8_t[]>(expected * pixels);
  labels_ = std::make_unique_for_overwrite<std::uint8_t[]>(expected);
}

Status DataSet::append(const char* what, std::size_t image_bytes, std::size_t labels,
                       const Write& write) {
  if (image_bytes != labels * pixels_) return misfit(what, labels, pixels_, image_bytes);
  if (labels > expected_ - arrived_) {
    return Status::bad(Code::kBadData,
                       std::string(what) + " data: " + std::to_string(arrived_ + labels) +
                           " images, but only " + std::to_string(expected_) + " were expected.");
  }
  const std::span<std::uint8_t> new_labels(labels_.get() + arrived_, labels);
  write({images_.get() + arrived_ * pixels_, image_bytes}, new_labels);
  arrived_ += labels;
  for (const std::uint8_t label : new_labels) largest_label_ = std::max<int>(largest_label_, label);
  return Status::good();
}

Status DataSet::append(const char* what, std::span<const std::uint8_t> images,
                       std::span<const std::uint8_t> labels) {
  return append(what, images.size(), labels.size(),
                [&](std::span<std::uint8_t> to_images, std::span<std::uint8_t> to_labels) {
                  std::ranges::copy(images, to_images.begin());
                  std::ranges::copy(labels, to_labels.begin());
                });
}

Status assemble(const char* what, std::span<const std::uint8_t> images,
                std::span<const std::uint8_t> labels, std::size_t pixels, DataSet& data) {
  if (labels.empty() || images.size() != labels.size() * pixels) {
    return misfit(what, labels.size(), pixels, images.size());
  }
  DataSet whole(labels.size(), pixels);
  const Status status = whole.append(what, images, labels);
  if (status.ok()) data = std::move(whole);
  return status;
}

Status check_fit(const char* what, const DataSet& data, const Network& network) {
  const std::string which(what);
  if (data.size() == 0) {
    return Status::bad(Code::kNoData, "There is no " + which + " data. Load it first.");
  }
  if (static_cast<Index>(data.pixels()) != network.layers.front()) {
    return Status::bad(Code::kBadData, "The " + which + " images have " +
                                           std::to_string(data.pixels()) +
                                           " pixels, but layer 0 has " +
                                           std::to_string(network.layers.front()) + " units.");
  }
  if (network.g.output == Output::kSoftmax && data.largest_label() >= network.layers.back()) {
    return Status::bad(Code::kBadData, "The " + which + " data has a label " +
                                           std::to_string(data.largest_label()) +
                                           ", but the last layer has only " +
                                           std::to_string(network.layers.back()) + " units.");
  }
  return Status::good();
}

}  // namespace mlp
