// SPDX-License-Identifier: MIT
#include "mlp/base/status.h"

namespace mlp {

Status Status::bad(Code code, const char* text) { return {code, std::string(text)}; }

}  // namespace mlp
