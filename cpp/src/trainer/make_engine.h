// SPDX-License-Identifier: MIT
// The engines that there are.
#pragma once

#include <memory>

#include "engine/thread_pool.h"
#include "mlp/methods/engine.h"
#include "mlp/methods/network.h"
#include "mlp/trainer/engine_kind.h"

namespace mlp {

// With room for chunk_size() examples at a time. The pool must outlive it.
std::unique_ptr<Engine> make_engine(EngineKind kind, const Network& network, ThreadPool& pool);

}  // namespace mlp
