// SPDX-License-Identifier: MIT
#include <iterator>

#include "kernel_case.h"

namespace mlp::kernels {

const std::vector<KernelCase>& kernel_cases() {
  static const std::vector<KernelCase> all = [] {
    std::vector<KernelCase> cases;
    for (const auto& part : {forward_cases(), backward_cases(), head_cases(), gradient_cases(),
                             update_cases(), data_cases()}) {
      cases.insert(cases.end(), part.begin(), part.end());
    }
    return cases;
  }();
  return all;
}

}  // namespace mlp::kernels
