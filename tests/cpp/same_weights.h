// SPDX-License-Identifier: MIT
// Whether two trainers have the same weights, to the last bit.
#pragma once

#include <gtest/gtest.h>

#include "mlp/trainer/trainer.h"

namespace mlp {

inline void expect_same_weights(const Trainer& a, const Trainer& b) {
  const Parameters<float> of_a = a.parameters();
  const Parameters<float> of_b = b.parameters();
  ASSERT_EQ(of_a.size(), of_b.size());
  for (std::size_t l = 0; l < of_a.size(); ++l) {
    EXPECT_EQ(of_a[l].W, of_b[l].W) << "layer " << l + 1;
    EXPECT_EQ(of_a[l].b, of_b[l].b) << "layer " << l + 1;
  }
}

}  // namespace mlp
