// SPDX-License-Identifier: MIT
#include "trainer/batch_assembler.h"

#include <algorithm>
#include <numeric>

#include "data/numbered_digit.h"
#include "mlp/base/range.h"
#include "mlp/base/streams.h"

namespace mlp {
namespace {

// Fewer images take less than other threads need to come.
constexpr Index kWorthThreads = 16;

}  // namespace

BatchAssembler::BatchAssembler(Index pixels, Index max_examples)
    : pixels_(static_cast<std::size_t>(pixels)),
      images_(static_cast<std::size_t>(pixels * max_examples)),
      labels_(static_cast<std::size_t>(max_examples)),
      all_(static_cast<std::size_t>(max_examples)) {
  std::iota(all_.begin(), all_.end(), 0U);
}

Examples BatchAssembler::fill(const EpochSource& source, const Augmentation& augmentation,
                              std::span<const std::uint32_t> chosen, Index first,
                              ThreadPool& pool) {
  const auto m = static_cast<Index>(chosen.size());
  const bool together = m >= kWorthThreads;
  // More than there are threads: one that was held up leaves some to the others.
  const Index parts = together ? 2 * pool.size() : 1;
  const Index side = side_of(static_cast<Index>(pixels_));
  while (static_cast<Index>(augmenters_.size()) < parts) augmenters_.emplace_back(side);
  if (source.generated > 0 && hands_.size() < augmenters_.size()) hands_.resize(augmenters_.size());
  const bool changes = is_on(augmentation);
  if (augmentation.elastic > 0.0) {
    fields_.make(side, augmentation.elastic_sigma, source.seed, source.epoch);
  }
  tasks_.reset();
  auto work = [&] {
    for (Index part = tasks_.take(); part < parts; part = tasks_.take()) {
      const Range range = share({0, m}, part, parts, 1);
      for (Index i = range.begin; i < range.end; ++i) {
        const auto at = static_cast<std::size_t>(i);
        put(source, changes ? &augmentation : nullptr, chosen[at],
            static_cast<std::uint64_t>(first + i), static_cast<std::size_t>(part), at);
      }
    }
  };
  pool.run(work, together);
  return {images_, labels_, std::span<const std::uint32_t>(all_).first(chosen.size())};
}

void BatchAssembler::put(const EpochSource& source, const Augmentation* augmentation,
                         std::uint32_t number, std::uint64_t place, std::size_t part,
                         std::size_t i) {
  const std::span<std::uint8_t> to(&images_[i * pixels_], pixels_);
  const DataSet* from = &source.train;
  std::size_t of_set = number;
  if (number >= kExtra) {
    const std::uint64_t extra = number - kExtra;
    const auto generated = static_cast<std::uint64_t>(source.generated);
    if (extra < generated) {
      // A number that no other epoch has, and a seed that no loaded digits have.
      labels_[i] =
          write_digit(hands_[part], mix(source.seed, kOtherHandsStream),
                      (source.epoch << 32U) + extra, Hands::kOther, to.first<kDigitPixels>());
      return;
    }
    from = &source.drawings;
    const std::uint64_t turn =
        source.epoch * static_cast<std::uint64_t>(source.drawn) + (extra - generated);
    of_set = static_cast<std::size_t>(turn % from->size());
  }
  const std::span<const std::uint8_t> image = from->images().subspan(of_set * pixels_, pixels_);
  labels_[i] = from->labels()[of_set];
  if (augmentation == nullptr) {
    std::ranges::copy(image, to.begin());
  } else {
    Rng rng = augmentation_rng(source.seed, source.epoch, place);
    augmenters_[part].augment(*augmentation, fields_, rng, image, to);
  }
}

}  // namespace mlp
