// SPDX-License-Identifier: MIT
// The most that 128-bit multiply-adds can do: chains that do not wait for one another, and touch no
// memory.
#include <emscripten.h>

#include "kernels/f32x4.h"

namespace mlp::kernels {

// Where the chains begin, four floats each, and the factor: no compiler knows what will be here.
float peak_numbers[12 * 4 + 1];

// Multiply-adds of numbers that stay where they are, x = x f + f. Returns how many operations.
extern "C" EMSCRIPTEN_KEEPALIVE double peak_run() {
  // As many chains as hide the time that one takes, and leave some of 16 registers free.
  constexpr int kChains = 12;
  constexpr int kTimes = 10'000;
  const auto begin = [](int chain) { return load(peak_numbers + 4 * chain); };
  const F32x4 factor = splat(peak_numbers[12 * 4]);
  F32x4 a = begin(0), b = begin(1), c = begin(2), d = begin(3), e = begin(4), f = begin(5);
  F32x4 g = begin(6), h = begin(7), i = begin(8), j = begin(9), k = begin(10), l = begin(11);
  for (int time = 0; time < kTimes; ++time) {
    a = madd(a, factor, factor);
    b = madd(b, factor, factor);
    c = madd(c, factor, factor);
    d = madd(d, factor, factor);
    e = madd(e, factor, factor);
    f = madd(f, factor, factor);
    g = madd(g, factor, factor);
    h = madd(h, factor, factor);
    i = madd(i, factor, factor);
    j = madd(j, factor, factor);
    k = madd(k, factor, factor);
    l = madd(l, factor, factor);
  }
  store(peak_numbers, a + b + c + d + e + f + g + h + i + j + k + l);
  return 2.0 * 4.0 * kChains * kTimes;
}

extern "C" EMSCRIPTEN_KEEPALIVE void peak_prepare() {
  for (int at = 0; at < 12 * 4; ++at) peak_numbers[at] = 1.0F + 0.01F * static_cast<float>(at);
  peak_numbers[12 * 4] = 0.5F;
}

}  // namespace mlp::kernels
