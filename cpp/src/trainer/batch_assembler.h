// SPDX-License-Identifier: MIT
// Where a chunk's examples are put together that are not the training images as they are: changed,
// generated, or drawn.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "data/hand/hand.h"
#include "engine/thread_pool.h"
#include "mlp/data/augment.h"
#include "mlp/data/data_set.h"
#include "mlp/methods/engine.h"

namespace mlp {

// In the order of an epoch, numbers below are those of training images, and these and above are
// kExtra + i: the epoch's generated digits, from i = 0 on, and then its drawings.
inline constexpr std::uint32_t kExtra = 1U << 31U;

// What the examples of an epoch are taken from.
struct EpochSource {
  const DataSet& train;
  const DataSet& drawings;
  std::uint64_t seed = 0;
  std::uint64_t epoch = 0;
  Index generated = 0;
  Index drawn = 0;
};

class BatchAssembler {
 public:
  // Room for chunks of up to max_examples images of so many pixels.
  BatchAssembler(Index pixels, Index max_examples);

  // Puts the examples with these numbers together, by all threads of the pool, and says where they
  // are until the next call. What they look like depends on the seed, the epoch and their places in
  // it alone. Training images and drawings are changed as the augmentation says; generated digits
  // are new at each epoch anyway.
  //   first  the first one's place in the epoch
  Examples fill(const EpochSource& source, const Augmentation& augmentation,
                std::span<const std::uint32_t> chosen, Index first, ThreadPool& pool);

 private:
  // The i-th image of the chunk, by the augmenter and the hand of a part.
  void put(const EpochSource& source, const Augmentation* augmentation, std::uint32_t number,
           std::uint64_t place, std::size_t part, std::size_t i);

  std::size_t pixels_;
  std::vector<std::uint8_t> images_, labels_;
  std::vector<std::uint32_t> all_;  // 0, 1, 2 ...
  ElasticFields fields_;
  std::vector<Augmenter> augmenters_;  // one for each part of a chunk
  std::vector<Hand> hands_;            // likewise, once a digit is generated
  ThreadPool::Tasks tasks_;
};

}  // namespace mlp
