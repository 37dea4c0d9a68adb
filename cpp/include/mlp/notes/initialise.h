// SPDX-License-Identifier: MIT
// Step 2 of the notes: the first values of W_1, b_1 ... W_L, b_L.
#pragma once

#include "mlp/base/types.h"
#include "mlp/methods/network.h"

namespace mlp {

// Gives W_l independent random values, as the initialiser says, and b_l zeros. The network must
// have passed check(). float32 and float64 get the same values, rounded.
template <typename Scalar>
Parameters<Scalar> initialise(const Network& network);

// W_l and b_l of the right shapes, all zeros.
template <typename Scalar>
Parameters<Scalar> zeros(const Network& network);

}  // namespace mlp
