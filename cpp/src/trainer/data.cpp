// SPDX-License-Identifier: MIT
// The trainer's data: how it comes, and which of it is trained on.
#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "mlp/base/rng.h"
#include "mlp/base/streams.h"
#include "mlp/methods/engine.h"
#include "mlp/trainer/trainer.h"

namespace mlp {

Status Trainer::check_loadable(Part part) const {
  if (engine_ && part != Part::kValidation) return Status::good();
  return Status::bad(Code::kBadState, "Make a network before loading data.");
}

Status Trainer::load(Part part, std::span<const std::uint8_t> images,
                     std::span<const std::uint8_t> labels) {
  if (Status status = check_loadable(part); !status.ok()) return status;
  const auto n_0 = static_cast<std::size_t>(network_.layers.front());
  DataSet loaded;
  Status status = assemble(name(part), images, labels, n_0, loaded);
  if (status.ok()) put(part, std::move(loaded));
  return status;
}

Status Trainer::take(Part part, DataSet& data) {
  if (Status status = check_loadable(part); !status.ok()) return status;
  if (data.size() == 0 || data.size() < data.expected()) {
    return Status::bad(Code::kBadData, std::string(name(part)) + " data: has " +
                                           std::to_string(data.size()) + " of " +
                                           std::to_string(data.expected()) + " images.");
  }
  put(part, std::exchange(data, {}));
  return Status::good();
}

Status Trainer::expect(Part part, Index examples) {
  if (Status status = check_loadable(part); !status.ok()) return status;
  if (examples < 1) {
    return Status::bad(Code::kBadData, std::string(name(part)) + " data: has no images.");
  }
  const auto n_0 = static_cast<std::size_t>(network_.layers.front());
  put(part, {});  // gone before the new room is taken: there may be none for both
  put(part, DataSet(static_cast<std::size_t>(examples), n_0));
  return Status::good();
}

Status Trainer::append(Part part, std::span<const std::uint8_t> images,
                       std::span<const std::uint8_t> labels) {
  return append(part, images.size(), labels.size(),
                [&](std::span<std::uint8_t> to_images, std::span<std::uint8_t> to_labels) {
                  std::ranges::copy(images, to_images.begin());
                  std::ranges::copy(labels, to_labels.begin());
                });
}

Status Trainer::append(Part part, std::size_t image_bytes, std::size_t labels,
                       const DataSet::Write& write) {
  if (Status status = check_loadable(part); !status.ok()) return status;
  DataSet& to = data(part);
  if (Status status = to.append(name(part), image_bytes, labels, write); !status.ok()) {
    return status;
  }
  // Nothing is set aside as long as more may come, so these are all.
  std::vector<std::uint32_t>& there = members(part);
  const std::size_t before = there.size();
  there.resize(to.size());
  std::iota(there.begin() + static_cast<std::ptrdiff_t>(before), there.end(),
            static_cast<std::uint32_t>(before));
  return Status::good();
}

Status Trainer::drop(Part part) {
  if (Status status = check_loadable(part); !status.ok()) return status;
  put(part, {});
  return Status::good();
}

void Trainer::put(Part part, DataSet new_data) {
  evaluation_is_over();
  ++replacements_;
  data(part) = std::move(new_data);
  if (part == Part::kTrain) return put_all_back();
  members(part).resize(data(part).size());
  std::iota(members(part).begin(), members(part).end(), 0U);
}

Status Trainer::check_data(Part part) const {
  if (!engine_) return Status::bad(Code::kBadState, "Make a network first.");
  Status status = check_fit(name(part), data(part), network_);
  if (status.ok() && members(part).empty()) {
    return Status::bad(Code::kNoData, "No images are set aside for validation.");
  }
  return status;
}

Status Trainer::images(Part part, Index first, Index count, std::span<const std::uint8_t>& images,
                       std::span<const std::uint8_t>& labels) const {
  const DataSet& from = data(part);
  const auto of = static_cast<Index>(from.size());
  if (of == 0) {
    return Status::bad(Code::kNoData, "There is no " + std::string(name(part)) + " data.");
  }
  if (first < 0 || count < 1 || first > of - count) {
    return Status::bad(Code::kBadSetting, "first: there are " + std::to_string(of) + " " +
                                              name(part) + " images, from number 0 on.");
  }
  const auto begin = static_cast<std::size_t>(first);
  const auto length = static_cast<std::size_t>(count);
  images = from.images().subspan(begin * from.pixels(), length * from.pixels());
  labels = from.labels().subspan(begin, length);
  return Status::good();
}

Status Trainer::split(const Split& split) {
  const double share = split.validation;
  if (!(share >= 0.0) || share >= 1.0) {
    return Status::bad(Code::kBadSetting, "validation: must be at least 0 and below 1.");
  }
  if (split.images < 0) {
    return Status::bad(Code::kBadSetting, "images: must be at least 0.");
  }
  if (Status status = check_data(Part::kTrain); !status.ok()) return status;
  if (split == split_) return Status::good();
  if (train_.size() < train_.expected()) {
    return Status::bad(Code::kBadState, "Wait until all training images have arrived.");
  }
  if (share > 0.0 && train_.size() < 2) {
    return Status::bad(Code::kBadSetting, "validation: one image cannot be split; use 0.");
  }
  evaluation_is_over();
  put_all_back();
  if (split == Split{}) return Status::good();
  split_ = split;
  std::vector<std::uint32_t>& train = members(Part::kTrain);
  std::vector<std::uint32_t> shuffled = train;
  Rng rng(network_.seed, kSplitStream);
  shuffle(shuffled, rng);
  // At least one image on either side, if any are set aside.
  const auto wanted = static_cast<std::size_t>(share * static_cast<double>(train.size()));
  const std::size_t aside =
      share > 0.0 ? std::clamp<std::size_t>(wanted, 1, train.size() - 1) : std::size_t{0};
  const std::size_t kept = train.size() - aside;
  const std::size_t used =
      split.images > 0 ? std::min(kept, static_cast<std::size_t>(split.images)) : kept;
  std::vector<bool> set_aside(train.size());
  std::vector<bool> left_out(train.size());
  for (std::size_t i = used; i < shuffled.size(); ++i) {
    (i < kept ? left_out : set_aside)[shuffled[i]] = true;
  }
  // Both in the order of the data: it is kept in a full batch, and quicker to read.
  train.clear();
  for (std::uint32_t number = 0; number < left_out.size(); ++number) {
    if (left_out[number]) continue;
    members(set_aside[number] ? Part::kValidation : Part::kTrain).push_back(number);
  }
  order_ = train;
  extras_ = {};
  forget_epoch();
  return Status::good();
}

void Trainer::put_all_back() {
  members(Part::kTrain).resize(train_.size());
  std::iota(members(Part::kTrain).begin(), members(Part::kTrain).end(), 0U);
  members(Part::kValidation).clear();
  split_ = {};
  order_ = members(Part::kTrain);
  extras_ = {};
  forget_epoch();
}

}  // namespace mlp
