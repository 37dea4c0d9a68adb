// SPDX-License-Identifier: MIT
#include "mlp/trainer/snapshot.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "mlp/trainer/training_settings.h"

namespace mlp {
namespace {

Status bad(const std::string& what) {
  return Status::bad(Code::kBadData, "snapshot: " + what + ". It is damaged, or none of save().");
}

bool fits(const Parameters<float>& parameters, const Network& network) {
  if (parameters.size() + 1 != network.layers.size()) return false;
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    const Layer<float>& layer = parameters[l - 1];
    if (layer.W.rows() != network.layers[l] || layer.W.cols() != network.layers[l - 1] ||
        layer.b.rows() != network.layers[l]) {
      return false;
    }
  }
  return true;
}

// Of the right shapes where they are wanted, else empty.
bool fits(const Parameters<float>& parameters, const Network& network, bool wanted) {
  return wanted ? fits(parameters, network) : parameters.empty();
}

// Whether an epoch can have so many examples of each kind: memory is taken for all of them. In 64
// bits, since sums of large numbers wrap in WebAssembly's Index, and of numbers that it can hold,
// since those of the largest wrap in 64 bits too.
bool possible_counts(const Place& place) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  const auto within = [](std::int64_t value) { return value >= 0 && value <= kMost; };
  if (!within(place.images) || !within(place.of) || !within(place.generated) ||
      !within(place.drawn) || !within(place.used)) {
    return false;
  }
  const std::int64_t extras = std::int64_t{place.generated} + place.drawn;
  const std::int64_t of_data = place.of - extras;
  return of_data >= 0 && of_data <= place.images &&
         extras <= kMostExtrasPerImage * std::int64_t{place.images} + 1;
}

bool possible(const Place& place) {
  return possible_counts(place) && place.validation >= 0.0 && place.validation < 1.0 &&  //
         place.batch_begin >= 0 && place.batch_begin <= place.done &&                    //
         place.done <= place.batch_end && place.batch_end <= place.of &&                 //
         std::isfinite(place.cost_sum) && place.cost_sum >= 0.0 &&                       //
         place.correct >= 0 && place.correct <= place.done;
}

// Of a snapshot that may be const.
template <typename Saved>
auto& part_of(Saved& snapshot, SnapshotPart which) {
  switch (which) {
    case SnapshotPart::kParameters:
      break;
    case SnapshotPart::kFirst:
      return snapshot.memory.first;
    case SnapshotPart::kSecond:
      return snapshot.memory.second;
    case SnapshotPart::kSums:
      return snapshot.sums;
    case SnapshotPart::kGood:
      return snapshot.good;
    case SnapshotPart::kMean:
      return snapshot.mean;
    case SnapshotPart::kBest:
      return snapshot.best;
  }
  return snapshot.parameters;
}

}  // namespace

const char* name(SnapshotPart part) {
  switch (part) {
    case SnapshotPart::kParameters:
      break;
    case SnapshotPart::kFirst:
      return "first";
    case SnapshotPart::kSecond:
      return "second";
    case SnapshotPart::kSums:
      return "sums";
    case SnapshotPart::kGood:
      return "good";
    case SnapshotPart::kMean:
      return "mean";
    case SnapshotPart::kBest:
      return "best";
  }
  return "parameters";
}

const Parameters<float>& part(const Snapshot& snapshot, SnapshotPart which) {
  return part_of(snapshot, which);
}

Status make_layer(Snapshot& snapshot, SnapshotPart which, std::size_t l, std::size_t weights,
                  std::size_t biases, Layer<float>*& layer) {
  const std::vector<Index>& layers = snapshot.network.layers;
  if (l < 1 || l >= layers.size() ||
      weights != static_cast<std::size_t>(layers[l] * layers[l - 1]) ||
      biases != static_cast<std::size_t>(layers[l])) {
    return bad("layer " + std::to_string(l) + " of its " + name(which) +
               " does not fit its network");
  }
  Parameters<float>& all = part_of(snapshot, which);
  all.resize(layers.size() - 1);
  layer = &all[l - 1];
  layer->W.resize(layers[l], layers[l - 1]);
  layer->b.resize(layers[l]);
  return Status::good();
}

Status check(const Snapshot& snapshot) {
  const Network& network = snapshot.network;
  if (Status status = check(network); !status.ok()) return bad("its network has " + status.text);
  if (!fits(snapshot.parameters, network)) return bad("its weights do not fit its network");
  if (!fits(snapshot.memory.first, network, keeps_first(snapshot.method)) ||
      !fits(snapshot.memory.second, network, keeps_second(snapshot.method))) {
    return bad("what its optimizer remembers does not fit");
  }
  if (snapshot.memory.t < 0 || snapshot.epochs < snapshot.good_epochs || snapshot.good_epochs < 0 ||
      snapshot.updates < snapshot.good_updates || snapshot.good_updates < 0 ||
      !fits(snapshot.good, network, !snapshot.good.empty())) {
    return bad("its counts or its last good weights do not fit");
  }
  const bool averaged = snapshot.averages > 0 && snapshot.averaging != Averaging::kNone;
  if (snapshot.averages < 0 || averaged != (snapshot.averages > 0) ||
      !fits(snapshot.mean, network, averaged)) {
    return bad("the mean of its weights does not fit");
  }
  if (!fits(snapshot.best, network, !snapshot.best.empty())) {
    return bad("the weights of its best epoch do not fit");
  }
  const Place& place = snapshot.place;
  if (!possible(place)) return bad("its place in the epoch cannot be");
  const bool within_batch = place.batch_begin < place.done && place.done < place.batch_end;
  if (!fits(snapshot.sums, network, within_batch)) return bad("its gradients do not fit");
  return Status::good();
}

}  // namespace mlp
