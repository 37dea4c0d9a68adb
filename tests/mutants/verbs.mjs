// SPDX-License-Identifier: MIT
// Small faults in the verbs of the notes and their loop, which `math: 'notes'` trains by. `from`
// must stand exactly once in the file. Each must change the trace, and be seen by a test. Those with
// `gate` are tried by every `npm test`.
const notes = (name) => `cpp/src/notes/${name}.cpp`;
const formulas = (name) => `cpp/include/mlp/methods/${name}_formulas.h`;

export const verbMutants = [
  // 1. Reshape
  {
    name: 'reshape: every image but the first is the one before it',
    gate: true,
    file: notes('reshape'),
    from: 'images.data() + number * static_cast<std::size_t>(x.size())',
    to: 'images.data() + (number == 0 ? 0 : number - 1) * static_cast<std::size_t>(x.size())',
  },
  {
    name: 'reshape: bytes are divided by 256',
    file: notes('reshape'),
    from: '(Scalar(1) / Scalar(255))',
    to: '(Scalar(1) / Scalar(256))',
  },
  {
    name: 'reshape: yes and no are exchanged',
    file: notes('reshape'),
    from: 'label == positive',
    to: 'label != positive',
  },
  {
    name: 'reshape: one-hot in the row of the next class',
    file: notes('reshape'),
    from: 'Y(label, i) = Scalar(1);',
    to: 'Y((label + 1) % Y.rows(), i) = Scalar(1);',
  },
  // 2. Initialise
  {
    name: 'initialise: He without its 2',
    gate: true,
    file: notes('initialise'),
    from: 'std::sqrt(2.0 / n_in);',
    to: 'std::sqrt(1.0 / n_in);',
  },
  {
    name: 'initialise: Xavier forgets the units of the layer itself',
    file: notes('initialise'),
    from: 'std::sqrt(2.0 / (n_in + n_out));',
    to: 'std::sqrt(2.0 / (n_in + n_in));',
  },
  {
    name: 'initialise: LeCun doubled',
    file: notes('initialise'),
    from: 'kLecun) return std::sqrt(1.0 / n_in);',
    to: 'kLecun) return std::sqrt(2.0 / n_in);',
  },
  {
    name: 'initialise: uniform from 0',
    file: notes('initialise'),
    from: 'rng.uniform(-scale, scale)',
    to: 'rng.uniform(0.0, scale)',
  },
  // 3. Forward
  {
    name: 'forward: -b for +b',
    gate: true,
    file: notes('forward'),
    from: 'Z.colwise() += layer.b;',
    to: 'Z.colwise() -= layer.b;',
  },
  {
    name: 'forward: no bias',
    file: notes('forward'),
    from: 'Z.colwise() += layer.b;',
    to: '',
  },
  {
    name: 'forward: Z of the layer before instead of A',
    file: notes('forward'),
    from: 'MatrixView<Scalar>(cache[l - 2].A.leftCols(m))',
    to: 'MatrixView<Scalar>(cache[l - 2].Z.leftCols(m))',
  },
  {
    name: 'forward: dropout drops nothing',
    file: notes('forward'),
    from: 'if (dropout == Dropout::kOn) A = A.cwiseProduct(cache[l - 1].D.leftCols(m));',
    to: '',
  },
  {
    name: 'forward: softmax does not sum to 1',
    file: notes('forward'),
    from: 'static_cast<Scalar>(1.0 / sum)',
    to: 'static_cast<Scalar>(0.5 / sum)',
  },
  // 4. Cost
  {
    name: 'cost: negated',
    gate: true,
    file: notes('cost'),
    from: 'return sum / static_cast<double>(Z.cols());',
    to: 'return -sum / static_cast<double>(Z.cols());',
  },
  {
    name: 'cost: without 1/m',
    file: notes('cost'),
    from: 'return sum / static_cast<double>(Z.cols());',
    to: 'return sum;',
  },
  {
    name: 'cost: examples are not weighed',
    file: notes('cost'),
    from: 'sum += weight * cross_entropy<Scalar>(output, Z, Y, i);',
    to: 'sum += (weight > 0.0 ? 1.0 : 0.0) * cross_entropy<Scalar>(output, Z, Y, i);',
  },
  {
    name: 'cost: of every answer, not of the right one',
    file: notes('cost'),
    from: 'weighted += static_cast<double>(Y(k, i)) * static_cast<double>(Z(k, i));',
    to: 'weighted += static_cast<double>(Z(k, i));',
  },
  {
    name: 'binary cross-entropy: + y z',
    file: formulas('loss'),
    from: 'return softplus(z) - y * z;',
    to: 'return softplus(z) + y * z;',
  },
  {
    name: 'categorical cross-entropy: without the largest z',
    file: formulas('loss'),
    from: 'return largest + portable::log(sum);',
    to: 'return 0.0 * largest + portable::log(sum);',
  },
  // 5. Backward
  {
    name: 'backward: dZ_L = Y - A_L',
    file: notes('backward'),
    from: 'cache[L - 1].A.leftCols(m) - Y;',
    to: 'Y - cache[L - 1].A.leftCols(m);',
  },
  {
    name: 'backward: the sign of dW',
    gate: true,
    file: notes('backward'),
    from: 'gradients[l - 1].W.noalias() += share * dZ * A.transpose();',
    to: 'gradients[l - 1].W.noalias() -= share * dZ * A.transpose();',
  },
  {
    name: 'backward: without 1/m',
    file: notes('backward'),
    from: 'Scalar(1) / static_cast<Scalar>(batch);',
    to: 'Scalar(1) / static_cast<Scalar>(batch > 0 ? 1 : 0);',
  },
  {
    name: 'backward: db of the first example alone',
    file: notes('backward'),
    from: 'gradients[l - 1].b += share * dZ.rowwise().sum();',
    to: 'gradients[l - 1].b += share * dZ.col(0);',
  },
  {
    name: 'backward: a wrong transpose of W',
    file: notes('backward'),
    from: 'layer.W.transpose() * of.dZ.leftCols(m);',
    to: 'layer.W.colwise().reverse().transpose() * of.dZ.leftCols(m);',
  },
  {
    name: 'backward: the masks of dropout are forgotten',
    file: notes('backward'),
    from: 'before.dA.leftCols(m) = before.dA.leftCols(m).cwiseProduct(before.D.leftCols(m));',
    to: '',
  },
  {
    name: 'backward: examples are not weighed',
    file: notes('backward'),
    from: 'if (!c.empty()) {',
    to: 'if (c.size() > 100000) {',
  },
  // 6. Update
  {
    name: 'update: uphill',
    file: notes('update'),
    from: 'parameters[l - 1].W -= alpha * gradients[l - 1].W;',
    to: 'parameters[l - 1].W += alpha * gradients[l - 1].W;',
  },
  {
    name: 'update: b stays',
    file: notes('update'),
    from: 'parameters[l - 1].b -= alpha * gradients[l - 1].b;',
    to: '',
  },
  {
    name: 'update: every step of Adam is the first',
    file: notes('update'),
    from: '++state.t;',
    to: 'state.t = 1;',
  },
  {
    name: 'update: AdamW shrinks the biases too',
    file: notes('update'),
    from: 'step_factors<Scalar>(optimizer, alpha, 0.0, state.t);',
    to: 'step_factors<Scalar>(optimizer, alpha, decay, state.t);',
  },
  // 7. Predict
  {
    name: 'predict: argmin for argmax',
    file: notes('predict'),
    from: 'A(k, column) > A(best, column)',
    to: 'A(k, column) < A(best, column)',
  },
  {
    name: 'predict: always 0',
    gate: true,
    file: notes('predict'),
    from: 'int best = 0;',
    to: 'if (A.rows() > 1) return 0;\n  int best = 0;',
  },
  {
    name: 'predict: yes from 0.6 on',
    file: notes('predict'),
    from: 'A(0, column) >= Scalar(0.5)',
    to: 'A(0, column) >= Scalar(0.6)',
  },
  // The loop
  {
    name: 'train: the update before backward, with the gradients of the batch before',
    file: notes('train'),
    from: 'if (context.before == 0) clear(training.gradients);',
    to: 'if (context.before + m == context.batch) step(context, training);\n  if (context.before == 0) clear(training.gradients);\n  if (m > 0) {\n    backward<Scalar>(training.parameters, network.g.hidden, X, Y, context.batch, training.cache,\n                     training.gradients, dropout, c);\n    return answers;\n  }',
  },
  {
    name: 'train: gradients are never cleared',
    file: notes('train'),
    from: 'if (context.before == 0) clear(training.gradients);',
    to: '',
  },
  {
    name: 'train: the mask of another batch',
    file: notes('train'),
    from: 'network.seed, context.update, context.before}',
    to: 'network.seed, context.update + 1, context.before}',
  },
  {
    name: 'train: every chunk of a batch has the masks of the first',
    file: notes('train'),
    from: 'network.seed, context.update, context.before}',
    to: 'network.seed, context.update, 0}',
  },
  {
    name: 'train: the penalty goes uphill',
    file: notes('train'),
    from: 'add_penalty(training.parameters, settings.weight_decay,',
    to: 'add_penalty(training.parameters, -settings.weight_decay,',
  },
  {
    name: 'train: norms are not limited',
    file: notes('train'),
    from: 'limit_norms(settings.max_norm, training.parameters);',
    to: 'limit_norms(1e30, training.parameters);',
  },
  {
    name: 'train: labels are not smoothed',
    file: notes('train'),
    from: 'if (settings.label_smoothing > 0.0) smooth_labels',
    to: 'if (settings.label_smoothing > 1.0) smooth_labels',
  },
  {
    name: 'train: the weight of yes goes to no',
    file: notes('train'),
    from: 'Y(0, i) == Scalar(1);',
    to: 'Y(0, i) == Scalar(0);',
  },
];
