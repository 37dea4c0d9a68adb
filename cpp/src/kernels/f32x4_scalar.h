// SPDX-License-Identifier: MIT
// Four plain floats: what f32x4.h is where there is no SIMD, and what the other two are tested
// against.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace mlp::kernels::scalar {

struct F32x4 {
  float v[4];
};
struct I32x4 {
  std::int32_t v[4];
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
// The one float at `from`, four times.
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
// a b + c.
inline F32x4 madd(F32x4 a, F32x4 b, F32x4 c) { return a * b + c; }
inline F32x4 sqrt(F32x4 a) {
  return each_lane([&](int k) { return std::sqrt(a.v[k]); });
}
// b where it is greater, else a: NaN in `a` stays.
inline F32x4 max(F32x4 a, F32x4 b) {
  return each_lane([&](int k) { return a.v[k] < b.v[k] ? b.v[k] : a.v[k]; });
}
// b where it is less, else a: NaN in `a` stays.
inline F32x4 min(F32x4 a, F32x4 b) {
  return each_lane([&](int k) { return b.v[k] < a.v[k] ? b.v[k] : a.v[k]; });
}
inline F32x4 abs(F32x4 a) {
  return each_lane([&](int k) { return std::abs(a.v[k]); });
}
// `yes` where a > b, else `no`.
inline F32x4 where_greater(F32x4 a, F32x4 b, F32x4 yes, F32x4 no) {
  return each_lane([&](int k) { return a.v[k] > b.v[k] ? yes.v[k] : no.v[k]; });
}
// a with the integers of its bits raised by those of b, shifted left by 23: a 2^b where b is a
// float that carries an integer in its lowest bits.
inline F32x4 scale_by_power(F32x4 a, F32x4 b) {
  return each_lane([&](int k) {
    const std::uint32_t power = std::bit_cast<std::uint32_t>(b.v[k]) << 23U;
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(a.v[k]) + power);
  });
}
// The transpose of the 4 x 4 matrix whose rows are a ... d.
inline void transpose(F32x4& a, F32x4& b, F32x4& c, F32x4& d) {
  const F32x4 rows[4] = {a, b, c, d};
  a = each_lane([&](int k) { return rows[k].v[0]; });
  b = each_lane([&](int k) { return rows[k].v[1]; });
  c = each_lane([&](int k) { return rows[k].v[2]; });
  d = each_lane([&](int k) { return rows[k].v[3]; });
}
// Bit k is set where the byte number k of 16 is not zero.
inline std::uint32_t non_zero_bytes(const std::uint8_t* from) {
  std::uint32_t mask = 0;
  for (std::uint32_t k = 0; k < 16; ++k) mask |= from[k] != 0 ? 1U << k : 0U;
  return mask;
}
// Without what is behind the point; |a| below 2^31.
inline I32x4 truncate(F32x4 a) {
  I32x4 whole{};
  for (int k = 0; k < 4; ++k) whole.v[k] = static_cast<std::int32_t>(a.v[k]);
  return whole;
}
inline F32x4 to_float(I32x4 a) {
  return each_lane([&](int k) { return static_cast<float>(a.v[k]); });
}
// from[i] for each lane i.
inline I32x4 look_up(const std::uint32_t* from, I32x4 i) {
  I32x4 found{};
  for (int k = 0; k < 4; ++k) found.v[k] = static_cast<std::int32_t>(from[i.v[k]]);
  return found;
}
// Byte number kByte, 0 the lowest, of each lane.
template <unsigned kByte>
inline F32x4 byte_of(I32x4 a) {
  return each_lane([&](int k) {
    return static_cast<float>(static_cast<std::uint32_t>(a.v[k]) >> (8U * kByte) & 255U);
  });
}
// Lanes of 0 ... 255 as four bytes.
inline void store_bytes(std::uint8_t* to, I32x4 a) {
  for (int k = 0; k < 4; ++k) to[k] = static_cast<std::uint8_t>(a.v[k]);
}

}  // namespace mlp::kernels::scalar
