// SPDX-License-Identifier: MIT
// f32x4.h by SSE4.1; f32x4_scalar.h says what each function does.
#pragma once

#include <smmintrin.h>

#include <cstdint>

namespace mlp::kernels::sse {

struct F32x4 {
  __m128 v;
};
struct I32x4 {
  __m128i v;
};

inline F32x4 load(const float* from) { return {_mm_loadu_ps(from)}; }
inline void store(float* to, F32x4 a) { _mm_storeu_ps(to, a.v); }
inline F32x4 splat(float value) { return {_mm_set1_ps(value)}; }
inline F32x4 load_splat(const float* from) { return {_mm_set1_ps(*from)}; }
inline F32x4 operator+(F32x4 a, F32x4 b) { return {_mm_add_ps(a.v, b.v)}; }
inline F32x4 operator-(F32x4 a, F32x4 b) { return {_mm_sub_ps(a.v, b.v)}; }
inline F32x4 operator*(F32x4 a, F32x4 b) { return {_mm_mul_ps(a.v, b.v)}; }
inline F32x4 operator/(F32x4 a, F32x4 b) { return {_mm_div_ps(a.v, b.v)}; }
inline F32x4 madd(F32x4 a, F32x4 b, F32x4 c) { return a * b + c; }
inline F32x4 sqrt(F32x4 a) { return {_mm_sqrt_ps(a.v)}; }
inline F32x4 max(F32x4 a, F32x4 b) { return {_mm_max_ps(b.v, a.v)}; }
inline F32x4 min(F32x4 a, F32x4 b) { return {_mm_min_ps(b.v, a.v)}; }
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
inline I32x4 truncate(F32x4 a) { return {_mm_cvttps_epi32(a.v)}; }
inline F32x4 to_float(I32x4 a) { return {_mm_cvtepi32_ps(a.v)}; }
inline I32x4 look_up(const std::uint32_t* from, I32x4 i) {
  const auto at = [&](int index) { return static_cast<int>(from[index]); };
  return {_mm_setr_epi32(at(_mm_extract_epi32(i.v, 0)), at(_mm_extract_epi32(i.v, 1)),
                         at(_mm_extract_epi32(i.v, 2)), at(_mm_extract_epi32(i.v, 3)))};
}
template <unsigned kByte>
inline F32x4 byte_of(I32x4 a) {
  const __m128i shifted = _mm_srli_epi32(a.v, static_cast<int>(8U * kByte));
  return {_mm_cvtepi32_ps(_mm_and_si128(shifted, _mm_set1_epi32(255)))};
}
inline void store_bytes(std::uint8_t* to, I32x4 a) {
  const __m128i words = _mm_packus_epi32(a.v, a.v);
  const int bytes = _mm_cvtsi128_si32(_mm_packus_epi16(words, words));
  __builtin_memcpy(to, &bytes, sizeof bytes);
}

}  // namespace mlp::kernels::sse
