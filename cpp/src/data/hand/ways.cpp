// SPDX-License-Identifier: MIT
#include "data/hand/ways.h"

namespace mlp {

std::span<const Way> ways_of(int label) {
  switch (label) {
    case 0:
      return ways_of_0();
    case 1:
      return ways_of_1();
    case 2:
      return ways_of_2();
    case 3:
      return ways_of_3();
    case 4:
      return ways_of_4();
    case 5:
      return ways_of_5();
    case 6:
      return ways_of_6();
    case 7:
      return ways_of_7();
    case 8:
      return ways_of_8();
    default:
      return ways_of_9();
  }
}

}  // namespace mlp
