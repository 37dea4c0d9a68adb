// SPDX-License-Identifier: MIT
#include "thread_pool.h"

namespace mlp {
namespace {

#if defined(__EMSCRIPTEN__) && !defined(__EMSCRIPTEN_PTHREADS__)
constexpr bool kHasThreads = false;
#else
constexpr bool kHasThreads = true;
#endif

// Looks at a counter before going to sleep: some 150 us. Threads wait less for each other within a
// step, and waking up takes longer.
constexpr int kLooks = 200'000;

#if defined(__EMSCRIPTEN__) && defined(__EMSCRIPTEN_PTHREADS__)
// Sleeps while the counter is `value`; may wake up early. (libc++ would look again and again, with
// pauses that grow.) Called through a pointer that nobody can inline: in the V8 of Node 20, local
// variables that were needed after this instruction were lost, and a thread waited for ever.
void sleep_once(const std::atomic<std::uint32_t>* counter, std::uint32_t value) {
  auto* const address = reinterpret_cast<int*>(const_cast<std::atomic<std::uint32_t>*>(counter));
  __builtin_wasm_memory_atomic_wait32(address, static_cast<int>(value), -1);
}
using Sleep = void (*)(const std::atomic<std::uint32_t>*, std::uint32_t);
Sleep volatile sleep = sleep_once;
#endif

}  // namespace

// Until the counter is no longer `value`.
void ThreadPool::wait(const Counter& counter, std::uint32_t value) {
  for (int look = 0; look < kLooks; ++look) {
    if (counter.load(std::memory_order_acquire) != value) return;
  }
  while (counter.load(std::memory_order_acquire) == value) {
#if defined(__EMSCRIPTEN__) && defined(__EMSCRIPTEN_PTHREADS__)
    sleep(&counter, value);
#elif !defined(__EMSCRIPTEN__)
    counter.wait(value, std::memory_order_acquire);
#endif
  }
}

void ThreadPool::wake(Counter& counter) {
#if defined(__EMSCRIPTEN__) && defined(__EMSCRIPTEN_PTHREADS__)
  __builtin_wasm_memory_atomic_notify(reinterpret_cast<int*>(&counter), ~0U);
#elif !defined(__EMSCRIPTEN__)
  counter.notify_all();
#else
  static_cast<void>(counter);
#endif
}

ThreadPool::~ThreadPool() { leave(); }

void ThreadPool::leave() {
  if (threads_.empty()) return;
  over_ = true;
  rounds_.fetch_add(1, std::memory_order_release);
  wake(rounds_);
  for (const pthread_t thread : threads_) pthread_join(thread, nullptr);
  threads_.clear();
  over_ = false;
}

Index ThreadPool::resize(Index wanted) {
  if (!kHasThreads) return 1;
  leave();
  finished_.store(0, std::memory_order_relaxed);
  first_round_ = rounds_.load(std::memory_order_relaxed);
  if (wanted > 1) threads_.reserve(static_cast<std::size_t>(wanted - 1));
  while (size() < wanted) {
    pthread_t thread{};
    if (pthread_create(&thread, nullptr, start, this) != 0) break;  // those that there are will do
    threads_.push_back(thread);
  }
  return size();
}

void* ThreadPool::start(void* pool) {
  static_cast<ThreadPool*>(pool)->live();
  return nullptr;
}

void ThreadPool::live() {
  for (std::uint32_t round = first_round_;; ++round) {
    wait(rounds_, round);
    if (over_) return;
    call_(context_);
    finished_.fetch_add(1, std::memory_order_release);
    wake(finished_);
  }
}

void ThreadPool::begin(Call call, void* context) {
  call_ = call;
  context_ = context;
  finished_.store(0, std::memory_order_relaxed);
  rounds_.fetch_add(1, std::memory_order_release);
  wake(rounds_);
}

void ThreadPool::join() {
  const auto all = static_cast<std::uint32_t>(threads_.size());
  for (;;) {
    const std::uint32_t finished = finished_.load(std::memory_order_acquire);
    if (finished == all) return;
    wait(finished_, finished);
  }
}

void ThreadPool::barrier() {
  if (alone_) return;
  const std::uint32_t meeting = meetings_.load(std::memory_order_acquire);
  const auto all = static_cast<std::uint32_t>(size());
  if (arrived_.fetch_add(1, std::memory_order_acq_rel) + 1 == all) {
    arrived_.store(0, std::memory_order_relaxed);
    meetings_.fetch_add(1, std::memory_order_release);
    wake(meetings_);
  } else {
    wait(meetings_, meeting);
  }
}

}  // namespace mlp
