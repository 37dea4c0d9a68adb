// SPDX-License-Identifier: MIT
// Which kernels this program runs: compiled for each variant, with the name that it should have.
#include <gtest/gtest.h>

#include "kernels/kernels.h"

namespace mlp::kernels {
namespace {

TEST(ActiveKernels, AreThoseThatThisBuildIsFor) { EXPECT_STREQ(name(), MLP_KERNELS); }

}  // namespace
}  // namespace mlp::kernels
