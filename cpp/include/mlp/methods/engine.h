// SPDX-License-Identifier: MIT
// What the trainer asks of an engine. Two answer it, as peers: notes/ by the verbs of the notes,
// engine/ by the fast kernels. A network is trained, answered and remembered through this alone.
#pragma once

#include <cstdint>
#include <span>

#include "mlp/base/types.h"
#include "mlp/methods/optimizer.h"

namespace mlp {

// Some examples of a data set.
struct Examples {
  std::span<const std::uint8_t> images;   // of the whole data set, n_0 bytes each
  std::span<const std::uint8_t> labels;   // of the whole data set; none: answers are not judged
  std::span<const std::uint32_t> chosen;  // their numbers, 1 ... Engine::max_examples()
};

// What of the settings of training an update depends on; TrainingSettings has their limits.
struct UpdateSettings {
  Optimizer optimizer = {};
  double weight_decay = 0.0;     // lambda: decoupled in kAdamW, else the L2 penalty
  double dropout = 0.0;          // rate of dropping hidden units
  double max_norm = 0.0;         // of the weights into a unit; 0: no limit
  double clip_norm = 0.0;        // of the whole gradient; 0: no limit
  double label_smoothing = 0.0;  // epsilon
  double positive_weight = 1.0;  // of the examples whose answer is yes, with a sigmoid
};

// What is done with a chunk of a batch.
struct BatchContext {
  UpdateSettings settings;
  double learning_rate = 0.0;  // of the update that the batch makes
  Index batch = 0;             // examples in the whole batch
  Index before = 0;            // of the batch, learned in chunks before this one
  std::uint64_t update = 0;    // number of the update, for the masks of dropout
};

// How the chunk was answered, before the update.
struct Answers {
  double cost = 0.0;  // sum over the examples
  Index correct = 0;
};

// What the optimizer remembers and, within a batch, the gradient of its chunks so far.
struct OptimizerMemory {
  Method method = Method::kGradientDescent;
  OptimizerState<float> state;  // what the method uses of it, else empty
  Gradients<float> sums;        // else empty
};

// Weights that an engine keeps beside those that it trains.
enum class Kept : std::uint8_t {
  kBegun,  // at the start of the epoch
  kGood,   // the same of an epoch whose first cost was finite
  kBest,   // what early stopping goes back to
  kMean,   // the mean of the weights along the run
};
inline constexpr std::size_t kKeptKinds = 4;

class Engine {
 public:
  Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  virtual ~Engine() = default;

  // Examples that it takes at a time.
  virtual Index max_examples() const = 0;

  virtual void set_parameters(const Parameters<float>& parameters) = 0;
  // Copies: of all, and of layer l = 1 ... L.
  virtual Parameters<float> parameters() const = 0;
  virtual Layer<float> parameters(Index l) const = 0;
  virtual bool all_finite() const = 0;

  // Keeps a copy of the parameters; takes memory the first time only.
  virtual void keep(Kept as) = 0;
  // Whether there is one.
  virtual bool has(Kept kept) const = 0;
  virtual void forget(Kept kept) = 0;
  // It becomes the parameters.
  virtual void use(Kept kept) = 0;
  // Changes places with the parameters, for answer() alone: nothing is learned until it is back.
  virtual void exchange(Kept kept) = 0;
  // Two change places; one is copied over another.
  virtual void swap(Kept a, Kept b) = 0;
  virtual void copy(Kept from, Kept to) = 0;
  // kept = kept + factor (parameters - kept), number by number.
  virtual void average_into(Kept kept, float factor) = 0;
  virtual Parameters<float> kept(Kept kept) const = 0;
  virtual void set_kept(Kept as, const Parameters<float>& parameters) = 0;

  // Before a run: makes room for what the settings need; what there was room for stays. The
  // optimizer begins anew when the method is another than before.
  //   batch  most examples in a batch
  virtual void prepare(const UpdateSettings& settings, Index batch) = 0;
  // The optimizer forgets the steps so far.
  virtual void forget_steps() = 0;
  // Its memory, with `sums` that of the batch under way; and back, into an engine that has done
  // nothing yet.
  virtual void save(bool sums, OptimizerMemory& memory) const = 0;
  virtual void load(const OptimizerMemory& memory) = 0;

  // Forward and cost; backward and, when the chunk is the batch's last, the update. Where the cost
  // is not finite, nothing is learned. After prepare() of the same settings.
  virtual Answers learn(const Examples& examples, const BatchContext& context) = 0;
  // Forward, and cost if there are labels.
  virtual Answers answer(const Examples& examples) = 0;

  // Of the last answer(): probability k of example i, which answer was given and is right, and its
  // cost.
  virtual float probability(Index k, Index i) const = 0;
  virtual int given(Index i) const = 0;
  virtual int right(Index i) const = 0;
  virtual double cost(Index i) const = 0;
  // The gradient's norm before clipping at the last update; 0 without clipping.
  virtual double gradient_norm() const = 0;
};

}  // namespace mlp
