// SPDX-License-Identifier: MIT
// Images with labels, as the trainer keeps them.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "mlp/base/status.h"
#include "mlp/methods/network.h"

namespace mlp {

// Examples that may arrive bit by bit. The memory for all of them is taken at once, so that those
// that are there never move, and nothing is copied twice.
class DataSet {
 public:
  // Writes images (n_0 bytes each, one after another) and labels (one byte each) where they belong.
  using Write = std::function<void(std::span<std::uint8_t> images, std::span<std::uint8_t> labels)>;

  DataSet() = default;
  // Room for so many examples of so many pixels each; none has arrived yet. Throws bad_alloc.
  DataSet(std::size_t expected, std::size_t pixels);

  // Takes as many more as there are labels, by calling `write` once. kBadData, and `write` is not
  // called, when they are more than expected or image_bytes is not that of so many images.
  //   what  of the data, for the message: 'training', 'test'
  Status append(const char* what, std::size_t image_bytes, std::size_t labels, const Write& write);
  Status append(const char* what, std::span<const std::uint8_t> images,
                std::span<const std::uint8_t> labels);

  std::size_t expected() const { return expected_; }  // when all have arrived
  std::size_t size() const { return arrived_; }       // so far
  std::size_t pixels() const { return pixels_; }      // of one image: n_0 when it was loaded
  int largest_label() const { return largest_label_; }
  // Those that have arrived.
  std::span<const std::uint8_t> images() const { return {images_.get(), arrived_ * pixels_}; }
  std::span<const std::uint8_t> labels() const { return {labels_.get(), arrived_}; }

 private:
  std::unique_ptr<std::uint8_t[]> images_;
  std::unique_ptr<std::uint8_t[]> labels_;
  std::size_t expected_ = 0;
  std::size_t arrived_ = 0;
  std::size_t pixels_ = 0;
  int largest_label_ = 0;
};

// Copies images and labels that belong together. kBadData, and nothing in `data` changes, when
// there are none or images.size() is not labels.size() * pixels. Throws bad_alloc.
Status assemble(const char* what, std::span<const std::uint8_t> images,
                std::span<const std::uint8_t> labels, std::size_t pixels, DataSet& data);

// kNoData or kBadData when the network cannot be used on the data.
Status check_fit(const char* what, const DataSet& data, const Network& network);

}  // namespace mlp
