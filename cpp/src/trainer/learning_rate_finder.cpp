// SPDX-License-Identifier: MIT
#include "mlp/trainer/learning_rate_finder.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "mlp/base/portable_math.h"
#include "mlp/base/rng.h"
#include "mlp/base/streams.h"
#include "mlp/methods/engine.h"
#include "trainer/batch_assembler.h"
#include "trainer/make_engine.h"

namespace mlp {
namespace {

constexpr double kSmoothing = 0.9;
// The cost has exploded when it is so many times the lowest.
constexpr double kExploded = 4.0;
// A rate is good with which so much of the cost's fall is made. Measured: with 2/3 of it networks
// learn best among shares, slopes and thirds of the rate where it is lowest.
constexpr double kMade = 2.0 / 3.0;
// A smaller share of the cost is no fall.
constexpr double kLeastFall = 0.01;

Status check(const RateRange& range) {
  const auto bad = [](const char* text) { return Status::bad(Code::kBadSetting, text); };
  if (!(range.from > 0.0) || !std::isfinite(range.from)) return bad("from: must be above 0.");
  if (!(range.to > range.from) || !std::isfinite(range.to)) return bad("to: must be above from.");
  if (range.steps < 2 || range.steps > 10'000) return bad("steps: must be from 2 to 10000.");
  return Status::good();
}

}  // namespace

LearningRateFinder::LearningRateFinder() = default;
LearningRateFinder::~LearningRateFinder() = default;

Status LearningRateFinder::begin(const Trainer& trainer, const TrainingSettings& settings,
                                 const RateRange& range) {
  if (Status status = check(range); !status.ok()) return status;
  TrainingSettings own = settings;
  own.learning_rate = range.from;
  own.schedule = {};
  own.first_update = 0;
  own.other_hands = own.drawings = 0.0;  // it goes through the training images
  if (Status status = trainer.check(own); !status.ok()) return status;
  trainer_ = &trainer;
  replacements_ = trainer.replacements_;
  settings_ = own;
  range_ = range;
  seed_ = trainer.network_.seed;
  engine_ = make_engine(trainer.engine_kind(), trainer.network_, *trainer.pool_);
  engine_->set_parameters(trainer.parameters());
  engine_->prepare(update_settings(settings_), settings_.batch_size);
  assembler_.reset();
  if (is_on(settings_.augmentation)) {
    assembler_ =
        std::make_unique<BatchAssembler>(trainer.network_.layers.front(), engine_->max_examples());
  }
  order_ = trainer.members(Part::kTrain);
  passes_ = 0;
  position_ = static_cast<Index>(order_.size());
  before_ = 0;
  updates_ = 0;
  mean_ = 0.0;
  weight_ = 1.0;
  sum_ = squares_ = 0.0;
  lowest_ = std::numeric_limits<double>::infinity();
  over_ = false;
  rates_.clear();
  costs_.clear();
  return Status::good();
}

double LearningRateFinder::rate() const {
  // from (to / from)^(i / (steps - 1))
  const double share = static_cast<double>(updates_) / static_cast<double>(range_.steps - 1);
  if (share >= 1.0) return range_.to;
  return range_.from * portable::exp(share * portable::log(range_.to / range_.from));
}

// All batches have the same size, so that their costs can be compared: what is left of a pass
// through the data is too little for one and is passed over.
void LearningRateFinder::begin_batch() {
  before_ = 0;
  batch_cost_ = 0.0;
  if (position_ + settings_.batch_size <= static_cast<Index>(order_.size())) return;
  Rng rng(mix(seed_, static_cast<std::uint64_t>(passes_)), kSweepStream);
  shuffle(order_, rng);
  ++passes_;
  position_ = 0;
}

Status LearningRateFinder::advance(Index max_examples) {
  if (over_) return Status::good();
  if (replacements_ != trainer_->replacements_) {
    over_ = true;
    return Status::bad(Code::kBadState,
                       "The data was replaced while the learning rate was looked for. Look again.");
  }
  const DataSet& data = trainer_->train_;
  for (Index done = 0; !over_ && done < std::max<Index>(max_examples, 1);) {
    if (before_ == 0) begin_batch();
    const Index m = std::min(engine_->max_examples(), settings_.batch_size - before_);
    const auto chosen = std::span<const std::uint32_t>(order_).subspan(
        static_cast<std::size_t>(position_), static_cast<std::size_t>(m));
    const BatchContext context{
        .settings = update_settings(settings_),
        .learning_rate = rate(),
        .batch = settings_.batch_size,
        .before = before_,
        .update = static_cast<std::uint64_t>(updates_),
    };
    Examples examples{data.images(), data.labels(), chosen};
    if (assembler_) {
      const EpochSource source{
          .train = data,
          .drawings = data,
          .seed = seed_,
          .epoch = static_cast<std::uint64_t>(passes_),
      };
      examples =
          assembler_->fill(source, settings_.augmentation, chosen, position_, *trainer_->pool_);
    }
    batch_cost_ += engine_->learn(examples, context).cost;
    done += m;
    position_ += m;
    before_ += m;
    if (!std::isfinite(batch_cost_)) {
      over_ = true;
    } else if (before_ == settings_.batch_size) {
      finish_batch();
    }
  }
  // Where the cost was not finite, that of the last update is not known.
  if (over_) rates_.resize(costs_.size());
  return Status::good();
}

// The batch's cost is from before its own update, and so from after the last one.
void LearningRateFinder::finish_batch() {
  before_ = 0;
  weight_ *= kSmoothing;
  const double cost = batch_cost_ / static_cast<double>(settings_.batch_size);
  if (updates_ < settling()) {
    sum_ += cost;
    squares_ += cost * cost;
  }
  mean_ = kSmoothing * mean_ + (1.0 - kSmoothing) * cost;
  const double smooth = mean_ / (1.0 - weight_);
  if (updates_ >= settling()) lowest_ = std::min(lowest_, smooth);
  if (updates_ > 0) costs_.push_back(smooth);
  over_ = updates_ == range_.steps || smooth > kExploded * lowest_;
  if (over_) return;
  rates_.push_back(rate());
  ++updates_;
}

double LearningRateFinder::suggested() const {
  const auto n = static_cast<double>(settling());
  if (static_cast<Index>(costs_.size()) <= settling()) return 0.0;
  const auto lowest = std::min_element(costs_.begin() + settling(), costs_.end());
  const double first = sum_ / n;
  const double spread = std::sqrt(std::max(squares_ / n - first * first, 0.0));
  const double fall = first - *lowest;
  if (fall < std::max(spread, kLeastFall * first)) return 0.0;
  // Back from the lowest to where this much of the fall is made, so that no dip before it counts.
  auto at = lowest;
  while (at != costs_.begin() && *(at - 1) <= first - kMade * fall) --at;
  return rates_[static_cast<std::size_t>(at - costs_.begin())];
}

}  // namespace mlp
