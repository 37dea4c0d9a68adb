// SPDX-License-Identifier: MIT
// Times what a plan asks for, with Google Benchmark. Each line of the file that is named first is
//   case n n_before m density eigen
// where `case` is the name of a case with _ for its spaces, and `eigen` is 1 for Eigen's timing.
// The benchmarks are named by the numbers of the lines. With --list it prints the measured cases.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "kernel_case.h"

namespace mlp::kernels {
namespace {

std::string plain(std::string name) {
  std::ranges::replace(name, ' ', '_');
  return name;
}

const KernelCase* find(const std::string& name) {
  for (const KernelCase& of : kernel_cases()) {
    if (plain(of.name) == name) return &of;
  }
  return nullptr;
}

void measure(benchmark::State& state, const KernelCase& of, const Sizes& sizes, bool eigen) {
  const std::unique_ptr<Case> made = of.make(sizes);
  if (eigen && !made->run_eigen()) return state.SkipWithError("Eigen has nothing like it");
  const Range whole = made->range();
  for ([[maybe_unused]] auto _ : state) {
    if (eigen) {
      made->run_eigen();
    } else {
      made->run(whole);
    }
    benchmark::ClobberMemory();
  }
  state.counters["operations"] = made->operations();
}

bool register_plan(const char* file) {
  std::ifstream plan(file);
  std::string line;
  for (int number = 0; std::getline(plan, line); ++number) {
    std::istringstream words(line);
    std::string name;
    Sizes sizes;
    bool eigen = false;
    words >> name >> sizes.n >> sizes.n_before >> sizes.m >> sizes.density >> eigen;
    const KernelCase* const of = find(name);
    if (!words || of == nullptr) {
      std::cerr << "Line " << number << " of the plan is not understood: " << line << '\n';
      return false;
    }
    benchmark::RegisterBenchmark(std::to_string(number).c_str(), [of, sizes,
                                                                  eigen](benchmark::State& state) {
      measure(state, *of, sizes, eigen);
    })->Unit(benchmark::kMicrosecond);
  }
  return true;
}

}  // namespace
}  // namespace mlp::kernels

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::cerr << "mlp_kernels_bench PLAN [options of Google Benchmark], or --list\n";
    return 2;
  }
  if (std::string(argv[1]) == "--list") {
    for (const auto& of : mlp::kernels::kernel_cases()) {
      if (of.measured) std::cout << of.name << '\n';
    }
    return 0;
  }
  benchmark::AddCustomContext("kernels", mlp::kernels::name());
  if (!mlp::kernels::register_plan(argv[1])) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
