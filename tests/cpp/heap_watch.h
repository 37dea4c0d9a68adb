// SPDX-License-Identifier: MIT
// Counts every use of the heap by the program, on whatever thread, and lets one fail.
#pragma once

#include <cstddef>

namespace mlp {

// While one of these is there, allocations are counted.
class HeapWatch {
 public:
  HeapWatch();
  ~HeapWatch();
  HeapWatch(const HeapWatch&) = delete;
  HeapWatch& operator=(const HeapWatch&) = delete;

  // So far, since it was made.
  std::size_t allocations() const;
};

// While one of these is there, the n-th allocation of so many bytes or more fails, counted from 0.
class HeapFailure {
 public:
  HeapFailure(std::size_t n, std::size_t bytes);
  ~HeapFailure();
  HeapFailure(const HeapFailure&) = delete;
  HeapFailure& operator=(const HeapFailure&) = delete;
};

}  // namespace mlp
