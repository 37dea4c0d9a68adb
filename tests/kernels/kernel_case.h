// SPDX-License-Identifier: MIT
// What tests and benchmarks need to know of a kernel: registered once, in kernel_cases(), for both
// to loop over.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "kernels/kernels.h"

namespace mlp::kernels {

// Of a layer: W (n, n_before), A_before (n_before, m), Z (n, m).
struct Sizes {
  Index n = 1;
  Index n_before = 1;
  Index m = 1;
  double density = 0.5;  // share of non-zero numbers where a kernel leaves out the zeros
};

// A matrix that a kernel has written.
struct Written {
  std::string name;
  Matrix<double> kernel;  // as the kernel left it
  Matrix<double> twin;    // as its twin did
  Matrix<double> bound;   // how far apart their numbers may be at most
  // The kernel's own, where it is one; rows that fill it up must be zeros.
  const PanelMatrix* panels = nullptr;
};

// A kernel with operands of its own, and as many for its twin.
class Case {
 public:
  Case() = default;
  virtual ~Case() = default;
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;

  // What run() may be called for the parts of, cut at multiples of the grain; a kernel that does
  // all at once has the range {0, 1}.
  virtual Range range() const = 0;
  virtual Index grain() const { return kColumns; }
  virtual void run(Range part) = 0;
  virtual void run_twin() = 0;
  virtual std::vector<Written> written() const = 0;

  // Additions and multiplications of run(range()), those of zeros left out not counted; 0 where
  // that is no measure.
  virtual double operations() const { return 0.0; }
  // What Eigen does to the same end in float32 and with matrices of its own, to be measured beside
  // it; false where there is nothing to compare.
  virtual bool run_eigen() { return false; }
};

struct KernelCase {
  std::string name;
  std::function<std::unique_ptr<Case>(const Sizes&)> make;
  bool measured = false;     // a benchmark's, and tested with the real shapes
  std::string same_as = {};  // the case whose bits it gives, if the operands are the same
};

const std::vector<KernelCase>& kernel_cases();

// The parts of kernel_cases().
std::vector<KernelCase> forward_cases();
std::vector<KernelCase> backward_cases();
std::vector<KernelCase> head_cases();
std::vector<KernelCase> gradient_cases();
std::vector<KernelCase> update_cases();
std::vector<KernelCase> data_cases();

}  // namespace mlp::kernels
