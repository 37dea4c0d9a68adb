// SPDX-License-Identifier: MIT
#include "mlp/trainer/ensemble.h"

#include <algorithm>
#include <string>
#include <utility>

#include "mlp/base/portable_math.h"
#include "mlp/methods/engine.h"
#include "trainer/make_engine.h"
#include "trainer/shifted_copies.h"

namespace mlp {
namespace {

// So many images at a time as any network takes (chunk_size()).
constexpr Index kFewest = 8;

// The cost -log p of a mean of probabilities p, from the cost of each: a float that is nearly 1
// says too little of 1 - p. With the lowest cost c it is c - log((1/n) sum e^(c - cost)).
double cost_of_mean(std::span<const double> costs) {
  const double lowest = *std::ranges::min_element(costs);
  double sum = 0.0;
  for (const double cost : costs) sum += portable::exp(lowest - cost);
  return lowest - portable::log(sum / static_cast<double>(costs.size()));
}

}  // namespace

Ensemble::Ensemble() = default;
Ensemble::~Ensemble() = default;

Status Ensemble::begin(Trainer& trainer, Part part, Index copies) {
  if (Status status = trainer.check_data(part); !status.ok()) return status;
  const Network& network = trainer.network();
  if (Status status = check_copies(copies, network.layers.front()); !status.ok()) return status;
  const auto n =
      static_cast<std::size_t>(network.g.output == Output::kSigmoid ? 2 : network.layers.back());
  confusion_.assign(n * n, 0U);
  moved_ = std::make_unique<ShiftedCopies>(network.layers.front(), trainer.engine_->max_examples());
  joined_.clear();
  trainer_ = &trainer;
  part_ = part;
  copies_ = copies;
  of_ = trainer.examples(part);
  moment_ = trainer.moment();
  done_ = 0;
  cost_ = 0.0;
  return Status::good();
}

Status Ensemble::join(const Snapshot& snapshot) {
  if (Status status = check(snapshot); !status.ok()) return status;
  const Network& own = trainer_->network();
  const Network& other = snapshot.network;
  const bool yes_no = own.g.output == Output::kSigmoid;
  if (other.layers.front() != own.layers.front() || other.layers.back() != own.layers.back() ||
      other.g.output != own.g.output || (yes_no && other.positive != own.positive)) {
    return Status::bad(Code::kBadData, "with: network " + std::to_string(joined_.size() + 1) +
                                           " takes other images or gives other answers than the "
                                           "present one. Leave it out.");
  }
  // Ready before it joins: there may be no memory for it.
  auto engine = make_engine(trainer_->engine_kind(), other, *trainer_->pool_);
  engine->set_parameters(snapshot.parameters);
  joined_.push_back(std::move(engine));
  return Status::good();
}

// The sums of the probabilities and the costs, network by network and copy by copy.
void Ensemble::answer(std::span<const std::uint32_t> chosen) {
  const DataSet& data = trainer_->data(part_);
  const Index n_L = trainer_->network().layers.back();
  const auto m = static_cast<Index>(chosen.size());
  sums_.assign(static_cast<std::size_t>(n_L * m), 0.0);
  costs_.resize(static_cast<std::size_t>(size() * m));
  Index member = 0;
  const auto add = [&](Engine& engine, const Examples& examples) {
    engine.answer(examples);
    for (Index i = 0; i < m; ++i) {
      costs_[static_cast<std::size_t>(i * size() + member)] = engine.cost(i);
      for (Index k = 0; k < n_L; ++k) {
        sums_[static_cast<std::size_t>(i * n_L + k)] +=
            static_cast<double>(engine.probability(k, i));
      }
    }
    ++member;
  };
  for (Index copy = 0; copy < copies_; ++copy) {
    const Examples examples = moved_->of({data.images(), data.labels(), chosen}, copy);
    add(*trainer_->engine_, examples);
    for (const std::unique_ptr<Engine>& engine : joined_) add(*engine, examples);
  }
}

Status Ensemble::advance(Index max_examples, Evaluation& evaluation) {
  if (trainer_->moment() != moment_) {
    return Status::bad(Code::kBadState,
                       "The network or its data changed while it was evaluated. Evaluate again.");
  }
  const Network& network = trainer_->network();
  const bool yes_no = network.g.output == Output::kSigmoid;
  const Index n_L = network.layers.back();
  const Index n = yes_no ? 2 : n_L;
  const std::vector<std::uint32_t>& all = trainer_->members(part_);
  const std::span<const std::uint8_t> labels = trainer_->data(part_).labels();
  Index most = trainer_->engine_->max_examples();
  for (const std::unique_ptr<Engine>& engine : joined_)
    most = std::min(most, engine->max_examples());
  const Index until = std::min(of_, done_ + std::max(max_examples, kFewest));
  while (done_ < until) {
    const Index m = std::min(most, until - done_);
    const auto chosen = std::span<const std::uint32_t>(all).subspan(static_cast<std::size_t>(done_),
                                                                    static_cast<std::size_t>(m));
    answer(chosen);
    for (Index i = 0; i < m; ++i) {
      const double* const p = &sums_[static_cast<std::size_t>(i * n_L)];
      const int label = labels[chosen[static_cast<std::size_t>(i)]];
      const int right = yes_no ? static_cast<int>(label == network.positive) : label;
      const int given = yes_no ? static_cast<int>(p[0] / static_cast<double>(size()) >= 0.5)
                               : static_cast<int>(std::max_element(p, p + n_L) - p);
      cost_ += cost_of_mean(std::span<const double>(costs_).subspan(
          static_cast<std::size_t>(i * size()), static_cast<std::size_t>(size())));
      ++confusion_[static_cast<std::size_t>(right + n * given)];
    }
    done_ += m;
  }
  evaluation.examples = done_;
  evaluation.of = of_;
  evaluation.cost = cost_ / static_cast<double>(done_);
  evaluation.confusion = confusion_;
  evaluation.correct = correct_of(confusion_, n);
  return Status::good();
}

}  // namespace mlp
