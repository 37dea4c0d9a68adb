// SPDX-License-Identifier: MIT
// Which kernels this program runs: compiled for each variant, with the name that it should have.
#include <gtest/gtest.h>

#include <cstring>

#include "kernel_case.h"
#include "kernels/kernels.h"

namespace mlp::kernels {
namespace {

TEST(ActiveKernels, AreThoseThatThisBuildIsFor) { EXPECT_STREQ(name(), MLP_KERNELS); }

#if !defined(MLP_TURBO)
// FNV-1a over the bits of a number.
void add_to(std::uint64_t& hash, double number) {
  unsigned char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  for (const unsigned char byte : bytes) hash = (hash ^ byte) * 0x100000001b3U;
}

// Every build but turbo gives the same bits. Whoever changes the order of a sum on purpose, or the
// cases, puts the new number here; where but one build fails, that build is wrong.
TEST(ActiveKernels, GiveTheBitsOfEveryOtherBuild) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const KernelCase& of : kernel_cases()) {
    for (const Sizes& sizes : {Sizes{33, 31, 13, 0.5}, Sizes{10, 61, 32, 0.3}}) {
      const std::unique_ptr<Case> made = of.make(sizes);
      made->run(made->range());
      for (const Written& written : made->written()) {
        for (const double number : written.kernel.reshaped()) add_to(hash, number);
      }
    }
  }
  EXPECT_EQ(hash, 1346310534043981758U);
}
#endif

}  // namespace
}  // namespace mlp::kernels
