// SPDX-License-Identifier: MIT
// Eigen's code for a product of one column or row, as a batch of one example asks for it, is
// compiled once and for size (products.cpp): a page downloads it before anything can happen. The
// products of whole batches stay as fast as Eigen makes them.
#pragma once

#include "mlp/base/types.h"

// `prefix`: extern, or nothing where they are made. order: of the matrix; other: of the vector.
#define MLP_VECTOR_PRODUCT(prefix, Scalar, order, other)                                        \
  prefix template struct Eigen::internal::general_matrix_vector_product<                        \
      mlp::Index, Scalar, Eigen::internal::const_blas_data_mapper<Scalar, mlp::Index, order>,   \
      order, false, Scalar, Eigen::internal::const_blas_data_mapper<Scalar, mlp::Index, other>, \
      false, 0>;
#define MLP_VECTOR_PRODUCTS(prefix)                                    \
  MLP_VECTOR_PRODUCT(prefix, float, Eigen::RowMajor, Eigen::ColMajor)  \
  MLP_VECTOR_PRODUCT(prefix, float, Eigen::ColMajor, Eigen::RowMajor)  \
  MLP_VECTOR_PRODUCT(prefix, double, Eigen::RowMajor, Eigen::ColMajor) \
  MLP_VECTOR_PRODUCT(prefix, double, Eigen::ColMajor, Eigen::RowMajor)

#if !defined(MLP_MAKE_PRODUCTS)
MLP_VECTOR_PRODUCTS(extern)
#endif
