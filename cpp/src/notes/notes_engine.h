// SPDX-License-Identifier: MIT
// The engine that trains by the verbs of the notes themselves, on one thread: `math: 'notes'`.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "mlp/methods/engine.h"
#include "mlp/notes/train.h"

namespace mlp {

class NotesEngine final : public Engine {
 public:
  // Room for chunks of up to max_examples.
  NotesEngine(const Network& network, Index max_examples);

  Index max_examples() const override { return training_.X.cols(); }

  void set_parameters(const Parameters<float>& parameters) override;
  Parameters<float> parameters() const override { return training_.parameters; }
  Layer<float> parameters(Index l) const override;
  bool all_finite() const override;

  void keep(Kept as) override { of(as) = training_.parameters; }
  bool has(Kept kept) const override { return !of(kept).empty(); }
  void forget(Kept kept) override { of(kept).clear(); }
  void use(Kept kept) override { training_.parameters = of(kept); }
  void exchange(Kept kept) override { std::swap(training_.parameters, of(kept)); }
  void swap(Kept a, Kept b) override { std::swap(of(a), of(b)); }
  void copy(Kept from, Kept to) override { of(to) = of(from); }
  void average_into(Kept kept, float factor) override;
  Parameters<float> kept(Kept kept) const override { return of(kept); }
  void set_kept(Kept as, const Parameters<float>& parameters) override { of(as) = parameters; }

  void prepare(const UpdateSettings& settings, Index batch) override;
  void forget_steps() override;
  void save(bool sums, OptimizerMemory& memory) const override;
  void load(const OptimizerMemory& memory) override;

  Answers learn(const Examples& examples, const BatchContext& context) override;
  Answers answer(const Examples& examples) override;

  float probability(Index k, Index i) const override { return training_.cache.back().A(k, i); }
  int given(Index i) const override;
  int right(Index i) const override;
  double cost(Index i) const override { return costs_[static_cast<std::size_t>(i)]; }
  double gradient_norm() const override { return training_.gradient_norm; }

 private:
  Parameters<float>& of(Kept kept) { return kept_[static_cast<std::size_t>(kept)]; }
  const Parameters<float>& of(Kept kept) const { return kept_[static_cast<std::size_t>(kept)]; }

  Network network_;
  Training<float> training_;
  std::array<Parameters<float>, kKeptKinds> kept_;
  std::vector<double> costs_;  // of the last answer()
};

}  // namespace mlp
