// SPDX-License-Identifier: MIT
// f32x4.h by simd128 of WebAssembly; f32x4_scalar.h says what each function does.
#pragma once

#include <wasm_simd128.h>

#include <cstdint>

namespace mlp::kernels::wasm {

struct F32x4 {
  v128_t v;
};
struct I32x4 {
  v128_t v;
};

inline F32x4 load(const float* from) { return {wasm_v128_load(from)}; }
inline void store(float* to, F32x4 a) { wasm_v128_store(to, a.v); }
inline F32x4 splat(float value) { return {wasm_f32x4_splat(value)}; }
inline F32x4 load_splat(const float* from) { return {wasm_v128_load32_splat(from)}; }
inline F32x4 operator+(F32x4 a, F32x4 b) { return {wasm_f32x4_add(a.v, b.v)}; }
inline F32x4 operator-(F32x4 a, F32x4 b) { return {wasm_f32x4_sub(a.v, b.v)}; }
inline F32x4 operator*(F32x4 a, F32x4 b) { return {wasm_f32x4_mul(a.v, b.v)}; }
inline F32x4 operator/(F32x4 a, F32x4 b) { return {wasm_f32x4_div(a.v, b.v)}; }
// Turbo: the machine may round a b + c once instead of twice.
#if defined(MLP_TURBO) && defined(__wasm_relaxed_simd__)
inline F32x4 madd(F32x4 a, F32x4 b, F32x4 c) { return {wasm_f32x4_relaxed_madd(a.v, b.v, c.v)}; }
#else
inline F32x4 madd(F32x4 a, F32x4 b, F32x4 c) { return a * b + c; }
#endif
inline F32x4 sqrt(F32x4 a) { return {wasm_f32x4_sqrt(a.v)}; }
inline F32x4 max(F32x4 a, F32x4 b) { return {wasm_f32x4_pmax(a.v, b.v)}; }
inline F32x4 min(F32x4 a, F32x4 b) { return {wasm_f32x4_pmin(a.v, b.v)}; }
inline F32x4 abs(F32x4 a) { return {wasm_f32x4_abs(a.v)}; }
inline F32x4 where_greater(F32x4 a, F32x4 b, F32x4 yes, F32x4 no) {
  return {wasm_v128_bitselect(yes.v, no.v, wasm_f32x4_gt(a.v, b.v))};
}
inline F32x4 scale_by_power(F32x4 a, F32x4 b) {
  return {wasm_i32x4_add(a.v, wasm_i32x4_shl(b.v, 23))};
}
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
inline std::uint32_t non_zero_bytes(const std::uint8_t* from) {
  return ~wasm_i8x16_bitmask(wasm_i8x16_eq(wasm_v128_load(from), wasm_i8x16_const_splat(0))) &
         0xFFFFU;
}
inline I32x4 truncate(F32x4 a) { return {wasm_i32x4_trunc_sat_f32x4(a.v)}; }
inline F32x4 to_float(I32x4 a) { return {wasm_f32x4_convert_i32x4(a.v)}; }
inline I32x4 look_up(const std::uint32_t* from, I32x4 i) {
  v128_t found = wasm_v128_load32_zero(from + wasm_i32x4_extract_lane(i.v, 0));
  found = wasm_v128_load32_lane(from + wasm_i32x4_extract_lane(i.v, 1), found, 1);
  found = wasm_v128_load32_lane(from + wasm_i32x4_extract_lane(i.v, 2), found, 2);
  return {wasm_v128_load32_lane(from + wasm_i32x4_extract_lane(i.v, 3), found, 3)};
}
template <unsigned kByte>
inline F32x4 byte_of(I32x4 a) {
  const v128_t shifted = wasm_u32x4_shr(a.v, 8U * kByte);
  return {wasm_f32x4_convert_i32x4(wasm_v128_and(shifted, wasm_i32x4_const_splat(255)))};
}
inline void store_bytes(std::uint8_t* to, I32x4 a) {
  const v128_t words = wasm_u16x8_narrow_i32x4(a.v, a.v);
  wasm_v128_store32_lane(to, wasm_u8x16_narrow_i16x8(words, words), 0);
}

}  // namespace mlp::kernels::wasm
