// SPDX-License-Identifier: MIT
// The project's only source of random numbers: seeded, and the same on every machine.
#pragma once

#include <cstdint>
#include <span>

namespace mlp {

// PCG32 (M. O'Neill, 2014, pcg-random.org): 64-bit state, 32-bit output, period 2^64.
// Its published reference output is in tests/cpp/rng_test.cpp.
class Rng {
 public:
  // Two generators of one seed and different streams are independent.
  explicit Rng(std::uint64_t seed, std::uint64_t stream = 0);

  // Uniform over all 2^32 values.
  std::uint32_t next();
  // Uniform over 0 ... bound - 1, without bias. bound must be at least 1.
  std::uint32_t below(std::uint32_t bound);
  // Uniform in [0, 1), a multiple of 2^-32.
  double uniform();
  // Uniform in [low, high).
  double uniform(double low, double high);
  // Normal with mean 0 and standard deviation 1 (Marsaglia's polar method).
  double normal();

 private:
  std::uint64_t state_;
  std::uint64_t increment_;
  double spare_ = 0.0;
  bool has_spare_ = false;
};

// A seed for the n-th of many generators of one seed, unlike its neighbours' (splitmix64,
// Steele et al. 2014).
std::uint64_t mix(std::uint64_t seed, std::uint64_t n);

// Puts the values into a random order (Fisher-Yates): every order is equally likely.
void shuffle(std::span<std::uint32_t> values, Rng& rng);

}  // namespace mlp
