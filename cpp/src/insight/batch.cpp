// SPDX-License-Identifier: MIT
#include "mlp/insight/batch.h"

#include <numeric>
#include <string>
#include <vector>

#include "mlp/data/data_set.h"
#include "mlp/notes/reshape.h"

namespace mlp {

template <typename Scalar>
Status make_batch(const Network& network, std::span<const std::uint8_t> images,
                  std::span<const std::uint8_t> labels, Matrix<Scalar>& X, Matrix<Scalar>& Y) {
  if (static_cast<Index>(labels.size()) > kMaxBatch) {
    return Status::bad(Code::kBadData,
                       "images: at most " + std::to_string(kMaxBatch) + " at a time.");
  }
  DataSet data;
  const auto n_0 = static_cast<std::size_t>(network.layers.front());
  Status status = assemble("chosen", images, labels, n_0, data);
  if (status.ok()) status = check_fit("chosen", data, network);
  if (!status.ok()) return status;
  const auto m = static_cast<Index>(labels.size());
  std::vector<std::uint32_t> all(labels.size());
  std::iota(all.begin(), all.end(), 0U);
  X.resize(network.layers.front(), m);
  Y.resize(network.layers.back(), m);
  reshape<Scalar>(data.images(), X);
  reshape_labels<Scalar>(data.labels(), all, network.g.output, network.positive, Y);
  return status;
}

template Status make_batch<float>(const Network&, std::span<const std::uint8_t>,
                                  std::span<const std::uint8_t>, Matrix<float>&, Matrix<float>&);
template Status make_batch<double>(const Network&, std::span<const std::uint8_t>,
                                   std::span<const std::uint8_t>, Matrix<double>&, Matrix<double>&);

}  // namespace mlp
