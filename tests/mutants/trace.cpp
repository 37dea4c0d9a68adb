// SPDX-License-Identifier: MIT
// What `math: 'notes'` trains, in one line for each of many settings: its weights to the last bit,
// and the costs, accuracies and answers that it reports. A fault that changes none of these lines
// is in no line that trains.
#include <bit>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include "made_up_data.h"
#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

constexpr Index kPixels = 64;
constexpr std::size_t kImages = 300;

// FNV-1a, fed with bits.
class Checksum {
 public:
  void add(std::uint64_t bits) {
    for (unsigned shift = 0; shift < 64; shift += 8) {
      hash_ = (hash_ ^ (bits >> shift & 255U)) * 0x100000001b3ULL;
    }
  }
  void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }
  void add(float value) { add(static_cast<double>(value)); }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325ULL;
};

void trace(const std::string& name, const Network& network, const TrainingSettings& settings,
           std::size_t images = kImages) {
  const MadeUpData data(images, static_cast<std::size_t>(kPixels));
  Trainer trainer;
  trainer.use_engine(EngineKind::kNotes);
  Checksum sum;
  Progress progress;
  if (!trainer.configure(network).ok() ||
      !trainer.load(Part::kTrain, data.images, data.labels).ok()) {
    std::printf("%s: cannot be trained\n", name.c_str());
    return;
  }
  while (progress.epochs < 3) {
    if (!trainer.advance(settings, 100, false, progress).ok()) break;
    sum.add(progress.cost);
    sum.add(progress.accuracy);
    sum.add(progress.gradient_norm);
  }
  trainer.take_average();
  for (const Layer<float>& layer : trainer.parameters()) {
    for (const float w : layer.W.reshaped()) sum.add(w);
    for (const float b : layer.b) sum.add(b);
  }
  Evaluation evaluation;
  if (trainer.evaluate_begin(Part::kTrain).ok() &&
      trainer.evaluate_advance(static_cast<Index>(images), evaluation).ok()) {
    sum.add(evaluation.cost);
    for (const std::uint32_t count : evaluation.confusion) sum.add(std::uint64_t{count});
  }
  std::printf("%s: %016llx\n", name.c_str(), static_cast<unsigned long long>(sum.value()));
}

Network softmax(Activation hidden = Activation::kRelu) {
  return {.layers = {kPixels, 20, 16, 10}, .g = {.hidden = hidden}};
}

TrainingSettings by(Method method) {
  const bool adaptive = keeps_second(method);
  return {.batch_size = 50,
          .learning_rate = adaptive ? 0.01 : 0.1,
          .optimizer = {.method = method},
          .weight_decay = method == Method::kAdamW ? 0.1 : 0.0};
}

void trace_all() {
  const TrainingSettings plain = by(Method::kGradientDescent);
  for (int g = 0; g <= static_cast<int>(Activation::kGelu); ++g) {
    trace("activation " + std::to_string(g), softmax(static_cast<Activation>(g)), plain);
  }
  for (int method = 0; method <= static_cast<int>(Method::kAdamW); ++method) {
    trace("method " + std::to_string(method), softmax(), by(static_cast<Method>(method)));
  }
  for (int scheme = 0; scheme <= static_cast<int>(Initialiser::kZeros); ++scheme) {
    Network network = softmax();
    network.initialiser = static_cast<Initialiser>(scheme);
    trace("initialiser " + std::to_string(scheme), network, plain);
  }
  const Network yes_no{
      .layers = {kPixels, 20, 1}, .g = {.output = Output::kSigmoid}, .positive = 3};
  trace("is it a 3?", yes_no, plain);
  TrainingSettings settings = plain;
  settings.positive_weight = 5.0;
  trace("weight of yes", yes_no, settings);
  settings = plain;
  settings.weight_decay = 0.05;
  trace("penalty", softmax(), settings);
  settings = plain;
  settings.dropout = 0.3;
  trace("dropout", softmax(), settings);
  settings.batch_size = 600;
  trace("several chunks", softmax(), settings, 600);
  settings = plain;
  settings.clip_norm = 0.2;
  trace("clipping", softmax(), settings);
  settings = plain;
  settings.max_norm = 0.8;
  trace("max norm", softmax(), settings);
  settings = plain;
  settings.label_smoothing = 0.1;
  trace("label smoothing", softmax(), settings);
  for (const Curve curve : {Curve::kStep, Curve::kCosine, Curve::kOneCycle}) {
    settings = plain;
    settings.schedule = {.curve = curve, .total = 18, .warm_up = 4, .every = 6};
    trace("schedule " + std::to_string(static_cast<int>(curve)), softmax(), settings);
  }
  for (const Averaging averaging : {Averaging::kExponential, Averaging::kEpochs}) {
    settings = plain;
    settings.averaging = averaging;
    settings.averaging_decay = 0.9;
    trace("averaging " + std::to_string(static_cast<int>(averaging)), softmax(), settings);
  }
}

}  // namespace
}  // namespace mlp

int main() { mlp::trace_all(); }
