// SPDX-License-Identifier: MIT
// New images from old: shifted, scaled, turned, sheared, bent, with thicker or thinner strokes.
// Data, apart from the mathematics of the network.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mlp/base/rng.h"
#include "mlp/base/status.h"
#include "mlp/base/types.h"

namespace mlp {

// How far an image may be changed; how far it is, is drawn for each image anew, evenly up to these
// limits. All 0: not at all.
struct Augmentation {
  double shift = 0.0;  // largest, along x and along y, in pixels, 0 ... 8
  // Largest relative change of width and of height, 0 ... 0.5; three quarters are common to both.
  double scale = 0.0;
  double rotation = 0.0;  // largest angle in degrees, 0 ... 45
  double shear = 0.0;     // largest of x per y, 0 ... 0.6
  // Elastic distortion (P. Simard et al. 2003): alpha, 0 ... 100, and sigma in pixels, 2 ... 10.
  // Each pixel is taken from another place; by how much, along x and along y, is alpha times noise,
  // even in [-1, 1] from pixel to pixel, that a Gaussian of weight 1 smooths. So it spreads by
  // about alpha 0.163 / sigma pixels: by 1.4 with the paper's alpha = 34 and sigma = 4, which are
  // meant so.
  double elastic = 0.0;
  double elastic_sigma = 4.0;
  double thickness = 0.0;  // largest change of the strokes' thickness in pixels, 0 ... 1.5
};

bool is_on(const Augmentation& augmentation);

// kBadSetting with the setting's name in JavaScript when one is outside its limits.
Status check(const Augmentation& augmentation);

// Side of a square image of so many pixels; 0 when it is not square.
Index side_of(Index pixels);

// The generator for one image. Whatever else is computed, and on however many threads, the example
// at this place of this epoch gets the same numbers.
Rng augmentation_rng(std::uint64_t seed, std::uint64_t epoch, std::uint64_t place);

// The displacements for elastic distortion. Smoothing noise for each image would cost more than all
// else, so there is one large field of it for x and one for y, new ones for each epoch; each image
// takes two windows of them at random places, with random signs.
class ElasticFields {
 public:
  // Makes the fields of an epoch, unless these are what it has. No heap use when only seed and
  // epoch are others than before.
  void make(Index side, double sigma, std::uint64_t seed, std::uint64_t epoch);

  // Where windows may begin: rows and columns 0 ... kPlaces - 1.
  static constexpr std::uint32_t kPlaces = 97;
  // The field's number at (row, column) and those after it in its row. axis: 0 for x, 1 for y.
  const float* at(Index axis, Index row, Index column) const {
    return &fields_[static_cast<std::size_t>((axis * size_ + row) * size_ + column)];
  }
  // Numbers from one row to the next.
  Index size() const { return size_; }

 private:
  Index size_ = 0;  // the fields are size_ x size_
  double sigma_ = 0.0;
  std::uint64_t seed_ = 0;
  std::uint64_t epoch_ = 0;
  std::vector<float> kernel_, noise_, rows_, fields_;
};

// Changes images, one after another, in the same memory.
class Augmenter {
 public:
  // For images of side x side pixels.
  explicit Augmenter(Index side);

  // Writes a variant of the image, which is changed as a whole by one bilinear look-up for each
  // pixel, about the image's centre; what comes from outside is paper. Strokes change before that:
  // they grow into, or lose to, the four neighbours of each pixel. Ink of 8 and less becomes paper.
  //   fields     made for images of this side; not used without elastic distortion
  //   image, to  side * side bytes, 0 paper and 255 ink; not the same
  void augment(const Augmentation& augmentation, const ElasticFields& fields, Rng& rng,
               std::span<const std::uint8_t> image, std::span<std::uint8_t> to);

 private:
  struct Map;

  void set_paper_around(std::vector<std::uint8_t>& padded) const;
  void change_strokes(double change);
  void pack();
  void look_up(const Map& map, const ElasticFields& fields, std::span<std::uint8_t> to) const;

  Index side_;
  Index stride_;                             // of the padded image: paper all around
  std::vector<std::uint8_t> ink_, changed_;  // padded; before and after its strokes are changed
  std::vector<std::uint32_t> quads_;  // each pixel, right, below and right below, in a byte each
  std::vector<float> numbers_;        // 0, 1, 2 ...
};

// Writes `count` variants of each image, one after another; of the same seed the same.
//   images  any number of images of `pixels` bytes
//   to      count times as many
// kBadSetting when a setting is outside its limits; kBadData when the images are not square or the
// sizes do not fit.
Status augment(const Augmentation& augmentation, std::uint64_t seed, Index pixels, Index count,
               std::span<const std::uint8_t> images, std::span<std::uint8_t> to);

}  // namespace mlp
