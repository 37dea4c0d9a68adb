// SPDX-License-Identifier: MIT
// All the settings of training.
#pragma once

#include "mlp/base/status.h"
#include "mlp/base/types.h"
#include "mlp/data/augment.h"
#include "mlp/methods/averaging.h"
#include "mlp/methods/engine.h"
#include "mlp/methods/optimizer.h"
#include "mlp/methods/schedule.h"

namespace mlp {

// Near to 1 an epoch would have more examples than can be counted.
inline constexpr double kMostExtras = 0.9;
inline constexpr Index kMostExtrasPerImage = 9;  // 0.9 / (1 - 0.9)

struct TrainingSettings {
  Index batch_size = 128;      // 1 ... the number of training images; all of them: full batch
  double learning_rate = 0.1;  // alpha, above 0
  Optimizer optimizer = {};
  Schedule schedule = {};          // of the learning rate, over the run
  Index first_update = 0;          // of the run: where the schedule begins
  double weight_decay = 0.0;       // lambda, at least 0: decoupled in kAdamW, else the L2 penalty
  double dropout = 0.0;            // rate of dropping hidden units, at least 0 and below 1
  double max_norm = 0.0;           // of the weights into a unit, above 0; 0: no limit
  double clip_norm = 0.0;          // of the whole gradient, above 0; 0: no limit
  double label_smoothing = 0.0;    // epsilon, at least 0 and below 1
  double positive_weight = 1.0;    // of the examples whose answer is yes, with a sigmoid; above 0
  Augmentation augmentation = {};  // of the training images and drawings, anew at each epoch
  // Shares among the examples of an epoch, at least 0, together at most kMostExtras: of generated
  // digits, other ones in each epoch, and of the drawings that the trainer has, in turn.
  double other_hands = 0.0;
  double drawings = 0.0;
  // A mean of the weights beside them; training goes on with the weights themselves.
  Averaging averaging = Averaging::kNone;
  double averaging_decay = 0.999;  // of the exponential mean; at least 0, below 1
  Index averaging_from = 0;  // kEpochs: epochs after so many, since the first weights, are taken
};

// What an epoch has beside the training images.
struct Extras {
  Index generated = 0;
  Index drawn = 0;
};

// So many that the shares are those of the settings, to the nearest whole example: together at most
// kMostExtrasPerImage for each training image, and one.
//   examples  training images, at least 0
Extras extras_of(const TrainingSettings& settings, Index examples);

// What of them an engine's update depends on.
UpdateSettings update_settings(const TrainingSettings& settings);

// kBadSetting with the setting's name in JavaScript and its limits when one is outside them.
//   examples  to train on
Status check(const TrainingSettings& settings, Index examples);

}  // namespace mlp
