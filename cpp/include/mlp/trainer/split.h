// SPDX-License-Identifier: MIT
// Which of the training images are trained on.
#pragma once

#include "mlp/base/types.h"

namespace mlp {

struct Split {
  double validation = 0.0;  // the share to set aside, but at least one image; 0: none
  Index images = 0;         // of the others, to train on at most; 0: all

  bool operator==(const Split&) const = default;
};

}  // namespace mlp
