// SPDX-License-Identifier: MIT
// Threads that do the same work together, each a part of it.
#pragma once

#include <pthread.h>

#include <atomic>
#include <cstdint>
#include <vector>

#include "mlp/base/types.h"

namespace mlp {

class ThreadPool {
 public:
  ThreadPool() = default;
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  // Makes it as many threads as are wanted, the caller's included, or as many as there can be.
  // Returns how many it has. Where the build has no threads, 1.
  Index resize(Index wanted);
  Index size() const { return static_cast<Index>(threads_.size()) + 1; }

  // Calls work() on every thread, the caller's included; returns when all have come back.
  //   together  false: on the caller's thread alone, for work that is not worth calling the others
  template <typename Work>
  void run(Work& work, bool together) {
    alone_ = !together || threads_.empty();
    if (alone_) return work();
    begin([](void* context) { (*static_cast<Work*>(context))(); }, &work);
    work();
    join();
  }

  // Within run(): goes on when all threads have come here.
  void barrier();

  // Within run(): hands out the numbers 0 ... count - 1, each to one thread, whichever asks first.
  // Which thread does what must not matter to the result.
  class Tasks {
   public:
    void reset() { next_.store(0, std::memory_order_relaxed); }
    // The next number; at least `count` when there is none left.
    Index take() { return next_.fetch_add(1, std::memory_order_relaxed); }

   private:
    alignas(64) std::atomic<Index> next_{0};
  };

 private:
  using Call = void (*)(void*);
  using Counter = std::atomic<std::uint32_t>;

  void begin(Call call, void* context);
  void join();
  static void* start(void* pool);
  void live();
  void leave();
  static void wait(const Counter& counter, std::uint32_t value);
  static void wake(Counter& counter);

  // Of POSIX: std::thread brings the texts of all the system's errors, which a page has to
  // download.
  std::vector<pthread_t> threads_;
  std::uint32_t first_round_ = 0;  // that new threads wait for
  Call call_ = nullptr;
  void* context_ = nullptr;
  bool alone_ = true;
  bool over_ = false;
  alignas(64) Counter rounds_{0};    // begun; the threads wait for the next
  alignas(64) Counter finished_{0};  // threads that are through with the round
  alignas(64) Counter arrived_{0};   // at the present meeting
  alignas(64) Counter meetings_{0};  // that are over
};

}  // namespace mlp
