// SPDX-License-Identifier: MIT
// What JavaScript sees of the walk and of the gradient check: a table, as bindings.cpp.
#include <emscripten/bind.h>

#include "calls.h"

EMSCRIPTEN_BINDINGS(mlp_walkthrough) {
  using namespace emscripten;  // NOLINT: the table below is what it is for
  using namespace mlp;         // NOLINT

  enum_<WalkMatrix>("WalkMatrix")
      .value("X", WalkMatrix::kX)
      .value("Y", WalkMatrix::kY)
      .value("W", WalkMatrix::kW)
      .value("b", WalkMatrix::kB)
      .value("Z", WalkMatrix::kZ)
      .value("A", WalkMatrix::kA)
      .value("slope", WalkMatrix::kSlope)
      .value("dA", WalkMatrix::kDA)
      .value("dZ", WalkMatrix::kDZ)
      .value("dZChain", WalkMatrix::kDZChain)
      .value("dW", WalkMatrix::kDW)
      .value("db", WalkMatrix::kDb)
      .value("WAfter", WalkMatrix::kWAfter)
      .value("bAfter", WalkMatrix::kBAfter);
  class_<Walkthrough>("Walkthrough")
      .constructor<>()
      .function("walk", &js::walk)
      .function("matrix", &js::walked)
      .property("cost", &Walkthrough::cost)
      .property("costAfter", &Walkthrough::cost_after);
  value_object<CheckedWeight>("CheckedWeight")
      .field("weight", &CheckedWeight::weight)
      .field("analytic", &CheckedWeight::analytic)
      .field("numerical", &CheckedWeight::numerical)
      .field("relativeError", &CheckedWeight::relative_error);
  value_object<js::Checked>("Checked")
      .field("status", &js::Checked::status)
      .field("weight", &js::Checked::weight);
  class_<GradientCheck>("GradientCheck")
      .constructor<>()
      .function("begin", &js::check_begin)
      .function("check", &js::check_one);
  constant("gradientCheckLimit", kGradientCheckLimit);
}
