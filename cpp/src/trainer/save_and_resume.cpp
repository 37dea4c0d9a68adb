// SPDX-License-Identifier: MIT
// The trainer's whole state, out and in again.
#include <utility>

#include "engine/engine.h"
#include "mlp/trainer/trainer.h"
#include "trainer/remembered.h"

namespace mlp {

Status Trainer::save(Snapshot& snapshot) const {
  if (!engine_) return Status::bad(Code::kBadState, "Make a network first.");
  Snapshot saved;
  saved.network = network_;
  saved.parameters = engine_->parameters();
  engine_->save(!between_batches(), saved);
  saved.epochs = epochs_;
  saved.updates = updates_;
  // After as many updates the good weights are the present ones.
  if (good_updates_ < updates_) saved.good = unpack(remembered_->good);
  saved.good_epochs = good_epochs_;
  saved.good_updates = good_updates_;
  if (remembered_->averages > 0) {
    saved.mean = unpack(remembered_->mean);
    saved.averaging = remembered_->averaging;
    saved.averages = remembered_->averages;
  }
  saved.place = place();
  snapshot = std::move(saved);
  return Status::good();
}

Place Trainer::place() const {
  return {
      .images = static_cast<Index>(train_.expected()),
      .validation = validation_share_,
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
  auto engine = std::make_unique<Engine>(snapshot.network, chunk_size(snapshot.network), *pool_);
  engine->load(snapshot);
  PackedParameters good = pack(snapshot.good.empty() ? snapshot.parameters : snapshot.good);
  PackedParameters mean = pack(snapshot.mean);
  put_network(snapshot.network, std::move(engine));
  put_all_back();
  evaluation_is_over();
  remembered_->good = std::move(good);
  remembered_->mean = std::move(mean);
  remembered_->averaging = snapshot.averaging;
  remembered_->averages = snapshot.averages;
  epochs_ = snapshot.epochs;
  updates_ = snapshot.updates;
  good_epochs_ = snapshot.good_epochs;
  good_updates_ = snapshot.good_updates;
  find_place(snapshot.place);
  return Status::good();
}

void Trainer::find_place(const Place& place) {
  if (static_cast<Index>(train_.expected()) != place.images) return;
  if (!check_data(Part::kTrain).ok() || !split(place.validation).ok()) return;
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
