// SPDX-License-Identifier: MIT
#include <cmath>

#include "kernels/f32x4.h"
#include "mlp/base/portable_math.h"
#include "mlp/base/streams.h"
#include "mlp/data/augment.h"

namespace mlp {
namespace {

using namespace kernels;  // NOLINT: F32x4 and what it can

// The Gaussian is cut off so many sigma from its middle.
constexpr double kReach = 3.0;

std::vector<float> gaussian(double sigma) {
  const auto radius = static_cast<int>(std::ceil(kReach * sigma));
  std::vector<double> weights;
  double sum = 0.0;
  for (int i = -radius; i <= radius; ++i) {
    weights.push_back(portable::exp(-0.5 * i * i / (sigma * sigma)));
    sum += weights.back();
  }
  std::vector<float> kernel;
  for (const double weight : weights) kernel.push_back(static_cast<float>(weight / sum));
  return kernel;
}

// to[i] = sum over k of kernel[k] from[i + k step], i = 0 ... count - 1; count a multiple of 4.
void smooth(const std::vector<float>& kernel, const float* from, Index step, Index count,
            float* to) {
  for (Index i = 0; i < count; i += 4) {
    F32x4 sum = splat(0.0F);
    const float* at = from + i;
    for (const float& weight : kernel) {
      sum = sum + load_splat(&weight) * load(at);
      at += step;
    }
    store(to + i, sum);
  }
}

}  // namespace

void ElasticFields::make(Index side, double sigma, std::uint64_t seed, std::uint64_t epoch) {
  // Rows are read in fours, so a window may use three numbers more than it is wide.
  const Index size = (side + static_cast<Index>(kPlaces) + 3 + 3) / 4 * 4;
  if (size == size_ && sigma == sigma_ && seed == seed_ && epoch == epoch_) return;
  if (sigma != sigma_) kernel_ = gaussian(sigma);
  size_ = size;
  sigma_ = sigma;
  seed_ = seed;
  epoch_ = epoch;
  const auto taps = static_cast<Index>(kernel_.size());
  const Index rows = 2 * size + taps - 1;
  noise_.resize(static_cast<std::size_t>(size + taps - 1));
  rows_.resize(static_cast<std::size_t>(rows * size));
  fields_.resize(static_cast<std::size_t>(2 * size * size));
  Rng rng(mix(seed, epoch), kElasticStream);
  for (Index row = 0; row < rows; ++row) {
    for (float& value : noise_) {
      value = static_cast<float>(static_cast<std::int32_t>(rng.next())) * 0x1p-31F;
    }
    smooth(kernel_, noise_.data(), 1, size, &rows_[static_cast<std::size_t>(row * size)]);
  }
  smooth(kernel_, rows_.data(), size, 2 * size * size, fields_.data());
}

}  // namespace mlp
