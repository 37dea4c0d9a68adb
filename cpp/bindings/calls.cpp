// SPDX-License-Identifier: MIT
#include "calls.h"

#include <limits>
#include <new>

namespace mlp::js {

Network to_network(const NetworkSettings& settings) {
  Network network;
  network.layers.clear();
  for (const std::uint32_t units : to_vector<std::uint32_t>(settings.layers)) {
    network.layers.push_back(static_cast<Index>(units));
  }
  network.g = {settings.hidden, settings.output};
  network.positive = settings.positive;
  network.seed = static_cast<std::uint64_t>(settings.seed);
  network.initialiser = settings.initialiser;
  network.initial_scale = settings.initial_scale;
  return network;
}

Status configure(Trainer& trainer, const NetworkSettings& settings) {
  return guarded([&] { return trainer.configure(to_network(settings)); });
}

// A count that JavaScript has, which may be more than there can be.
static std::size_t to_size(double count) {
  if (count > static_cast<double>(std::numeric_limits<Index>::max())) throw std::bad_alloc();
  return static_cast<std::size_t>(count);
}

// Straight into the memory where the data stays.
static DataSet::Write writer(const Uint8Array& images, const Uint8Array& labels) {
  return [&](std::span<std::uint8_t> to_images, std::span<std::uint8_t> to_labels) {
    copy(images, to_images);
    copy(labels, to_labels);
  };
}

Status load(Trainer& trainer, Part part, const Uint8Array& images, const Uint8Array& labels) {
  return guarded([&] {
    const auto n_0 = static_cast<std::size_t>(trainer.network().layers.front());
    DataSet data(length(labels), n_0);
    Status status = data.append(name(part), length(images), length(labels), writer(images, labels));
    return status.ok() ? trainer.take(part, data) : status;
  });
}

Status expect(Trainer& trainer, Part part, double examples) {
  return guarded([&] { return trainer.expect(part, static_cast<Index>(to_size(examples))); });
}

Status append(Trainer& trainer, Part part, const Uint8Array& images, const Uint8Array& labels) {
  return guarded(
      [&] { return trainer.append(part, length(images), length(labels), writer(images, labels)); });
}

Status make_room(DataSet& data, double examples, double pixels) {
  return guarded([&] {
    data = DataSet(to_size(examples), to_size(pixels));
    return Status::good();
  });
}

Status append_to(DataSet& data, const Uint8Array& images, const Uint8Array& labels) {
  return guarded(
      [&] { return data.append("new", length(images), length(labels), writer(images, labels)); });
}

Advanced advance(Trainer& trainer, const TrainingSettings& settings, Index max_examples,
                 bool one_batch) {
  Advanced result;
  result.status =
      guarded([&] { return trainer.advance(settings, max_examples, one_batch, result.progress); });
  return result;
}

Status evaluate_begin(Trainer& trainer, Part part, bool averaged) {
  return guarded([&] { return trainer.evaluate_begin(part, averaged); });
}

Float32Array scores(const Trainer& trainer) { return to_array<Float32Array>(trainer.scores()); }

Uint8Array truths(const Trainer& trainer) { return to_array<Uint8Array>(trainer.truths()); }

Evaluated evaluate_advance(Trainer& trainer, Index max_examples) {
  Evaluation evaluation;
  const Status status = trainer.evaluate_advance(max_examples, evaluation);
  return to_evaluated(status, evaluation);
}

Evaluated to_evaluated(const Status& status, const Evaluation& evaluation) {
  Evaluated result;
  result.status = status;
  result.examples = evaluation.examples;
  result.of = evaluation.of;
  result.cost = evaluation.cost;
  result.correct = evaluation.correct;
  result.confusion = to_array<Uint32Array>(std::span<const std::uint32_t>(evaluation.confusion));
  return result;
}

Predicted predict(Trainer& trainer, const Uint8Array& images, Index copies) {
  Predicted result;
  std::vector<float> probabilities;
  result.status = guarded([&] {
    const std::vector<std::uint8_t> pixels = to_vector<std::uint8_t>(images);
    const auto n_0 = static_cast<std::size_t>(trainer.network().layers.front());
    const auto n_L = static_cast<std::size_t>(trainer.network().layers.back());
    probabilities.resize(bytes_of(pixels.size() / n_0, n_L));
    return trainer.predict(pixels, probabilities, copies);
  });
  result.probabilities = to_array<Float32Array>(std::span<const float>(probabilities));
  return result;
}

static Float32Array none() { return to_array<Float32Array>(std::span<const float>()); }

Float32Array to_float32(std::span<const double> values) {
  std::vector<float> rounded;
  rounded.reserve(values.size());
  for (const double value : values) rounded.push_back(static_cast<float>(value));
  return to_array<Float32Array>(std::span<const float>(rounded));
}

LayerNumbers layer_numbers(const Parameters<float>& parameters, std::size_t l) {
  if (l < 1 || l > parameters.size()) return {none(), none()};
  const Layer<float>& layer = parameters[l - 1];
  return {to_array<Float32Array>(layer.W), to_array<Float32Array>(layer.b)};
}

LayerNumbers layer(const Trainer& trainer, Index l) {
  if (l < 1 || l >= static_cast<Index>(trainer.network().layers.size())) return {none(), none()};
  const Layer<float> numbers = trainer.parameters(l);
  return {to_array<Float32Array>(numbers.W), to_array<Float32Array>(numbers.b)};
}

Labelled images(const Trainer& trainer, Part part, Index first, Index count) {
  Labelled result;
  std::span<const std::uint8_t> images;
  std::span<const std::uint8_t> labels;
  result.status = trainer.images(part, first, count, images, labels);
  result.images = to_array<Uint8Array>(images);
  result.labels = to_array<Uint8Array>(labels);
  return result;
}

Status walk(Walkthrough& walkthrough, const Trainer& trainer, const Uint8Array& images,
            const Uint8Array& labels, double learning_rate, Index updates) {
  return guarded([&] {
    return mlp::walk(trainer.network(), trainer.parameters(), to_vector<std::uint8_t>(images),
                     to_vector<std::uint8_t>(labels), learning_rate, updates, walkthrough);
  });
}

Float32Array walked(const Walkthrough& walkthrough, WalkMatrix of, Index l) {
  return to_float32(walkthrough.numbers(of, l));
}

Status check_begin(GradientCheck& check, const Trainer& trainer, const Uint8Array& images,
                   const Uint8Array& labels) {
  return guarded([&] {
    return check.begin(trainer.network(), trainer.parameters(), to_vector<std::uint8_t>(images),
                       to_vector<std::uint8_t>(labels));
  });
}

Checked check_one(GradientCheck& check, Index layer, Index row, Index column) {
  Checked checked;
  checked.status = check.check(layer, row, column, checked.weight);
  return checked;
}

std::unique_ptr<WarmUp> make_warm_up(const Trainer& trainer) {
  return std::make_unique<WarmUp>(trainer.network(), trainer.engine_kind());
}

}  // namespace mlp::js
