// SPDX-License-Identifier: MIT
#include "trainer/make_engine.h"

#include "engine/fast_engine.h"
#include "mlp/trainer/trainer.h"
#include "notes/notes_engine.h"

namespace mlp {

std::unique_ptr<Engine> make_engine(EngineKind kind, const Network& network, ThreadPool& pool) {
  if (kind == EngineKind::kNotes) {
    return std::make_unique<NotesEngine>(network, chunk_size(network));
  }
  return std::make_unique<FastEngine>(network, chunk_size(network), pool);
}

}  // namespace mlp
