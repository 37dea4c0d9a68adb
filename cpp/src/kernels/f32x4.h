// SPDX-License-Identifier: MIT
// Four floats that are worked on at once: simd128 of WebAssembly, SSE, or four plain floats. Every
// operation rounds as IEEE 754 says, lane by lane, so all three give the same bits; only with
// MLP_TURBO may madd() round once instead of twice.
#pragma once

#include <cstdint>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE4_1__)
#include <smmintrin.h>
#else
#include <bit>
#include <cmath>
#endif

namespace mlp::kernels {

#if defined(__wasm_simd128__)

struct F32x4 {
  v128_t v;
};

inline F32x4 load(const float* from) { return {wasm_v128_load(from)}; }
inline void store(float* to, F32x4 a) { wasm_v128_store(to, a.v); }
inline F32x4 splat(float value) { return {wasm_f32x4_splat(value)}; }
// The one float at `from`, four times.
inline F32x4 load_splat(const float* from) { return {wasm_v128_load32_splat(from)}; }
inline F32x4 operator+(F32x4 a, F32x4 b) { return {wasm_f32x4_add(a.v, b.v)}; }
inline F32x4 operator-(F32x4 a, F32x4 b) { return {wasm_f32x4_sub(a.v, b.v)}; }
inline F32x4 operator*(F32x4 a, F32x4 b) { return {wasm_f32x4_mul(a.v, b.v)}; }
inline F32x4 operator/(F32x4 a, F32x4 b) { return {wasm_f32x4_div(a.v, b.v)}; }
inline F32x4 sqrt(F32x4 a) { return {wasm_f32x4_sqrt(a.v)}; }
// b where it is greater, else a: NaN in `a` stays.
inline F32x4 max(F32x4 a, F32x4 b) { return {wasm_f32x4_pmax(a.v, b.v)}; }
inline F32x4 abs(F32x4 a) { return {wasm_f32x4_abs(a.v)}; }
// `yes` where a > b, else `no`.
inline F32x4 where_greater(F32x4 a, F32x4 b, F32x4 yes, F32x4 no) {
  return {wasm_v128_bitselect(yes.v, no.v, wasm_f32x4_gt(a.v, b.v))};
}
// a with the integers of its bits raised by those of b, shifted left by 23: a 2^b where b is a
// float that carries an integer in its lowest bits.
inline F32x4 scale_by_power(F32x4 a, F32x4 b) {
  return {wasm_i32x4_add(a.v, wasm_i32x4_shl(b.v, 23))};
}
// The transpose of the 4 x 4 matrix whose rows are a ... d.
inline void transpose(F32x4& a, F32x4& b, F32x4& c, F32x4& d) {
  const v128_t ab_low = wasm_i32x4_shuffle(a.v, b.v, 0, 4, 1, 5);
  const v128_t ab_high = wasm_i32x4_shuffle(a.v, b.v, 2, 6, 3, 7);
  const v128_t cd_low = wasm_i32x4_shuffle(c.v, d.v, 0, 4, 1, 5);
  const v128_t cd_high = wasm_i32x4_shuffle(c.v, d.v, 2, 6, 3, 7);
  a.v = wasm_i64x2_shuffle(ab_low, cd_low, 0, 2);
  b.v = wasm_i64x2_shuffle(ab_low, cd_low, 1, 3);
  c.v = wasm_i64x2_shuffle(ab_high, cd_high, 0, 2);
  d.v = wasm_i64x2_shuffle(ab_high, cd_high, 1, 3);
}
// Bit k is set where the byte number k of 16 is not zero.
inline std::uint32_t non_zero_bytes(const std::uint8_t* from) {
  return ~wasm_i8x16_bitmask(wasm_i8x16_eq(wasm_v128_load(from), wasm_i8x16_const_splat(0))) &
         0xFFFFU;
}

#elif defined(__SSE4_1__)

struct F32x4 {
  __m128 v;
};

inline F32x4 load(const float* from) { return {_mm_loadu_ps(from)}; }
inline void store(float* to, F32x4 a) { _mm_storeu_ps(to, a.v); }
inline F32x4 splat(float value) { return {_mm_set1_ps(value)}; }
inline F32x4 load_splat(const float* from) { return {_mm_set1_ps(*from)}; }
inline F32x4 operator+(F32x4 a, F32x4 b) { return {_mm_add_ps(a.v, b.v)}; }
inline F32x4 operator-(F32x4 a, F32x4 b) { return {_mm_sub_ps(a.v, b.v)}; }
inline F32x4 operator*(F32x4 a, F32x4 b) { return {_mm_mul_ps(a.v, b.v)}; }
inline F32x4 operator/(F32x4 a, F32x4 b) { return {_mm_div_ps(a.v, b.v)}; }
inline F32x4 sqrt(F32x4 a) { return {_mm_sqrt_ps(a.v)}; }
inline F32x4 max(F32x4 a, F32x4 b) { return {_mm_max_ps(b.v, a.v)}; }
inline F32x4 abs(F32x4 a) { return {_mm_andnot_ps(_mm_set1_ps(-0.0F), a.v)}; }
inline F32x4 where_greater(F32x4 a, F32x4 b, F32x4 yes, F32x4 no) {
  return {_mm_blendv_ps(no.v, yes.v, _mm_cmpgt_ps(a.v, b.v))};
}
inline F32x4 scale_by_power(F32x4 a, F32x4 b) {
  const __m128i power = _mm_slli_epi32(_mm_castps_si128(b.v), 23);
  return {_mm_castsi128_ps(_mm_add_epi32(_mm_castps_si128(a.v), power))};
}
inline void transpose(F32x4& a, F32x4& b, F32x4& c, F32x4& d) {
  const __m128 ab_low = _mm_unpacklo_ps(a.v, b.v);
  const __m128 ab_high = _mm_unpackhi_ps(a.v, b.v);
  const __m128 cd_low = _mm_unpacklo_ps(c.v, d.v);
  const __m128 cd_high = _mm_unpackhi_ps(c.v, d.v);
  a.v = _mm_movelh_ps(ab_low, cd_low);
  b.v = _mm_movehl_ps(cd_low, ab_low);
  c.v = _mm_movelh_ps(ab_high, cd_high);
  d.v = _mm_movehl_ps(cd_high, ab_high);
}
inline std::uint32_t non_zero_bytes(const std::uint8_t* from) {
  __m128i bytes;
  __builtin_memcpy(&bytes, from, sizeof bytes);
  const int zero = _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_setzero_si128()));
  return ~static_cast<std::uint32_t>(zero) & 0xFFFFU;
}

#else

struct F32x4 {
  float v[4];
};

template <typename Function>
inline F32x4 each_lane(Function function) {
  return {{function(0), function(1), function(2), function(3)}};
}

inline F32x4 load(const float* from) { return {{from[0], from[1], from[2], from[3]}}; }
inline void store(float* to, F32x4 a) {
  for (int k = 0; k < 4; ++k) to[k] = a.v[k];
}
inline F32x4 splat(float value) { return {{value, value, value, value}}; }
inline F32x4 load_splat(const float* from) { return splat(*from); }
inline F32x4 operator+(F32x4 a, F32x4 b) {
  return each_lane([&](int k) { return a.v[k] + b.v[k]; });
}
inline F32x4 operator-(F32x4 a, F32x4 b) {
  return each_lane([&](int k) { return a.v[k] - b.v[k]; });
}
inline F32x4 operator*(F32x4 a, F32x4 b) {
  return each_lane([&](int k) { return a.v[k] * b.v[k]; });
}
inline F32x4 operator/(F32x4 a, F32x4 b) {
  return each_lane([&](int k) { return a.v[k] / b.v[k]; });
}
inline F32x4 sqrt(F32x4 a) {
  return each_lane([&](int k) { return std::sqrt(a.v[k]); });
}
inline F32x4 max(F32x4 a, F32x4 b) {
  return each_lane([&](int k) { return a.v[k] < b.v[k] ? b.v[k] : a.v[k]; });
}
inline F32x4 abs(F32x4 a) {
  return each_lane([&](int k) { return std::abs(a.v[k]); });
}
inline F32x4 where_greater(F32x4 a, F32x4 b, F32x4 yes, F32x4 no) {
  return each_lane([&](int k) { return a.v[k] > b.v[k] ? yes.v[k] : no.v[k]; });
}
inline F32x4 scale_by_power(F32x4 a, F32x4 b) {
  return each_lane([&](int k) {
    const std::uint32_t power = std::bit_cast<std::uint32_t>(b.v[k]) << 23U;
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(a.v[k]) + power);
  });
}
inline void transpose(F32x4& a, F32x4& b, F32x4& c, F32x4& d) {
  const F32x4 rows[4] = {a, b, c, d};
  a = each_lane([&](int k) { return rows[k].v[0]; });
  b = each_lane([&](int k) { return rows[k].v[1]; });
  c = each_lane([&](int k) { return rows[k].v[2]; });
  d = each_lane([&](int k) { return rows[k].v[3]; });
}
inline std::uint32_t non_zero_bytes(const std::uint8_t* from) {
  std::uint32_t mask = 0;
  for (std::uint32_t k = 0; k < 16; ++k) mask |= from[k] != 0 ? 1U << k : 0U;
  return mask;
}

#endif

// a b + c.
inline F32x4 madd(F32x4 a, F32x4 b, F32x4 c) {
#if defined(MLP_TURBO) && defined(__wasm_relaxed_simd__)
  return {wasm_f32x4_relaxed_madd(a.v, b.v, c.v)};
#else
  return a * b + c;
#endif
}

}  // namespace mlp::kernels
