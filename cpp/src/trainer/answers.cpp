// SPDX-License-Identifier: MIT
// The trainer's answers: how well it does on a part of the data, and what it makes of an image.
#include <algorithm>
#include <string>

#include "mlp/methods/engine.h"
#include "mlp/trainer/trainer.h"
#include "trainer/shifted_copies.h"

namespace mlp {

Status Trainer::evaluate_begin(Part part, bool averaged) {
  if (Status status = check_data(part); !status.ok()) return status;
  evaluated_ = part;
  evaluated_mean_ = averaged && averages() > 0;
  evaluated_of_ = examples(part);
  evaluated_examples_ = 0;
  evaluated_cost_ = 0.0;
  const bool yes_no = network_.g.output == Output::kSigmoid;
  const auto n = static_cast<std::size_t>(yes_no ? 2 : network_.layers.back());
  confusion_.assign(n * n, 0U);
  const std::size_t scored = yes_no ? members(part).size() : 0;
  scores_.resize(scored);
  truths_.resize(scored);
  return Status::good();
}

Status Trainer::evaluate_advance(Index max_examples, Evaluation& evaluation) {
  if (Status status = check_data(evaluated_); !status.ok()) return status;
  const bool yes_no = network_.g.output == Output::kSigmoid;
  const Index n = yes_no ? 2 : network_.layers.back();
  if (static_cast<Index>(confusion_.size()) != n * n) {
    return Status::bad(Code::kBadState,
                       "The network or its data changed while it was evaluated. Evaluate again.");
  }
  const Index of = evaluated_of_;
  const Index until = std::min(of, evaluated_examples_ + std::max<Index>(max_examples, 1));
  if (evaluated_mean_) engine_->exchange(Kept::kMean);
  while (evaluated_examples_ < until) {
    const Index m = std::min(engine_->max_examples(), of - evaluated_examples_);
    const auto begin = static_cast<std::size_t>(evaluated_examples_);
    const DataSet& from = data(evaluated_);
    const auto chosen = std::span<const std::uint32_t>(members(evaluated_))
                            .subspan(begin, static_cast<std::size_t>(m));
    evaluated_cost_ += engine_->answer({from.images(), from.labels(), chosen}).cost;
    for (Index i = 0; i < m; ++i) {
      ++confusion_[static_cast<std::size_t>(engine_->right(i) + n * engine_->given(i))];
      if (!yes_no) continue;
      scores_[begin + static_cast<std::size_t>(i)] = engine_->probability(0, i);
      truths_[begin + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(engine_->right(i));
    }
    evaluated_examples_ += m;
  }
  if (evaluated_mean_) engine_->exchange(Kept::kMean);
  evaluation.examples = evaluated_examples_;
  evaluation.of = of;
  evaluation.cost = evaluated_cost_ / static_cast<double>(evaluated_examples_);
  evaluation.confusion = confusion_;
  evaluation.correct = correct_of(confusion_, n);
  return Status::good();
}

Status Trainer::answers(Part part, Index first, Index count, Predictions& predictions) {
  if (Status status = check_data(part); !status.ok()) return status;
  std::span<const std::uint8_t> images;
  std::span<const std::uint8_t> labels;
  if (Status status = this->images(part, first, count, images, labels); !status.ok()) return status;
  const bool yes_no = network_.g.output == Output::kSigmoid;
  const auto n_0 = static_cast<std::size_t>(network_.layers.front());
  for (std::size_t done = 0; done < labels.size();) {
    const std::size_t m = std::min(all_.size(), labels.size() - done);
    engine_->answer({images.subspan(done * n_0), labels.subspan(done), std::span(all_).first(m)});
    for (Index i = 0; i < static_cast<Index>(m); ++i) {
      const int given = engine_->given(i);
      const float p = engine_->probability(yes_no ? 0 : given, i);
      predictions.answers.push_back(static_cast<std::uint8_t>(given));
      // With a sigmoid p is that of yes.
      predictions.probabilities.push_back(yes_no && given == 0 ? 1.0F - p : p);
      predictions.costs.push_back(static_cast<float>(engine_->cost(i)));
    }
    done += m;
  }
  return Status::good();
}

Status Trainer::predict(std::span<const std::uint8_t> images, std::span<float> probabilities,
                        Index copies) {
  if (!engine_) return Status::bad(Code::kBadState, "Make a network first.");
  const Index n_0 = network_.layers.front();
  const Index n_L = network_.layers.back();
  const auto count = static_cast<Index>(images.size()) / n_0;
  if (static_cast<Index>(images.size()) != count * n_0 ||
      static_cast<Index>(probabilities.size()) != count * n_L) {
    return Status::bad(Code::kBadData, "images: " + std::to_string(images.size()) +
                                           " pixels are not a whole number of images of " +
                                           std::to_string(n_0) + " pixels.");
  }
  if (Status status = check_copies(copies, n_0); !status.ok()) return status;
  ShiftedCopies moved(n_0, engine_->max_examples());
  std::ranges::fill(probabilities, 0.0F);
  for (Index done = 0; done < count;) {
    const Index m = std::min(engine_->max_examples(), count - done);
    const auto some =
        images.subspan(static_cast<std::size_t>(done * n_0), static_cast<std::size_t>(m * n_0));
    const Examples examples{some, {}, std::span(all_).first(static_cast<std::size_t>(m))};
    for (Index copy = 0; copy < copies; ++copy) {
      engine_->answer(moved.of(examples, copy));
      for (Index i = 0; i < m; ++i) {
        for (Index k = 0; k < n_L; ++k) {
          probabilities[static_cast<std::size_t>((done + i) * n_L + k)] +=
              engine_->probability(k, i);
        }
      }
    }
    done += m;
  }
  if (copies > 1) {
    for (float& p : probabilities) p /= static_cast<float>(copies);
  }
  return Status::good();
}

}  // namespace mlp
