// SPDX-License-Identifier: MIT
// The mean of the weights, by all threads.
#include <utility>

#include "engine/fast_engine.h"
#include "mlp/methods/averaging.h"

namespace mlp {
namespace {

// Below so many weights other threads take longer to come.
constexpr Index kWorthThreads = 100'000;
constexpr Index kGrain = 64;

void approach(std::span<float> mean, std::span<const float> weights, float factor) {
  float* const m = mean.data();
  const float* const w = weights.data();
  for (std::size_t i = 0; i < mean.size(); ++i) m[i] = averaged(m[i], w[i], factor);
}

}  // namespace

void FastEngine::average_into(Kept kept, float factor) {
  PackedParameters& mean = of(kept);
  const bool together = weights_ > kWorthThreads;
  const Index parts = together ? pool_.size() : 1;
  column_tasks_.reset();
  auto work = [&] {
    for (Index part = column_tasks_.take(); part < parts; part = column_tasks_.take()) {
      for (std::size_t l = 0; l < parameters_.size(); ++l) {
        const std::span<float> of = mean[l].W.numbers();
        const auto all = static_cast<Index>(of.size());
        const kernels::Range range = kernels::share({0, all}, part, parts, kGrain);
        const auto begin = static_cast<std::size_t>(range.begin);
        const auto count = static_cast<std::size_t>(range.end - range.begin);
        const std::span<const float> weights = std::as_const(parameters_[l].W).numbers();
        approach(of.subspan(begin, count), weights.subspan(begin, count), factor);
        if (part == 0) approach(mean[l].b.numbers(), parameters_[l].b.numbers(), factor);
      }
    }
  };
  pool_.run(work, together);
}

}  // namespace mlp
