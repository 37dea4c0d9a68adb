// SPDX-License-Identifier: MIT
// The cases of tests/kernels for a page to time: it makes one, and calls run() again and again.
#include <emscripten.h>

#include "kernel_case.h"

namespace {

std::unique_ptr<mlp::kernels::Case> made;

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* bench_kernels() { return mlp::kernels::name(); }

EMSCRIPTEN_KEEPALIVE int bench_cases() {
  return static_cast<int>(mlp::kernels::kernel_cases().size());
}

EMSCRIPTEN_KEEPALIVE const char* bench_name(int number) {
  return mlp::kernels::kernel_cases()[static_cast<std::size_t>(number)].name.c_str();
}

EMSCRIPTEN_KEEPALIVE void bench_make(int number, int n, int n_before, int m, double density) {
  made = mlp::kernels::kernel_cases()[static_cast<std::size_t>(number)].make(
      {n, n_before, m, density});
}

EMSCRIPTEN_KEEPALIVE double bench_operations() { return made->operations(); }

EMSCRIPTEN_KEEPALIVE void bench_run(int times) {
  for (int k = 0; k < times; ++k) made->run(made->range());
}

// Whether Eigen has anything to compare with.
EMSCRIPTEN_KEEPALIVE bool bench_run_eigen(int times) {
  for (int k = 0; k < times; ++k) {
    if (!made->run_eigen()) return false;
  }
  return true;
}
}
