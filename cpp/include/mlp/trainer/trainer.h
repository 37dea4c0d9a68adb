// SPDX-License-Identifier: MIT
// The only class with a state: a network, its data, and how far its training has come.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "mlp/base/status.h"
#include "mlp/base/types.h"
#include "mlp/data/data_set.h"
#include "mlp/methods/network.h"
#include "mlp/trainer/engine_kind.h"
#include "mlp/trainer/predictions.h"
#include "mlp/trainer/progress.h"
#include "mlp/trainer/snapshot.h"
#include "mlp/trainer/split.h"
#include "mlp/trainer/training_settings.h"

namespace mlp {

class BatchAssembler;
class Engine;
class ThreadPool;
struct Examples;
enum class Kept : std::uint8_t;

// Trains a network on images in bounded slices, so that whoever calls can answer others between.
// The same settings, data and seed give the same weights to the last bit, however it was sliced.
class Trainer {
 public:
  Trainer();
  ~Trainer();

  // From now on computes with as many threads as are wanted, or as there can be; with 1 at first.
  // Returns how many. It changes no bit of any result.
  Index use_threads(Index wanted);

  // The networks of configure() and resume() from now on are trained by this engine; kFast at
  // first. A network that there is stays with its own.
  void use_engine(EngineKind kind) { engine_kind_ = kind; }
  EngineKind engine_kind() const { return engine_kind_; }

  // A new network with its first weights. The data stays; it must fit the network when it is used.
  // kBadSetting leaves everything as it was.
  Status configure(const Network& network);

  // Takes the images (n_0 bytes each, 0 ... 255) and labels (one byte each) of kTrain or kTest, in
  // the place of what was there. New training data starts a new epoch on the weights as they are,
  // with nothing set aside. kBadData leaves everything as it was.
  Status load(Part part, std::span<const std::uint8_t> images,
              std::span<const std::uint8_t> labels);
  // The same with data that was put together elsewhere, is whole, and is empty afterwards.
  Status take(Part part, DataSet& data);

  // The same bit by bit: expect() makes room for so many examples in the place of what was there,
  // and each append() adds more of them. Training may go on meanwhile: an epoch takes the examples
  // that are there when it begins. Weights are reproducible where all were there before the first.
  // kBadData, and nothing is added: more than expected, or sizes that do not fit.
  Status expect(Part part, Index examples);
  Status append(Part part, std::span<const std::uint8_t> images,
                std::span<const std::uint8_t> labels);
  // The same for a caller that would have to copy them first. As DataSet::append() has it.
  Status append(Part part, std::size_t image_bytes, std::size_t labels,
                const DataSet::Write& write);
  // What is loaded of a part goes, and what was expected.
  Status drop(Part part);

  // The drawings that a share of the examples may be, in the place of those that were; none: an
  // empty set. It is empty afterwards. kBadData, and nothing changes: not all have arrived.
  Status set_drawings(DataSet& drawings);

  // Views of images number first ... first + count - 1 of kTrain or kTest as it was loaded, and of
  // their labels, until the next load(). kBadSetting when there are no such images.
  Status images(Part part, Index first, Index count, std::span<const std::uint8_t>& images,
                std::span<const std::uint8_t>& labels) const;

  // Sets images aside as kValidation, and chooses those to train on from the others, by the seed:
  // those of a smaller number are among those of a larger one. Another split than the present one
  // starts a new epoch. kBadSetting for a share below 0 or from 1 on, or a number below 0;
  // kBadState while training images are still expected, unless nothing changes.
  Status split(const Split& split);

  // Back to the first weights of the same seed, with nothing set aside.
  void reset();

  // Goes on with the current epoch, or begins the next, until about max_examples examples are done
  // or the epoch is, or, with one_batch, the batch. Every epoch has its own order of the examples,
  // which depends on the seed and its number alone; a full batch keeps the order of the data, with
  // what extras_of() says after it.
  // kDiverged: the cost became infinite or NaN; the weights are the last good ones, from the start
  // of the epoch or of the one before, and training continues from there when called again.
  Status advance(const TrainingSettings& settings, Index max_examples, bool one_batch,
                 Progress& progress);

  // Whether advance() would take these settings; else what it would answer.
  Status check(const TrainingSettings& settings) const;

  // Begins to answer a part of the data; then each evaluate_advance() answers about max_examples
  // more. The weights must stay the same until it is through; kBadState when they or the data were
  // replaced meanwhile.
  //   averaged  with the mean of the weights, where there is one
  Status evaluate_begin(Part part, bool averaged = false);
  Status evaluate_advance(Index max_examples, Evaluation& evaluation);
  // The probability of yes, with a sigmoid, of each example of the last evaluation, in order, and
  // whether yes is right.
  std::span<const float> scores() const { return scores_; }
  std::span<const std::uint8_t> truths() const { return truths_; }

  // Adds to the predictions how images number first ... first + count - 1 of kTrain or kTest, as it
  // was loaded, are answered; kBadSetting when there are no such images.
  Status answers(Part part, Index first, Index count, Predictions& predictions);

  // Another number after each update of the weights, and when they or data were replaced: who
  // answers in slices can tell whether they all are of one moment.
  std::uint32_t moment() const { return moment_; }

  // Remembers the weights, or their mean when there is one; go back to them with restore(), which
  // does nothing before keep().
  void keep();
  void restore();

  // Weights that their mean has taken; 0: there is none. advance() keeps it with settings that ask
  // for it, and drops it with others; new weights drop it too.
  Index averages() const { return averages_; }
  // The mean takes the place of the weights, as restore() does it; nothing happens without one.
  void take_average();

  // Copies out all that training needs to go on to the same bits; kBadState before configure().
  Status save(Snapshot& snapshot) const;
  // Goes on from there as if nothing had been between. The data stays: where the training images
  // are not as many as they were, or not all there yet for what was set aside, the epoch begins
  // anew. kBadData leaves everything as it was.
  Status resume(const Snapshot& snapshot);
  // How far the epoch has come.
  Place place() const;
  // No batch is half learned: what is done next begins one.
  bool between_batches() const { return position_ == batch_begin_ || position_ == batch_end_; }

  // probabilities (n_L, m) of m = probabilities.size() / n_L images of n_0 bytes each.
  //   copies  1, or the mean over 5 or 9 of each image, as Ensemble has it
  Status predict(std::span<const std::uint8_t> images, std::span<float> probabilities,
                 Index copies = 1);

  const Network& network() const { return network_; }
  // Copies: of all, and of layer l = 1 ... L.
  Parameters<float> parameters() const;
  Layer<float> parameters(Index l) const;
  Index epochs() const { return epochs_; }    // finished since the weights were initialised
  Index updates() const { return updates_; }  // of the weights, likewise
  // That have arrived, without those set aside; and in an epoch or an evaluation from now on.
  Index examples(Part part) const { return static_cast<Index>(members(part).size()); }

 private:
  friend class Ensemble;            // reads the data, and answers with the engine
  friend class LearningRateFinder;  // reads the training data, and works with the same threads

  // The numbers of a part's examples in its data set.
  std::vector<std::uint32_t>& members(Part part) {
    return members_[static_cast<std::size_t>(part)];
  }
  const std::vector<std::uint32_t>& members(Part part) const {
    return members_[static_cast<std::size_t>(part)];
  }
  DataSet& data(Part part) { return part == Part::kTest ? test_ : train_; }
  const DataSet& data(Part part) const { return part == Part::kTest ? test_ : train_; }
  Status check_loadable(Part part) const;
  Status check_data(Part part) const;
  // Puts data in the place of what was there.
  void put(Part part, DataSet new_data);
  Index epoch_examples() const { return static_cast<Index>(order_.size()); }
  void put_network(const Network& network, std::unique_ptr<Engine> engine);
  // The weights are first ones.
  void begin_anew();
  void find_place(const Place& place);
  // The first `count` training examples and the extras, in the order of this epoch.
  void order_examples(Index count);
  // Whether there is what the settings mix in, and whether they fit the network.
  Status check_sources(const TrainingSettings& settings) const;
  bool reads_digits() const;
  bool is_full(const TrainingSettings& settings) const {
    return settings.batch_size >= examples(Part::kTrain);
  }
  void begin_epoch(const TrainingSettings& settings);
  // Examples in a batch that begins in this epoch, fewer at its end.
  Index largest_batch(const TrainingSettings& settings) const;
  void begin_batch(const TrainingSettings& settings);
  Examples next_examples(const TrainingSettings& settings, Index count);
  bool learn_chunk(const TrainingSettings& settings);  // false when the cost is not finite
  // After an update, or with `epoch` at an epoch's end.
  void average(const TrainingSettings& settings, bool epoch);
  Status diverged();
  void forget_epoch();
  // Nothing is set aside for validation any more.
  void put_all_back();
  // What it evaluated has changed: evaluate_advance() must not go on.
  void evaluation_is_over() {
    confusion_.clear();
    ++moment_;
  }
  void weights_were_set();
  // The weights are others, and good ones.
  void use_weights(Kept kept);
  void report(Progress& progress) const;

  Network network_;
  EngineKind engine_kind_ = EngineKind::kFast;
  std::unique_ptr<ThreadPool> pool_;
  std::unique_ptr<Engine> engine_;  // none before configure()
  Averaging averaging_ = Averaging::kNone;
  Index averages_ = 0;                         // weights that the mean has taken
  std::unique_ptr<BatchAssembler> assembler_;  // once an example is not a training image as it is
  std::vector<std::uint32_t> all_;  // 0, 1, 2 ... for images that are not chosen from more

  DataSet train_;
  DataSet test_;
  DataSet drawings_;
  std::array<std::vector<std::uint32_t>, 3> members_;
  Split split_;
  Index replacements_ = 0;  // of loaded data by other data

  // Of the training examples in this epoch: it says how many those are, since more may arrive.
  std::vector<std::uint32_t> order_;
  Extras extras_;
  bool shuffled_ = false;
  Index position_ = 0;     // examples done in this epoch
  Index batch_begin_ = 0;  // the batch under way: [batch_begin_, batch_end_)
  Index batch_end_ = 0;
  Index epochs_ = 0;
  Index good_epochs_ = 0;
  Index updates_ = 0;
  Index good_updates_ = 0;
  std::uint32_t moment_ = 0;
  double cost_sum_ = 0.0;
  Index correct_ = 0;
  double learning_rate_ = 0.0;

  Part evaluated_ = Part::kTest;
  bool evaluated_mean_ = false;
  Index evaluated_of_ = 0;
  Index evaluated_examples_ = 0;
  double evaluated_cost_ = 0.0;
  std::vector<std::uint32_t> confusion_;
  std::vector<float> scores_;
  std::vector<std::uint8_t> truths_;
};

// The examples that are computed together: a power of two, 8 ... 256, the fewer the larger the
// network, so that one slice stays short. A larger batch adds up several such chunks.
Index chunk_size(const Network& network);

}  // namespace mlp
