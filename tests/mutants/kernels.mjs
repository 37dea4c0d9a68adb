// SPDX-License-Identifier: MIT
// Small faults in the fast engine and its kernels. `from` must stand exactly once in the file. Each
// must be seen by a test.
const kernels = (name) => `cpp/src/kernels/${name}.cpp`;
const engine = (name) => `cpp/src/engine/${name}.cpp`;

export const kernelMutants = [
  {
    name: 'kernels/forward: -b for +b',
    file: kernels('forward'),
    from: 'const F32x4 z = sums[v] + load(b + lane(v));',
    to: 'const F32x4 z = sums[v] - load(b + lane(v));',
  },
  {
    name: 'kernels/forward: -b for +b where only a ReLU follows',
    file: kernels('forward'),
    from: 'max(sums[v] + load(b + lane(v)), zero)',
    to: 'max(sums[v] - load(b + lane(v)), zero)',
  },
  {
    name: 'kernels/forward: ReLU as min',
    file: kernels('forward'),
    from: 'max(sums[v] + load(b + lane(v)), zero)',
    to: 'min(sums[v] + load(b + lane(v)), zero)',
  },
  {
    name: 'kernels/forward: dropout drops nothing',
    file: kernels('forward'),
    from: 'if (d != nullptr) of_z = of_z * load(d + lane(v));',
    to: '',
  },
  {
    name: 'kernels/forward: only the last stretch of a long sum',
    file: kernels('forward'),
    from: 'depth == 0 ? zero_tile() : load_tile(out.at(row, i))',
    to: 'depth >= 0 ? zero_tile() : load_tile(out.at(row, i))',
  },
  {
    name: 'kernels/forward: rows that fill up are not zeroed',
    file: kernels('forward'),
    from: 'a[filling - row] = 0.0F;',
    to: 'a[filling - row] += 0.0F;',
  },
  {
    name: 'kernels/forward: backward of a plain ReLU lets everything through',
    file: kernels('forward'),
    from: 'where_greater(load(z + lane(v)), zero, dA[v], zero)',
    to: 'where_greater(load(z + lane(v)), zero, dA[v], dA[v])',
  },
  {
    name: 'kernels/forward: backward forgets the masks',
    file: kernels('forward'),
    from: 'd != nullptr ? dA[v] * load(d + lane(v)) : dA[v];',
    to: 'd != nullptr ? dA[v] : dA[v];',
  },
  {
    name: 'kernels/forward: backward without the slope',
    file: kernels('forward'),
    from: 'store(dZ + lane(v), da * slope<known>(load(z + lane(v))));',
    to: 'store(dZ + lane(v), da);',
  },
  {
    name: 'kernels/head: p + y',
    file: kernels('head'),
    from: 'head.share * c * (p - y)',
    to: 'head.share * c * (p + y)',
  },
  {
    name: 'kernels/head: a yes counts no more than a no',
    file: kernels('head'),
    from: 'const float c = yes ? head.positive_weight : 1.0F;',
    to: 'const float c = yes ? 1.0F : 1.0F;',
  },
  {
    name: 'kernels/head: argmin for argmax',
    file: kernels('head'),
    from: 'if (z > largest) {',
    to: 'if (z < largest) {',
  },
  {
    name: 'kernels/head: the label is not taken off',
    file: kernels('head'),
    from: '-= head.share * (share.share - share.others);',
    to: '-= 0.0F * (share.share - share.others);',
  },
  {
    name: 'kernels/head: without 1/m',
    file: kernels('head'),
    from: 'const F32x4 mean = splat(head.share);',
    to: 'const F32x4 mean = splat(1.0F);',
  },
  {
    name: 'kernels/head: the cost without its label',
    file: kernels('head'),
    from: 'categorical_cross_entropy(static_cast<double>(largest), sum, weighted)',
    to: 'categorical_cross_entropy(static_cast<double>(largest), sum, 0.0 * weighted)',
  },
  {
    name: 'kernels/gradient: the chunks before are forgotten',
    file: kernels('gradient'),
    from: 'sums[v] = add ? load(kept + at + lane(v)) : splat(0.0F);',
    to: 'sums[v] = splat(0.0F);',
  },
  {
    name: 'kernels/gradient: the penalty is forgotten',
    file: kernels('gradient'),
    from: 'penalised ? with_penalty(penalty, w, sum) : sum;',
    to: 'penalised ? sum : sum;',
  },
  {
    name: 'kernels/gradient: the first example counts for no bias',
    file: kernels('gradient'),
    from: 'for (Index i = 0; i < m; ++i) {',
    to: 'for (Index i = 1; i < m; ++i) {',
  },
  {
    name: 'kernels/gradient: rows without an entry rest with every method',
    file: kernels('gradient'),
    from: 'return method == Method::kGradientDescent && update && !add && !penalised;',
    to: 'return update && !add && !penalised;',
  },
  {
    name: 'kernels/gradient: W^T is not kept up to date',
    file: kernels('gradient'),
    from: 'for (Index r = 0; r < 4; ++r) store(to + (row + r) * kPanel, w[r]);',
    to: 'for (Index r = 1; r < 4; ++r) store(to + (row + r) * kPanel, w[r]);',
  },
  {
    name: 'kernels/gather: bytes are divided by 256',
    file: kernels('sparse'),
    from: 'static_cast<float>(byte) * (1.0F / 255.0F)',
    to: 'static_cast<float>(byte) * (1.0F / 256.0F)',
  },
  {
    name: 'kernels/sparse: the last pixels of an image are passed over',
    file: kernels('sparse'),
    from: 'for (Index at = p; at < n_0; ++at) {',
    to: 'for (Index at = p; at + 1 < n_0; ++at) {',
  },
  {
    name: 'kernels/sparse: a row takes its entries from the column before',
    file: kernels('sparse'),
    from: 'const std::uint32_t column = offset_of(i);',
    to: 'const std::uint32_t column = offset_of(i > 0 ? i - 1 : 0);',
  },
  {
    name: 'engine/learn: every step is the first of Adam',
    file: engine('learn'),
    from: 'decoupled ? settings.weight_decay : 0.0, steps_ + 1);',
    to: 'decoupled ? settings.weight_decay : 0.0, 1);',
  },
  {
    name: 'engine/learn: AdamW does not decay',
    file: engine('learn'),
    from: 'decoupled ? settings.weight_decay : 0.0, steps_ + 1);',
    to: 'decoupled ? 0.0 : 0.0, steps_ + 1);',
  },
  {
    name: 'engine/learn: an update after every chunk',
    file: engine('learn'),
    from: 'step.update = last && settings.clip_norm == 0.0;',
    to: 'step.update = settings.clip_norm == 0.0;',
  },
  {
    name: 'engine/passes: a mean over the chunk instead of the batch',
    file: engine('passes'),
    from: 'head.share = 1.0F / static_cast<float>(context->batch);',
    to: 'head.share = 1.0F / static_cast<float>(columns.end - columns.begin);',
  },
  {
    name: 'engine/passes: the biases are decayed too',
    file: engine('passes'),
    from: 'kernels::gradient_of_biases(step.of_biases(), biases_view(l), dZ, m);',
    to: 'kernels::gradient_of_biases(step, biases_view(l), dZ, m);',
  },
  {
    name: 'engine/passes: labels are not smoothed',
    file: engine('passes'),
    from: 'head.smoothing = static_cast<float>(context->settings.label_smoothing);',
    to: '',
  },
  {
    name: 'engine/regularised_step: the mask of another batch',
    file: engine('regularised_step'),
    from: 'network_.seed, context.update,',
    to: 'network_.seed, context.update + 1,',
  },
  {
    name: 'engine/regularised_step: clipped to half the limit',
    file: engine('regularised_step'),
    from: 'static_cast<float>(scale_within(limit, gradient_norm_));',
    to: 'static_cast<float>(scale_within(0.5 * limit, gradient_norm_));',
  },
  {
    name: 'engine/regularised_step: norms are limited by the first weights alone',
    file: engine('regularised_step'),
    from: 'for (Index column = 0; column < W.columns; ++column) *W.at(row, column) *= factor;',
    to: 'for (Index column = 0; column < 1; ++column) *W.at(row, column) *= factor;',
  },
];
