// SPDX-License-Identifier: MIT
#include "mlp/trainer/training_settings.h"

#include <cmath>
#include <string>

namespace mlp {
namespace {

// Shares of 0.34 and 0.56 are a little more than 0.9 together.
constexpr double kRounding = 1e-12;

// Smaller numbers are 0 in float32, and 0 / 0 is none.
constexpr double kMinEpsilon = 1e-30;

[[gnu::noinline]] Status bad(const char* setting, const char* limits) {
  return Status::bad(Code::kBadSetting, std::string(setting) + ": must be " + limits + ".");
}

bool share(double value) { return value >= 0.0 && value < 1.0; }
bool positive(double value) { return value > 0.0 && std::isfinite(value); }
bool not_negative(double value) { return value >= 0.0 && std::isfinite(value); }

Status check(const Optimizer& optimizer) {
  constexpr const char* limits = "at least 0 and below 1";  // no string: this is asked at each step
  if (!share(optimizer.momentum)) return bad("momentum", limits);
  if (!share(optimizer.rho)) return bad("rho", limits);
  if (!share(optimizer.beta_1)) return bad("beta1", limits);
  if (!share(optimizer.beta_2)) return bad("beta2", limits);
  if (!positive(optimizer.epsilon) || optimizer.epsilon < kMinEpsilon) {
    return bad("epsilon", "at least 1e-30");
  }
  return Status::good();
}

Status check(const Schedule& schedule) {
  if (schedule.total < 1) return bad("epochs", "at least 1");
  if (schedule.warm_up < 0 || schedule.warm_up > schedule.total) {
    return bad("warmUp", "no longer than the run");
  }
  if (schedule.every < 1) return bad("stepEvery", "above 0");
  if (!positive(schedule.factor) || schedule.factor > 1.0) {
    return bad("stepFactor", "above 0 and at most 1");
  }
  return Status::good();
}

}  // namespace

Extras extras_of(const TrainingSettings& settings, Index examples) {
  const double all =
      static_cast<double>(examples) / (1.0 - settings.other_hands - settings.drawings);
  return {static_cast<Index>(all * settings.other_hands + 0.5),
          static_cast<Index>(all * settings.drawings + 0.5)};
}

UpdateSettings update_settings(const TrainingSettings& settings) {
  return {
      .optimizer = settings.optimizer,
      .weight_decay = settings.weight_decay,
      .dropout = settings.dropout,
      .max_norm = settings.max_norm,
      .clip_norm = settings.clip_norm,
      .label_smoothing = settings.label_smoothing,
      .positive_weight = settings.positive_weight,
  };
}

Status check(const TrainingSettings& settings, Index examples) {
  if (!positive(settings.learning_rate)) return bad("learningRate", "above 0 and finite");
  if (settings.batch_size < 1 || settings.batch_size > examples) {
    const std::string limits = "from 1 to the " + std::to_string(examples) +
                               " training images, not " + std::to_string(settings.batch_size);
    return bad("batchSize", limits.c_str());
  }
  if (!not_negative(settings.weight_decay)) return bad("weightDecay", "at least 0");
  if (!share(settings.dropout)) return bad("dropout", "at least 0 and below 1");
  if (!not_negative(settings.max_norm)) return bad("maxNorm", "above 0, or 0 for no limit");
  if (!not_negative(settings.clip_norm)) return bad("clipNorm", "above 0, or 0 for no limit");
  if (!share(settings.label_smoothing)) return bad("labelSmoothing", "at least 0 and below 1");
  if (!positive(settings.positive_weight)) return bad("positiveWeight", "above 0");
  if (!share(settings.averaging_decay)) return bad("averagingDecay", "at least 0 and below 1");
  if (settings.averaging_from < 0) return bad("averagingFrom", "at least 0");
  if (Status status = check(settings.augmentation); !status.ok()) return status;
  if (!(settings.other_hands >= 0.0) || settings.other_hands > kMostExtras) {
    return bad("otherHands", "from 0 to 0.9");
  }
  if (!(settings.drawings >= 0.0) || settings.drawings > kMostExtras) {
    return bad("drawings", "from 0 to 0.9");
  }
  if (settings.other_hands + settings.drawings > kMostExtras + kRounding) {
    return bad("drawings", "at most 0.9 together with otherHands");
  }
  if (Status status = check(settings.optimizer); !status.ok()) return status;
  return check(settings.schedule);
}

}  // namespace mlp
