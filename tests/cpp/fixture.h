// SPDX-License-Identifier: MIT
// Reads the tensors that make_parity.py wrote: a name and a shape, then the columns.
#pragma once

#include <istream>
#include <map>
#include <string>

#include "mlp/base/types.h"

namespace mlp {

using Tensors = std::map<std::string, Matrix<double>>;

// Reads the tensor whose name has been read.
inline Matrix<double> read_tensor(std::istream& file) {
  Index rows = 0;
  Index columns = 0;
  file >> rows >> columns;
  Matrix<double> tensor(rows, columns);
  for (double& value : tensor.reshaped()) file >> value;
  return tensor;
}

}  // namespace mlp
