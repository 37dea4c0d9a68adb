// SPDX-License-Identifier: MIT
// The trainer's whole state, out and in again.
#include <utility>

#include "mlp/methods/engine.h"
#include "mlp/trainer/trainer.h"
#include "trainer/make_engine.h"

namespace mlp {

Status Trainer::save(Snapshot& snapshot) const {
  if (!engine_) return Status::bad(Code::kBadState, "Make a network first.");
  Snapshot saved;
  saved.network = network_;
  saved.parameters = engine_->parameters();
  OptimizerMemory memory;
  engine_->save(!between_batches(), memory);
  saved.method = memory.method;
  saved.memory = std::move(memory.state);
  saved.sums = std::move(memory.sums);
  saved.epochs = epochs_;
  saved.updates = updates_;
  // After as many updates the good weights are the present ones.
  if (good_updates_ < updates_) saved.good = engine_->kept(Kept::kGood);
  saved.good_epochs = good_epochs_;
  saved.good_updates = good_updates_;
  if (averages_ > 0) {
    saved.mean = engine_->kept(Kept::kMean);
    saved.averaging = averaging_;
    saved.averages = averages_;
  }
  if (engine_->has(Kept::kBest)) saved.best = engine_->kept(Kept::kBest);
  saved.place = place();
  snapshot = std::move(saved);
  return Status::good();
}

Place Trainer::place() const {
  return {
      .images = static_cast<Index>(train_.expected()),
      .validation = split_.validation,
      .used = split_.images,
      .of = epoch_examples(),
      .generated = extras_.generated,
      .drawn = extras_.drawn,
      .done = position_,
      .shuffled = shuffled_,
      .batch_begin = batch_begin_,
      .batch_end = batch_end_,
      .cost_sum = cost_sum_,
      .correct = correct_,
  };
}

Status Trainer::resume(const Snapshot& snapshot) {
  if (Status status = mlp::check(snapshot); !status.ok()) return status;
  // Made before anything changes: there may be no memory for it.
  auto engine = make_engine(engine_kind_, snapshot.network, *pool_);
  engine->set_parameters(snapshot.parameters);
  engine->load({snapshot.method, snapshot.memory, snapshot.sums});
  engine->set_kept(Kept::kGood, snapshot.good.empty() ? snapshot.parameters : snapshot.good);
  engine->set_kept(Kept::kMean, snapshot.mean);
  engine->set_kept(Kept::kBest, snapshot.best);
  put_network(snapshot.network, std::move(engine));
  put_all_back();
  evaluation_is_over();
  averaging_ = snapshot.averaging;
  averages_ = snapshot.averages;
  epochs_ = snapshot.epochs;
  updates_ = snapshot.updates;
  good_epochs_ = snapshot.good_epochs;
  good_updates_ = snapshot.good_updates;
  find_place(snapshot.place);
  return Status::good();
}

void Trainer::find_place(const Place& place) {
  if (static_cast<Index>(train_.expected()) != place.images) return;
  if (!check_data(Part::kTrain).ok() || !split({place.validation, place.used}).ok()) return;
  const Index of_data = place.of - place.generated - place.drawn;
  if (of_data > examples(Part::kTrain)) return;
  if (place.drawn > 0 && !check_fit("drawn", drawings_, network_).ok()) return;
  if (place.generated > 0 && !reads_digits()) return;
  shuffled_ = place.shuffled;
  extras_ = {place.generated, place.drawn};
  order_examples(of_data);
  position_ = place.done;
  batch_begin_ = place.batch_begin;
  batch_end_ = place.batch_end;
  cost_sum_ = place.cost_sum;
  correct_ = place.correct;
}

}  // namespace mlp
