// SPDX-License-Identifier: MIT
// What some regularisers do before or after the step, on one thread: the plain step is fused to the
// gradient's sum, these need the whole gradient or the whole row of weights first.
#include <cmath>

#include "engine/engine.h"
#include "mlp/base/rng.h"
#include "mlp/base/streams.h"

namespace mlp {

using kernels::kPanel;
using kernels::PanelMatrix;
using kernels::Panels;
using kernels::Range;
using kernels::Step;

// Each example has masks of its own, whatever thread draws them.
void Engine::draw_masks(const BatchContext& context, Range columns) {
  const double rate = context.settings.dropout;
  const auto kept = static_cast<float>(1.0 / (1.0 - rate));
  const auto threshold = static_cast<std::uint32_t>(rate * 0x1p32);
  for (Index i = columns.begin; i < columns.end; ++i) {
    const auto number = (context.update << 24U) + static_cast<std::uint64_t>(context.before + i);
    Rng rng(mix(network_.seed, number), kMaskStream);
    for (Index l = 1; l < layers(); ++l) {
      const Panels D = layer(l).D.view();
      for (Index panel = 0; panel < D.rows; panel += kPanel) {
        float* const d = D.at(panel, i);
        const Index height = D.height(panel);
        for (Index r = 0; r < height; ++r) d[r] = rng.next() < threshold ? 0.0F : kept;
      }
    }
  }
}

// As clip() in regularise.h, with the penalty and the step after it.
void Engine::clip_and_update(double limit, Step step) {
  double sum = 0.0;
  for (LayerState& state : layers_) {
    for (const PanelMatrix* sums : {&state.sums, &state.b_sums}) {
      for (const float g : sums->numbers()) sum += static_cast<double>(g) * static_cast<double>(g);
    }
  }
  gradient_norm_ = std::sqrt(sum);
  if (gradient_norm_ > limit) {
    const auto factor = static_cast<float>(limit / gradient_norm_);
    for (LayerState& state : layers_) {
      for (PanelMatrix* sums : {&state.sums, &state.b_sums}) {
        for (float& g : sums->numbers()) g *= factor;
      }
    }
  }
  step.update = true;
  Step of_biases = step;
  of_biases.penalty = 0.0F;
  of_biases.shrink = 1.0F;
  for (Index l = 1; l <= layers(); ++l) {
    kernels::update(step, weights_view(l), {0, layer(l).n_before});
    kernels::update(of_biases, biases_view(l), {0, 1});
  }
}

// As limit_norms() in regularise.h.
void Engine::limit_norms(double limit) {
  for (Index l = 1; l <= layers(); ++l) {
    const Panels W = weights(l).W.view();
    for (Index row = 0; row < W.rows; ++row) {
      double sum = 0.0;
      for (Index column = 0; column < W.columns; ++column) {
        const auto w = static_cast<double>(*W.at(row, column));
        sum += w * w;
      }
      const double norm = std::sqrt(sum);
      if (norm <= limit) continue;
      const auto factor = static_cast<float>(limit / norm);
      for (Index column = 0; column < W.columns; ++column) *W.at(row, column) *= factor;
    }
  }
  transpose_all();
}

}  // namespace mlp
