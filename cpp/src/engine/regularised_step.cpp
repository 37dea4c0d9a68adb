// SPDX-License-Identifier: MIT
// What some regularisers do before or after the step, on one thread: the plain step is fused to the
// gradient's sum, these need the whole gradient or the whole row of weights first.
#include <cmath>

#include "engine/fast_engine.h"
#include "mlp/methods/regulariser_formulas.h"

namespace mlp {

using kernels::kPanel;
using kernels::PanelMatrix;
using kernels::Panels;
using kernels::Range;
using kernels::Step;

// Each example has masks of its own, whatever thread draws them.
void FastEngine::draw_masks(const BatchContext& context, Range columns) {
  for (Index i = columns.begin; i < columns.end; ++i) {
    DropoutMask<float> mask(context.settings.dropout, network_.seed, context.update,
                            static_cast<std::uint64_t>(context.before + i));
    for (Index l = 1; l < layers(); ++l) {
      const Panels D = layer(l).D.view();
      for (Index panel = 0; panel < D.rows; panel += kPanel) {
        float* const d = D.at(panel, i);
        const Index height = D.height(panel);
        for (Index r = 0; r < height; ++r) d[r] = mask.next();
      }
    }
  }
}

// As clip() in regularise.h, with the penalty and the step after it.
void FastEngine::clip_and_update(double limit, Step step) {
  double sum = 0.0;
  for (LayerState& state : layers_) {
    for (const PanelMatrix* sums : {&state.sums, &state.b_sums}) {
      sum = add_squares(sum, sums->numbers());
    }
  }
  gradient_norm_ = std::sqrt(sum);
  if (gradient_norm_ > limit) {
    const auto factor = static_cast<float>(scale_within(limit, gradient_norm_));
    for (LayerState& state : layers_) {
      for (PanelMatrix* sums : {&state.sums, &state.b_sums}) {
        for (float& g : sums->numbers()) g *= factor;
      }
    }
  }
  step.update = true;
  for (Index l = 1; l <= layers(); ++l) {
    kernels::update(step, weights_view(l), {0, layer(l).n_before});
    kernels::update(step.of_biases(), biases_view(l), {0, 1});
  }
}

// As limit_norms() in regularise.h.
void FastEngine::limit_norms(double limit) {
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
      const auto factor = static_cast<float>(scale_within(limit, norm));
      for (Index column = 0; column < W.columns; ++column) *W.at(row, column) *= factor;
    }
  }
  transpose_all();
}

}  // namespace mlp
