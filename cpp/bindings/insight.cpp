// SPDX-License-Identifier: MIT
#include "insight.h"

#include <algorithm>

#include "mlp/base/precision.h"
#include "mlp/insight/inspection.h"

namespace mlp::js {

template <typename Array, typename T>
static Array to_array_of(const std::vector<T>& values) {
  return to_array<Array>(std::span<const T>(values));
}

static Histogram convert(const mlp::Histogram& histogram) {
  return {histogram.from, histogram.to, to_array_of<Uint32Array>(histogram.counts)};
}

Answered answers(Trainer& trainer, Part part, Index first, Index count) {
  Answered result;
  Predictions predictions;
  result.status = guarded([&] { return trainer.answers(part, first, count, predictions); });
  result.answers = to_array_of<Uint8Array>(predictions.answers);
  result.probabilities = to_array_of<Float32Array>(predictions.probabilities);
  result.costs = to_array_of<Float32Array>(predictions.costs);
  return result;
}

Inspected inspect(const Trainer& trainer, const Uint8Array& image, Index output) {
  Inspected result;
  Inspection<double> inspection;
  std::vector<double> activations;
  result.status = guarded([&] {
    Status status = mlp::inspect(trainer.network(), widen(trainer.parameters()),
                                 to_vector<std::uint8_t>(image), output, inspection);
    for (const Vector<double>& A : inspection.A) {
      activations.insert(activations.end(), A.begin(), A.end());
    }
    return status;
  });
  result.output = inspection.output;
  result.activations = to_float32(activations);
  result.contributions = to_float32(inspection.contributions);
  return result;
}

Status statistics_begin(StatisticsCollector& collector, const Trainer& trainer, Index examples) {
  return guarded([&] {
    const Index there = trainer.examples(Part::kTrain) + trainer.examples(Part::kValidation);
    std::span<const std::uint8_t> images;
    std::span<const std::uint8_t> labels;
    Status status = trainer.images(Part::kTrain, 0, std::min(examples, there), images, labels);
    if (!status.ok()) return status;
    return collector.begin(trainer.network(), trainer.parameters(), images, labels);
  });
}

LayerStatistics statistics_layer(const StatisticsCollector& collector, Index l, Index bins) {
  const mlp::LayerStatistics of = collector.layer(l, bins);
  return {convert(of.weights),  convert(of.gradients),   of.gradient_norm,
          to_float32(of.norms), to_float32(of.activity), to_array_of<Uint32Array>(of.dead)};
}

}  // namespace mlp::js
