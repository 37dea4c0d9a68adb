// SPDX-License-Identifier: MIT
// What each kernel computes, as plain Eigen expressions in double that are rounded to float32 once:
// the oracle of the kernels' tests. Not linked into the module.
#pragma once

#include <cstdint>
#include <span>

#include "kernels.h"

namespace mlp::kernels::twin {

void forward(const ForwardLayer& layer, const Panels& A_before, Range columns);
void forward(const ForwardLayer& layer, const SparseColumns& A_before, Range columns);

void backward(const BackwardLayer& layer, Range columns);
void backward(const BackwardLayer& layer, const SparseColumns& dZ, Range columns);

void head(const Head& head, Range columns);

void gradient(const Step& step, const Weights& weights, const Panels& dZ, const Panels& A_before,
              Index m, Range columns);
void gradient(const Step& step, const Weights& weights, const Panels& dZ,
              const SparseRows& A_before, Range columns);
void gradient_of_biases(const Step& step, const Weights& b, const Panels& dZ, Index m);
void transpose(const Weights& weights, Range columns);
void update(const Step& step, const Weights& weights, Range columns);

void gather(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
            const Panels& X, Range columns);

// Of all the columns, where the kernel looks at some.
double density(const Panels& A, Range columns);
double density(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
               Index n_0);

void list_columns(const Panels& A, Range columns, SparseColumns& to);
void list_rows(const Panels& A, Index m, Range rows, SparseRows& to);
void list_columns(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
                  Index n_0, Range columns, SparseColumns& to);
void list_rows(const SparseColumns& from, Index m, Range rows, SparseRows& to);

// The numbers of a view as a matrix, and a matrix as some columns of a view.
Matrix<double> unpack(const Panels& from);
void pack(const Matrix<double>& matrix, const Panels& to, Range columns);
// The matrix (rows, columns) whose non-zero numbers are listed.
Matrix<double> unpack(const SparseColumns& from, Index rows, Index columns);
Matrix<double> unpack(const SparseRows& from, Index rows, Index columns);

}  // namespace mlp::kernels::twin
