// SPDX-License-Identifier: MIT
// From float32, in which networks are trained, to float64, in which they are looked at closely: the
// page then downloads the verbs in one precision alone.
#pragma once

#include "mlp/base/types.h"

namespace mlp {

// The same numbers.
Parameters<double> widen(const Parameters<float>& parameters);

}  // namespace mlp
