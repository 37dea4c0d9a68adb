// SPDX-License-Identifier: MIT
// The learning rate from update to update.
#pragma once

#include "mlp/base/types.h"

namespace mlp {

enum class Curve : std::uint8_t {
  kConstant,
  kStep,      // times `factor` after every `every` updates
  kCosine,    // rises linearly over `warm_up` updates, then falls to 0 along a half cosine
              // (Loshchilov and Hutter 2017, eq. 5, one period)
  kOneCycle,  // from 1/25 up over the first 30 %, then down to 1/250,000, both along half cosines
              // (Smith 2018, as PyTorch has it)
};

struct Schedule {
  Curve curve = Curve::kConstant;
  Index total = 1;      // updates of the whole run, at least 1
  Index warm_up = 0;    // of kCosine, 0 ... total
  Index every = 1;      // of kStep, at least 1
  double factor = 0.5;  // of kStep, above 0 and at most 1
};

// The share of the learning rate for an update, above 0 ... 1.
//   update  its number in the run, from 0; beyond the run the last value stays
double rate(const Schedule& schedule, Index update);

}  // namespace mlp
