// SPDX-License-Identifier: MIT
// Four floats that are worked on at once: simd128 of WebAssembly, SSE, or four plain floats. Every
// operation rounds as IEEE 754 says, lane by lane, so all three give the same bits; only with
// MLP_TURBO may madd() round once instead of twice.
#pragma once

#if defined(__wasm_simd128__)
#include "f32x4_wasm.h"
#elif defined(__SSE4_1__)
#include "f32x4_sse.h"
#else
#include "f32x4_scalar.h"
#endif

namespace mlp::kernels {

#if defined(__wasm_simd128__)
using namespace wasm;
#elif defined(__SSE4_1__)
using namespace sse;
#else
using namespace scalar;
#endif

}  // namespace mlp::kernels
