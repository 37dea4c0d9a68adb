// SPDX-License-Identifier: MIT
// What an epoch is: its examples, their order, and where each chunk of them comes from.
#include <algorithm>
#include <string>
#include <utility>

#include "mlp/base/rng.h"
#include "mlp/base/streams.h"
#include "mlp/data/digits.h"
#include "mlp/trainer/trainer.h"
#include "trainer/batch_assembler.h"

namespace mlp {
namespace {

constexpr Index kDigits = 10;

}  // namespace

bool Trainer::reads_digits() const {
  return network_.layers.front() == kDigitPixels &&
         (network_.g.output == Output::kSigmoid || network_.layers.back() >= kDigits);
}

Status Trainer::set_drawings(DataSet& drawings) {
  if (drawings.size() < drawings.expected()) {
    return Status::bad(Code::kBadData, "drawings: have not all arrived.");
  }
  drawings_ = std::exchange(drawings, {});
  // Those that the epoch under way was to have are gone.
  if (extras_.drawn > 0 && !check_fit("drawn", drawings_, network_).ok()) forget_epoch();
  return Status::good();
}

Status Trainer::check_sources(const TrainingSettings& settings) const {
  if (is_on(settings.augmentation) && side_of(network_.layers.front()) == 0) {
    return Status::bad(
        Code::kBadSetting,
        "augmentation: needs square images, but layer 0 has " +
            std::to_string(network_.layers.front()) +
            " units. Switch shift, scale, rotation, shear, elastic and thickness off.");
  }
  if (settings.other_hands > 0.0 && !reads_digits()) {
    return Status::bad(
        Code::kBadSetting,
        "otherHands: generated digits have 784 pixels and labels up to 9, which this "
        "network cannot take. Set it to 0.");
  }
  if (settings.drawings == 0.0) return Status::good();
  if (drawings_.size() == 0) {
    return Status::bad(Code::kBadSetting,
                       "drawings: there are none yet. Give some to setDrawings(), or set it to 0.");
  }
  return check_fit("drawn", drawings_, network_);
}

void Trainer::begin_epoch(const TrainingSettings& settings) {
  forget_epoch();
  shuffled_ = !is_full(settings);
  extras_ = extras_of(settings, examples(Part::kTrain));
  order_examples(examples(Part::kTrain));
}

void Trainer::order_examples(Index count) {
  const std::vector<std::uint32_t>& all = members(Part::kTrain);
  order_.assign(all.begin(), all.begin() + count);
  const auto extras = static_cast<std::uint32_t>(extras_.generated + extras_.drawn);
  for (std::uint32_t i = 0; i < extras; ++i) order_.push_back(kExtra + i);
  if (!shuffled_) return;
  Rng rng(network_.seed, kOrderStream + static_cast<std::uint64_t>(epochs_));
  shuffle(order_, rng);
}

// A full batch has the extras too, of which there are as many as when the epoch began: settings may
// have changed since.
Index Trainer::largest_batch(const TrainingSettings& settings) const {
  return is_full(settings) ? epoch_examples() : std::min(settings.batch_size, epoch_examples());
}

void Trainer::begin_batch(const TrainingSettings& settings) {
  batch_begin_ = position_;
  batch_end_ = std::min(position_ + largest_batch(settings), epoch_examples());
}

Examples Trainer::next_examples(const TrainingSettings& settings, Index count) {
  const auto chosen = std::span<const std::uint32_t>(order_).subspan(
      static_cast<std::size_t>(position_), static_cast<std::size_t>(count));
  if (!is_on(settings.augmentation) && extras_.generated + extras_.drawn == 0) {
    return {train_.images(), train_.labels(), chosen};
  }
  if (!assembler_) {
    assembler_ = std::make_unique<BatchAssembler>(network_.layers.front(), engine_->max_examples());
  }
  const EpochSource source{
      .train = train_,
      .drawings = drawings_,
      .seed = network_.seed,
      .epoch = static_cast<std::uint64_t>(epochs_),
      .generated = extras_.generated,
      .drawn = extras_.drawn,
  };
  return assembler_->fill(source, settings.augmentation, chosen, position_, *pool_);
}

}  // namespace mlp
