// SPDX-License-Identifier: MIT
// Typed arrays of JavaScript to memory of the module and back. Always copies: a view of the heap
// goes stale without a word when the heap grows.
#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <exception>
#include <limits>
#include <new>
#include <span>
#include <vector>

#include "mlp/base/status.h"
#include "mlp/base/types.h"

namespace mlp::js {

// Names for the generated types; each is a val.
EMSCRIPTEN_DECLARE_VAL_TYPE(Uint8Array);
EMSCRIPTEN_DECLARE_VAL_TYPE(Uint32Array);
EMSCRIPTEN_DECLARE_VAL_TYPE(Float32Array);
EMSCRIPTEN_DECLARE_VAL_TYPE(Float64Array);

template <typename Array>
std::size_t length(const Array& array) {
  return array["length"].template as<std::size_t>();
}

// Copies an array of as many elements as there is room for.
template <typename T, typename Array>
void copy(const Array& array, std::span<T> to) {
  emscripten::val(emscripten::typed_memory_view(to.size(), to.data()))
      .template call<void>("set", array);
}

template <typename T, typename Array>
std::vector<T> to_vector(const Array& array) {
  std::vector<T> values(length(array));
  copy(array, std::span<T>(values));
  return values;
}

template <typename Array, typename T>
Array to_array(std::span<const T> values) {
  const emscripten::val view(emscripten::typed_memory_view(values.size(), values.data()));
  return Array(view.call<emscripten::val>("slice"));
}

// The numbers of a matrix, column after column.
template <typename Array, typename Derived>
Array to_array(const Eigen::PlainObjectBase<Derived>& matrix) {
  using Scalar = typename Derived::Scalar;
  return to_array<Array>(
      std::span<const Scalar>(matrix.data(), static_cast<std::size_t>(matrix.size())));
}

// The same of numbers in float64, rounded to float32.
Float32Array to_float32(std::span<const double> values);

template <typename Derived>
Float32Array to_float32(const Eigen::PlainObjectBase<Derived>& matrix) {
  return to_float32({matrix.data(), static_cast<std::size_t>(matrix.size())});
}

// The bytes of `count` parts of so many. For more than can be counted there is no memory: a product
// that wraps would make room for a few of them.
inline std::size_t bytes_of(std::size_t count, std::size_t each) {
  if (each > 0 && count > std::numeric_limits<std::size_t>::max() / each) throw std::bad_alloc();
  return count * each;
}

// Runs what may ask for a lot of memory; its failure becomes a status.
template <typename Work>
Status guarded(Work work) {
  try {
    return work();
  } catch (const std::exception&) {  // bad_alloc, or length_error of an absurd size
    return Status::bad(Code::kNoMemory,
                       "There is not enough memory. Use fewer images or a smaller network.");
  }
}

}  // namespace mlp::js
