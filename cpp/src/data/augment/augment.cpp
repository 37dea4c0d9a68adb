// SPDX-License-Identifier: MIT
#include "mlp/data/augment.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "base/rotation.h"
#include "kernels/f32x4.h"
#include "mlp/base/portable_math.h"
#include "mlp/base/streams.h"

namespace mlp {
namespace {

using namespace kernels;  // NOLINT: F32x4 and what it can

// Of paper, before the first pixel of a row or column.
constexpr Index kPadding = 1;
// Of the change of width and height, the part that each has for itself.
constexpr double kOwnScale = 0.25;

// Look-ups between pixels leave a fringe of faint ink around strokes: of MNIST's pixels 0.6 % have
// 1 ... 8 of 255, of changed ones 4 %. Such ink becomes paper, which nobody sees, and which a
// step's products leave out: they are a tenth shorter.
constexpr int kFaint = 8;

// Changed by as many pixels at both its sides, a stroke changes by twice as much.
constexpr double kSides = 2.0;

Status bad(const char* setting, const char* limits) {
  return Status::bad(Code::kBadSetting, std::string(setting) + ": must be from " + limits + ".");
}

bool within(double value, double low, double high) { return value >= low && value <= high; }

// Whether `size` is count times `part`; their product may be more than WebAssembly can count.
bool is_times(std::size_t size, std::size_t part, Index count) {
  if (part == 0) return size == 0;
  return count >= 0 && size % part == 0 && size / part == static_cast<std::size_t>(count);
}

}  // namespace

bool is_on(const Augmentation& a) {
  return a.shift > 0.0 || a.scale > 0.0 || a.rotation > 0.0 || a.shear > 0.0 || a.elastic > 0.0 ||
         a.thickness > 0.0;
}

Status check(const Augmentation& a) {
  if (!within(a.shift, 0.0, 8.0)) return bad("shift", "0 to 8 pixels");
  if (!within(a.scale, 0.0, 0.5)) return bad("scale", "0 to 0.5");
  if (!within(a.rotation, 0.0, 45.0)) return bad("rotation", "0 to 45 degrees");
  if (!within(a.shear, 0.0, 0.6)) return bad("shear", "0 to 0.6");
  if (!within(a.elastic, 0.0, 100.0)) return bad("elastic", "0 to 100");
  if (!within(a.elastic_sigma, 2.0, 10.0)) return bad("elasticSigma", "2 to 10 pixels");
  if (!within(a.thickness, 0.0, 1.5)) return bad("thickness", "0 to 1.5 pixels");
  return Status::good();
}

Index side_of(Index pixels) {
  const auto side = static_cast<Index>(std::sqrt(static_cast<double>(std::max<Index>(pixels, 0))));
  return side * side == pixels ? side : 0;
}

Rng augmentation_rng(std::uint64_t seed, std::uint64_t epoch, std::uint64_t place) {
  return Rng(mix(seed, (epoch << 32U) + place), kAugmentStream);
}

// From the place of a pixel in the new image to a place in the padded old one.
struct Augmenter::Map {
  float x, x_per_x, x_per_y;  // x = x + x_per_x column + x_per_y row, and displaced
  float y, y_per_x, y_per_y;
  float x_bend, y_bend;                    // factors on the displacements; 0: none
  Index x_row, x_column, y_row, y_column;  // where their windows begin
  bool moves;                              // whether it is not the place itself

  Map(const Augmentation& a, Index side, Rng& rng) {
    const auto even = [&](double largest) { return largest * rng.uniform(-1.0, 1.0); };
    // All are drawn in any case: a kind that is added leaves the others as they were.
    const double shift_x = even(a.shift);
    const double shift_y = even(a.shift);
    const double common = even(a.scale * (1.0 - kOwnScale));
    const double width = 1.0 + common + even(a.scale * kOwnScale);
    const double height = 1.0 + common + even(a.scale * kOwnScale);
    const double angle = even(a.rotation) / 180.0;
    const double shear = even(a.shear);
    const double size = portable::cos_pi(0.5 - std::abs(angle));
    const auto [cos, sin, minus_sin] =
        rotation(portable::cos_pi(std::abs(angle)), angle < 0.0 ? -size : size);
    // The inverse of rotation times shear times scale. Sums alone: see Rotation.
    const double minus_shear = -shear;
    const double xx = (cos + shear * sin) / width;
    const double xy = (sin + minus_shear * cos) / width;
    const double yx = minus_sin / height;
    const double yy = cos / height;
    // About the centre, which goes where the shift says.
    const double centre = 0.5 * static_cast<double>(side - 1);
    const double minus_x = -(centre + shift_x);
    const double minus_y = -(centre + shift_y);
    x = static_cast<float>(centre + kPadding + (xx * minus_x + xy * minus_y));
    y = static_cast<float>(centre + kPadding + (yx * minus_x + yy * minus_y));
    x_per_x = static_cast<float>(xx);
    x_per_y = static_cast<float>(xy);
    y_per_x = static_cast<float>(yx);
    y_per_y = static_cast<float>(yy);
    const auto place = [&] { return static_cast<Index>(rng.below(ElasticFields::kPlaces)); };
    x_row = place();
    x_column = place();
    y_row = place();
    y_column = place();
    const std::uint32_t signs = rng.next();
    const auto alpha = static_cast<float>(a.elastic);
    x_bend = (signs & 1U) == 0 ? alpha : -alpha;
    y_bend = (signs & 2U) == 0 ? alpha : -alpha;
    moves = a.shift > 0.0 || a.scale > 0.0 || a.rotation > 0.0 || a.shear > 0.0 || a.elastic > 0.0;
  }
};

Augmenter::Augmenter(Index side) : side_(side), stride_(side + 2 * kPadding + 2) {
  // A pixel more below and to the right, which the last look-ups take with a weight of 0.
  const auto padded = static_cast<std::size_t>(stride_ * (side + 2 * kPadding + 1) + 1);
  ink_.resize(padded);
  changed_.resize(padded);
  quads_.resize(padded);
  for (Index i = 0; i < side + 4; ++i) numbers_.push_back(static_cast<float>(i));
}

void Augmenter::augment(const Augmentation& augmentation, const ElasticFields& fields, Rng& rng,
                        std::span<const std::uint8_t> image, std::span<std::uint8_t> to) {
  if (!is_on(augmentation)) {
    std::ranges::copy(image, to.begin());
    return;
  }
  const auto side = static_cast<std::size_t>(side_);
  const auto row = [&](auto& padded, Index y) {
    return &padded[static_cast<std::size_t>((y + kPadding) * stride_ + kPadding)];
  };
  for (Index y = 0; y < side_; ++y) {
    std::memcpy(row(ink_, y), &image[static_cast<std::size_t>(y) * side], side);
  }
  const Map map(augmentation, side_, rng);
  const double change = augmentation.thickness * rng.uniform(-1.0, 1.0);
  if (augmentation.thickness > 0.0) change_strokes(change);
  if (map.moves) {
    pack();
    look_up(map, fields, to);
  } else {
    for (Index y = 0; y < side_; ++y) {
      const std::uint8_t* const from = row(ink_, y);
      std::uint8_t* const out = &to[static_cast<std::size_t>(y) * side];
      for (std::size_t x = 0; x < side; ++x) out[x] = from[x] > kFaint ? from[x] : std::uint8_t{0};
    }
  }
}

// Ink of 0 around the image, where strokes may have grown.
void Augmenter::set_paper_around(std::vector<std::uint8_t>& padded) const {
  for (Index y = 0; y < side_; ++y) {
    std::uint8_t* const row = &padded[static_cast<std::size_t>((y + kPadding) * stride_)];
    row[0] = 0;
    row[kPadding + side_] = 0;
  }
}

// Each pixel goes on its way to the most, or least, ink of itself and its four neighbours. In whole
// numbers, and in loops that compilers can vectorise.
void Augmenter::change_strokes(double change) {
  const Index begin = kPadding * stride_;
  const Index end = (kPadding + side_) * stride_;
  // As variables of their own: a byte that is written might be any member's.
  const Index stride = stride_;
  const std::uint8_t* const ink = ink_.data();
  std::uint8_t* const changed = changed_.data();
  const auto spread = [&](auto choose) {
    for (Index i = begin; i < end; ++i) {
      const std::uint8_t beside = choose(ink[i - 1], ink[i + 1]);
      const std::uint8_t above = choose(ink[i - stride], ink[i + stride]);
      changed[i] = choose(ink[i], choose(beside, above));
    }
  };
  if (change > 0.0) {
    spread([](std::uint8_t a, std::uint8_t b) { return a > b ? a : b; });
  } else {
    spread([](std::uint8_t a, std::uint8_t b) { return a < b ? a : b; });
  }
  const auto part = static_cast<std::uint16_t>(256.0 * std::abs(change) / kSides + 0.5);
  const auto rest = static_cast<std::uint16_t>(256 - part);
  for (Index i = begin; i < end; ++i) {
    const auto sum = static_cast<std::uint16_t>(ink[i] * rest + changed[i] * part + 128);
    changed[i] = static_cast<std::uint8_t>(sum >> 8U);
  }
  std::swap(ink_, changed_);
  set_paper_around(ink_);
}

// So that one look-up finds all four pixels.
void Augmenter::pack() {
  const Index last = (side_ + 2 * kPadding) * stride_;
  const std::uint8_t* const ink = ink_.data();
  const std::uint8_t* const below = ink + stride_;
  std::uint32_t* const quads = quads_.data();
  for (Index i = 0; i < last; ++i) {
    const auto byte = [](std::uint8_t value, unsigned at) {
      return static_cast<std::uint32_t>(value) << 8U * at;
    };
    quads[i] = byte(ink[i], 0) | byte(ink[i + 1], 1) | byte(below[i], 2) | byte(below[i + 1], 3);
  }
}

void Augmenter::look_up(const Map& map, const ElasticFields& fields,
                        std::span<std::uint8_t> to) const {
  const Index side = side_;
  const std::uint32_t* const quads = quads_.data();
  const float* const numbers = numbers_.data();
  const bool bends = map.x_bend != 0.0F;
  const F32x4 zero = splat(0.0F);
  // Beyond it all is paper; at it too, and the pixels after it count nothing.
  const F32x4 last = splat(static_cast<float>(side_ + kPadding));
  const F32x4 stride = splat(static_cast<float>(stride_));
  const F32x4 half = splat(0.5F);
  const F32x4 least = splat(static_cast<float>(kFaint + 1));
  const F32x4 x_per_x = splat(map.x_per_x);
  const F32x4 y_per_x = splat(map.y_per_x);
  const F32x4 x_bend = splat(map.x_bend);
  const F32x4 y_bend = splat(map.y_bend);
  for (Index row = 0; row < side; ++row) {
    const F32x4 x_of_row = splat(map.x + map.x_per_y * numbers[row]);
    const F32x4 y_of_row = splat(map.y + map.y_per_y * numbers[row]);
    const float* const bend_x = bends ? fields.at(0, map.x_row + row, map.x_column) : nullptr;
    const float* const bend_y = bends ? fields.at(1, map.y_row + row, map.y_column) : nullptr;
    for (Index column = 0; column < side; column += 4) {
      const F32x4 columns = load(numbers + column);
      F32x4 x = x_of_row + x_per_x * columns;
      F32x4 y = y_of_row + y_per_x * columns;
      if (bends) {
        x = x + x_bend * load(bend_x + column);
        y = y + y_bend * load(bend_y + column);
      }
      x = min(max(x, zero), last);
      y = min(max(y, zero), last);
      const F32x4 left = to_float(truncate(x));
      const F32x4 top = to_float(truncate(y));
      const F32x4 to_right = x - left;
      const F32x4 down = y - top;
      const I32x4 four = kernels::look_up(quads, truncate(top * stride + left));
      const F32x4 top_left = byte_of<0>(four);
      const F32x4 bottom_left = byte_of<2>(four);
      const F32x4 above = top_left + to_right * (byte_of<1>(four) - top_left);
      const F32x4 below = bottom_left + to_right * (byte_of<3>(four) - bottom_left);
      const F32x4 rounded = above + down * (below - above) + half;
      const I32x4 ink = truncate(where_greater(least, rounded, zero, rounded));
      std::uint8_t* const out = &to[static_cast<std::size_t>(row * side + column)];
      if (column + 4 <= side) {
        store_bytes(out, ink);
      } else {
        std::uint8_t some[4];
        store_bytes(some, ink);
        std::memcpy(out, some, static_cast<std::size_t>(side - column));
      }
    }
  }
}

Status augment(const Augmentation& augmentation, std::uint64_t seed, Index pixels, Index count,
               std::span<const std::uint8_t> images, std::span<std::uint8_t> to) {
  if (Status status = check(augmentation); !status.ok()) return status;
  const Index side = side_of(pixels);
  const auto n_0 = static_cast<std::size_t>(pixels);
  if (side == 0 || images.size() % n_0 != 0 || !is_times(to.size(), images.size(), count)) {
    return Status::bad(Code::kBadData, "images: " + std::to_string(images.size()) +
                                           " pixels are not a whole number of square images of " +
                                           std::to_string(pixels) + " pixels.");
  }
  Augmenter augmenter(side);
  ElasticFields fields;
  if (augmentation.elastic > 0.0) fields.make(side, augmentation.elastic_sigma, seed, 0);
  std::size_t done = 0;
  for (std::size_t image = 0; image < images.size(); image += n_0) {
    for (Index i = 0; i < count; ++i, ++done) {
      // As if each variant were that of another epoch, but for the fields, which serve them all.
      Rng rng = augmentation_rng(seed, static_cast<std::uint64_t>(i), image / n_0);
      augmenter.augment(augmentation, fields, rng, images.subspan(image, n_0),
                        to.subspan(done * n_0, n_0));
    }
  }
  return Status::good();
}

}  // namespace mlp
