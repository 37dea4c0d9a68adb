// SPDX-License-Identifier: MIT
// How the core says that something was wrong. It never prints or exits, and throws nothing of its
// own; std::bad_alloc, and std::length_error of an absurd size, come through from whatever takes
// memory for data or weights, and leave everything as it was. The bindings make kNoMemory of them.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace mlp {

enum class Code : std::uint8_t {
  kOk,
  kBadSetting,  // a setting is outside its limits; the text names it and the limits
  kBadData,     // images or labels do not fit the network or each other
  kNoData,      // asked to train or evaluate before any data was loaded
  kBadState,    // the call does not fit what is under way
  kDiverged,    // the cost became infinite or not a number
  kNoMemory,    // there is not enough memory for what was asked
};

struct Status {
  Code code = Code::kOk;
  std::string text;  // what was wrong, where, and what to do; empty when all is well

  bool ok() const { return code == Code::kOk; }
  static Status good() { return {}; }
  static Status bad(Code code, std::string text) { return {code, std::move(text)}; }
  // Not inlined: a page would download the making of each text.
  static Status bad(Code code, const char* text);
};

}  // namespace mlp
