// SPDX-License-Identifier: MIT
// What JavaScript sees of the core: a table, and the few lines that copy arrays in and out.
#include <cstddef>

#include "convert.h"
#include "mlp/digits.h"
#include "mlp/trainer.h"

namespace mlp::js {
namespace {

struct Advanced {
  Status status;
  Progress progress;
};

struct Evaluated {
  Status status;
  Index examples = 0;
  Index of = 0;
  double cost = 0.0;
  Index correct = 0;
  Uint32Array confusion{emscripten::val::undefined()};
};

struct Predicted {
  Status status;
  Float32Array probabilities{emscripten::val::undefined()};
};

struct Generated {
  Status status;
  Uint8Array images{emscripten::val::undefined()};
  Uint8Array labels{emscripten::val::undefined()};
};

Status configure(Trainer& trainer, const Uint32Array& layers, Output output, int positive,
                 double seed) {
  return guarded([&] {
    Network network;
    network.layers.clear();
    for (const std::uint32_t units : to_vector<std::uint32_t>(layers)) {
      network.layers.push_back(static_cast<Index>(units));
    }
    network.output = output;
    network.positive = positive;
    network.seed = static_cast<std::uint64_t>(seed);
    return trainer.configure(network);
  });
}

Status load(Trainer& trainer, Part part, const Uint8Array& images, const Uint8Array& labels) {
  return guarded([&] {
    return trainer.load(part, to_vector<std::uint8_t>(images), to_vector<std::uint8_t>(labels));
  });
}

Advanced advance(Trainer& trainer, double batch_size, double learning_rate, double max_examples,
                 bool one_batch) {
  Advanced result;
  const Descent descent{static_cast<Index>(batch_size), learning_rate};
  result.status =
      trainer.advance(descent, static_cast<Index>(max_examples), one_batch, result.progress);
  return result;
}

Evaluated evaluate_advance(Trainer& trainer, double max_examples) {
  Evaluation evaluation;
  Evaluated result;
  result.status = trainer.evaluate_advance(static_cast<Index>(max_examples), evaluation);
  result.examples = evaluation.examples;
  result.of = evaluation.of;
  result.cost = evaluation.cost;
  result.correct = evaluation.correct;
  result.confusion = to_array<Uint32Array>(std::span<const std::uint32_t>(evaluation.confusion));
  return result;
}

Predicted predict(Trainer& trainer, const Uint8Array& images) {
  Predicted result;
  std::vector<float> probabilities;
  result.status = guarded([&] {
    const std::vector<std::uint8_t> pixels = to_vector<std::uint8_t>(images);
    const auto n_0 = static_cast<std::size_t>(trainer.network().layers.front());
    probabilities.resize(pixels.size() / n_0 *
                         static_cast<std::size_t>(trainer.network().layers.back()));
    return trainer.predict(pixels, probabilities);
  });
  result.probabilities = to_array<Float32Array>(std::span<const float>(probabilities));
  return result;
}

// W_l, or b_l, of layer l = 1 ... L; empty for any other l.
std::span<const float> numbers(const Trainer& trainer, std::size_t l, bool weights) {
  if (l < 1 || l > trainer.parameters().size()) return {};
  const Layer<float>& layer = trainer.parameters()[l - 1];
  return weights ? std::span(layer.W.data(), static_cast<std::size_t>(layer.W.size()))
                 : std::span(layer.b.data(), static_cast<std::size_t>(layer.b.size()));
}

Float32Array weights(const Trainer& trainer, std::size_t l) {
  return to_array<Float32Array>(numbers(trainer, l, true));
}

Float32Array biases(const Trainer& trainer, std::size_t l) {
  return to_array<Float32Array>(numbers(trainer, l, false));
}

// points: x and y by turns; ends: the number of points up to the end of each stroke.
Uint8Array rasterise_strokes(const Float32Array& points, const Uint32Array& ends) {
  const std::vector<float> xy = to_vector<float>(points);
  std::vector<Stroke> strokes;
  std::size_t begin = 0;
  for (const std::uint32_t end : to_vector<std::uint32_t>(ends)) {
    Stroke& stroke = strokes.emplace_back();
    for (; begin < end && 2 * begin + 1 < xy.size(); ++begin) {
      stroke.push_back({xy[2 * begin], xy[2 * begin + 1]});
    }
  }
  std::vector<std::uint8_t> image(kDigitPixels);
  rasterise(strokes, Pen{}, std::span<std::uint8_t, kDigitPixels>(image));
  return to_array<Uint8Array>(std::span<const std::uint8_t>(image));
}

Generated generate(double seed, double first, std::size_t count) {
  Generated result;
  std::vector<std::uint8_t> images;
  std::vector<std::uint8_t> labels;
  result.status = guarded([&] {
    images.resize(count * static_cast<std::size_t>(kDigitPixels));
    labels.resize(count);
    return generate_digits(static_cast<std::uint64_t>(seed), static_cast<std::uint64_t>(first),
                           images, labels);
  });
  result.images = to_array<Uint8Array>(std::span<const std::uint8_t>(images));
  result.labels = to_array<Uint8Array>(std::span<const std::uint8_t>(labels));
  return result;
}

}  // namespace
}  // namespace mlp::js

EMSCRIPTEN_BINDINGS(mlp_scratchpad) {
  using namespace emscripten;  // NOLINT: the table below is what it is for
  using namespace mlp;         // NOLINT

  register_type<js::Uint8Array>("Uint8Array");
  register_type<js::Uint32Array>("Uint32Array");
  register_type<js::Float32Array>("Float32Array");

  enum_<Code>("Code")
      .value("ok", Code::kOk)
      .value("badSetting", Code::kBadSetting)
      .value("badData", Code::kBadData)
      .value("noData", Code::kNoData)
      .value("badState", Code::kBadState)
      .value("diverged", Code::kDiverged)
      .value("noMemory", Code::kNoMemory);
  enum_<Output>("Output").value("sigmoid", Output::kSigmoid).value("softmax", Output::kSoftmax);
  enum_<Part>("Part").value("train", Part::kTrain).value("test", Part::kTest);

  value_object<Status>("Status").field("code", &Status::code).field("text", &Status::text);
  value_object<Progress>("Progress")
      .field("done", &Progress::done)
      .field("epochs", &Progress::epochs)
      .field("updates", &Progress::updates)
      .field("examples", &Progress::examples)
      .field("of", &Progress::of)
      .field("cost", &Progress::cost)
      .field("accuracy", &Progress::accuracy)
      .field("batchDone", &Progress::batch_done)
      .field("epochDone", &Progress::epoch_done);
  value_object<js::Advanced>("Advanced")
      .field("status", &js::Advanced::status)
      .field("progress", &js::Advanced::progress);
  value_object<js::Evaluated>("Evaluated")
      .field("status", &js::Evaluated::status)
      .field("examples", &js::Evaluated::examples)
      .field("of", &js::Evaluated::of)
      .field("cost", &js::Evaluated::cost)
      .field("correct", &js::Evaluated::correct)
      .field("confusion", &js::Evaluated::confusion);
  value_object<js::Predicted>("Predicted")
      .field("status", &js::Predicted::status)
      .field("probabilities", &js::Predicted::probabilities);
  value_object<js::Generated>("Generated")
      .field("status", &js::Generated::status)
      .field("images", &js::Generated::images)
      .field("labels", &js::Generated::labels);

  class_<Trainer>("Trainer")
      .constructor<>()
      .function("configure", &js::configure)
      .function("load", &js::load)
      .function("reset", &Trainer::reset)
      .function("epochs", &Trainer::epochs)
      .function("advance", &js::advance)
      .function("evaluateBegin", &Trainer::evaluate_begin)
      .function("evaluateAdvance", &js::evaluate_advance)
      .function("predict", &js::predict)
      .function("weights", &js::weights)
      .function("biases", &js::biases);
  function("rasterise", &js::rasterise_strokes);
  function("generateDigits", &js::generate);
}
