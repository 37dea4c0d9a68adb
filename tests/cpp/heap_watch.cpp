// SPDX-License-Identifier: MIT
// The linker sends the program's calls of malloc and its like here (--wrap, see CMakeLists.txt),
// Eigen's among them, and operator new is replaced, for what the C++ library itself asks for.
#include "heap_watch.h"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <new>

namespace {

std::atomic<bool> watching{false};
std::atomic<std::size_t> counted{0};
std::atomic<bool> failing{false};
std::atomic<std::size_t> large{0};
std::atomic<std::size_t> before_failure{0};

// Whether the allocation may be made.
bool count(std::size_t size) {
  if (watching.load(std::memory_order_relaxed)) counted.fetch_add(1, std::memory_order_relaxed);
  if (!failing.load(std::memory_order_relaxed) || size < large) return true;
  return before_failure.fetch_sub(1) != 0;
}

}  // namespace

extern "C" {
// Names that the linker gives them.
// NOLINTBEGIN(bugprone-reserved-identifier)
void* __real_malloc(std::size_t size);
void* __real_calloc(std::size_t count, std::size_t size);
void* __real_realloc(void* from, std::size_t size);
void* __real_aligned_alloc(std::size_t alignment, std::size_t size);
int __real_posix_memalign(void** to, std::size_t alignment, std::size_t size);
void* __wrap_malloc(std::size_t size);
void* __wrap_calloc(std::size_t number, std::size_t size);
void* __wrap_realloc(void* from, std::size_t size);
void* __wrap_aligned_alloc(std::size_t alignment, std::size_t size);
int __wrap_posix_memalign(void** to, std::size_t alignment, std::size_t size);

void* __wrap_malloc(std::size_t size) { return count(size) ? __real_malloc(size) : nullptr; }
void* __wrap_calloc(std::size_t number, std::size_t size) {
  return count(number * size) ? __real_calloc(number, size) : nullptr;
}
void* __wrap_realloc(void* from, std::size_t size) {
  return count(size) ? __real_realloc(from, size) : nullptr;
}
void* __wrap_aligned_alloc(std::size_t alignment, std::size_t size) {
  return count(size) ? __real_aligned_alloc(alignment, size) : nullptr;
}
int __wrap_posix_memalign(void** to, std::size_t alignment, std::size_t size) {
  return count(size) ? __real_posix_memalign(to, alignment, size) : ENOMEM;
}
// NOLINTEND(bugprone-reserved-identifier)
}

// The other forms call these.
void* operator new(std::size_t size) {
  if (void* const memory = std::malloc(size > 0 ? size : 1)) return memory;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  void* memory = nullptr;
  if (posix_memalign(&memory, static_cast<std::size_t>(alignment), size) == 0) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

namespace mlp {

HeapWatch::HeapWatch() {
  counted = 0;
  watching = true;
}
HeapWatch::~HeapWatch() { watching = false; }
std::size_t HeapWatch::allocations() const { return counted; }

HeapFailure::HeapFailure(std::size_t n, std::size_t bytes) {
  before_failure = n;
  large = bytes;
  failing = true;
}
HeapFailure::~HeapFailure() { failing = false; }

}  // namespace mlp
