// SPDX-License-Identifier: MIT
// Counts every use of the heap by the program, on whatever thread.
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

}  // namespace mlp
