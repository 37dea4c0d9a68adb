// SPDX-License-Identifier: MIT
// Which code trains.
#pragma once

#include <cstdint>

namespace mlp {

enum class EngineKind : std::uint8_t {
  kFast,   // the kernels: fused, on every thread, without the zeros
  kNotes,  // the verbs of the notes, one after the other, on one thread
};

}  // namespace mlp
