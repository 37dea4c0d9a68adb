// SPDX-License-Identifier: MIT
// Which of the training images are trained on.
#pragma once

namespace mlp {

struct Split {
  double validation = 0.0;  // the share to set aside, but at least one image; 0: none

  bool operator==(const Split&) const = default;
};

}  // namespace mlp
