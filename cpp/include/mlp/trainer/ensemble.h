// SPDX-License-Identifier: MIT
// Several networks, or one on several copies of each image, that answer together.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "mlp/base/status.h"
#include "mlp/trainer/snapshot.h"
#include "mlp/trainer/trainer.h"

namespace mlp {

class Engine;
class ShiftedCopies;

// Answers a part of a trainer's data with the mean of the probabilities over its network and those
// that join, and over copies of each image, moved by a pixel. It costs as many times as much as one
// evaluation as there are networks times copies.
class Ensemble {
 public:
  Ensemble();
  ~Ensemble();

  // Begins with the trainer's own network. The trainer must outlive it.
  //   copies  1; 5: and to the left, right, up, down; 9: and across. More than 1: of square images
  // kBadSetting, or what the trainer's evaluate_begin() answers.
  Status begin(Trainer& trainer, Part part, Index copies);
  // The weights of a snapshot join, its hidden layers whatever they are. kBadData when it is
  // damaged, or takes other images or gives other answers than the trainer's network; it stays out.
  Status join(const Snapshot& snapshot);
  // Answers about max_examples more, counted once whatever the copies. kBadState when the trainer's
  // weights or data changed meanwhile; images that arrive are not of it.
  Status advance(Index max_examples, Evaluation& evaluation);

 private:
  // Answers that the mean is of.
  Index size() const { return copies_ * (static_cast<Index>(joined_.size()) + 1); }
  void answer(std::span<const std::uint32_t> chosen);

  Trainer* trainer_ = nullptr;
  Part part_ = Part::kTest;
  Index copies_ = 1;
  Index of_ = 0;  // examples, as many as there were when it began
  std::uint32_t moment_ = 0;
  Index done_ = 0;
  double cost_ = 0.0;
  std::vector<std::unique_ptr<Engine>> joined_;
  std::unique_ptr<ShiftedCopies> moved_;
  // Of the present examples: (n_L, m) sums of probabilities, and (size, m) costs.
  std::vector<double> sums_, costs_;
  std::vector<std::uint32_t> confusion_;
};

}  // namespace mlp
