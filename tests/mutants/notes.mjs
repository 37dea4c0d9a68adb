// SPDX-License-Identifier: MIT
// Small faults in what `math: 'notes'` trains, at least one for each verb, method and loss. `from`
// must stand exactly once in the file. Each must change the trace, and be seen by a test. Those with
// `gate` are tried by every `npm test`.
const notes = (name) => `cpp/src/notes/${name}.cpp`;
const formulas = (name) => `cpp/include/mlp/methods/${name}_formulas.h`;
const methods = (name) => `cpp/src/methods/${name}.cpp`;

export const notesMutants = [
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
  // Activations
  {
    name: 'ReLU as min',
    gate: true,
    file: formulas('activation'),
    from: 'return max(z, zero);',
    to: 'return zero - max(zero - z, zero);',
  },
  {
    name: 'slope of ReLU: 1 everywhere',
    file: formulas('activation'),
    from: 'return where_greater(z, zero, one, zero);',
    to: 'return where_greater(z, zero, one, one);',
  },
  {
    name: 'leaky ReLU without its leak',
    file: formulas('activation'),
    from: 'number<Number>(kLeak) * z);',
    to: 'zero * number<Number>(kLeak) * z);',
  },
  {
    name: 'slope of the leaky ReLU: 0 below zero',
    file: formulas('activation'),
    from: 'return where_greater(z, zero, one, number<Number>(kLeak));',
    to: 'return where_greater(z, zero, one, zero * number<Number>(kLeak));',
  },
  {
    name: 'slope of tanh: 1 - t',
    file: formulas('activation'),
    from: 'return one - t * t;',
    to: 'return one - t;',
  },
  {
    name: 'slope of the sigmoid: s (1 + s)',
    file: formulas('activation'),
    from: 'return s * (one - s);',
    to: 'return s * (one + s);',
  },
  {
    name: 'sigmoid: of -z',
    file: formulas('activation'),
    from: 'return where_greater(zero, z, e, one) / (one + e);',
    to: 'return where_greater(zero, z, one, e) / (one + e);',
  },
  {
    name: 'tanh: even instead of odd',
    file: formulas('activation'),
    from: 'return where_greater(zero, z, zero - t, t);',
    to: 'return where_greater(zero, z, t, t);',
  },
  {
    name: 'GELU without its half',
    file: formulas('activation'),
    from: 'return number<Number>(0.5) * z *',
    to: 'return z *',
  },
  {
    name: 'slope of GELU: the product rule half done',
    file: formulas('activation'),
    from: 'return half * (one + t) +',
    to: 'return half * (one + t) -',
  },
  // Optimizers
  {
    name: 'momentum without memory',
    file: formulas('optimizer'),
    from: 'w = madd(f.minus_alpha, first, w);',
    to: 'w = madd(f.minus_alpha, g, w);',
  },
  {
    name: 'Nesterov as momentum',
    file: formulas('optimizer'),
    from: 'w = madd(f.minus_alpha, madd(f.mu, first, g), w);',
    to: 'w = madd(f.minus_alpha, first, w);',
  },
  {
    name: 'RMSprop without its root',
    file: formulas('optimizer'),
    from: 'g / (sqrt(second) + f.epsilon)',
    to: 'g / (second + f.epsilon)',
  },
  {
    name: 'Adam climbs',
    gate: true,
    file: formulas('optimizer'),
    from: '.minus_alpha = -rate,',
    to: '.minus_alpha = rate,',
  },
  {
    name: 'Adam: no bias correction of m',
    file: formulas('optimizer'),
    from: '.correction_1 = 1.0 / (1.0 - power(optimizer.beta_1, t)),',
    to: '.correction_1 = 1.0,',
  },
  {
    name: 'Adam: no bias correction of v',
    file: formulas('optimizer'),
    from: '.correction_2 = 1.0 / (1.0 - power(optimizer.beta_2, t)),',
    to: '.correction_2 = 1.0,',
  },
  {
    name: 'AdamW: a decay that grows',
    file: formulas('optimizer'),
    from: '.shrink = 1.0 - rate * decay,',
    to: '.shrink = 1.0 + rate * decay,',
  },
  // Regularisers
  {
    name: 'L2 penalty of the gradient instead of the weight',
    file: formulas('regulariser'),
    from: 'return madd(lambda, w, g);',
    to: 'return madd(lambda, g, g);',
  },
  {
    name: 'clip that does not clip',
    file: formulas('regulariser'),
    from: 'return norm > limit ? limit / norm : 1.0;',
    to: 'return norm > limit ? 1.0 : 1.0;',
  },
  {
    name: 'clip: the biases do not count',
    file: methods('regularise'),
    from: 'sum += squared_norm(layer.W) + squared_norm(layer.b);',
    to: 'sum += squared_norm(layer.W);',
  },
  {
    name: 'label smoothing: epsilon instead of epsilon / n',
    file: formulas('regulariser'),
    from: '* y + epsilon / n;',
    to: '* y + 0 * n + epsilon;',
  },
  {
    name: 'dropout is not scaled',
    file: formulas('regulariser'),
    from: 'kept_(static_cast<Scalar>(1.0 / (1.0 - rate))),',
    to: 'kept_(Scalar(1)),',
  },
  // Schedules and averages
  {
    name: 'schedule: one step late',
    file: methods('schedule'),
    from: 'std::clamp<Index>(update, 0, schedule.total - 1);',
    to: 'std::clamp<Index>(update - 1, 0, schedule.total - 1);',
  },
  {
    name: 'schedule: the step falls one update early',
    file: methods('schedule'),
    from: 'for (Index done = schedule.every; done <= u;',
    to: 'for (Index done = schedule.every; done <= u + 1;',
  },
  {
    name: 'schedule: the warm-up begins at 0',
    file: methods('schedule'),
    from: 'static_cast<double>(update + 1) /',
    to: 'static_cast<double>(update) /',
  },
  {
    name: 'schedule: the cosine falls to a half',
    file: methods('schedule'),
    from: 'return half_cosine(1.0, 0.0, static_cast',
    to: 'return half_cosine(1.0, 0.5, static_cast',
  },
  {
    name: 'averages: the mean of epochs forgets the first ones',
    file: methods('averaging'),
    from: 'return 1.0 / static_cast<double>(n);',
    to: 'return 1.0 / static_cast<double>(n > 1 ? 2 : 1);',
  },
  {
    name: 'averages: the moving mean is drawn to where it began',
    file: methods('averaging'),
    from: 'return (1.0 - d) / (1.0 - power(d, n));',
    to: 'return (1.0 - d) / (n > 0 ? 1.0 : 2.0);',
  },
];
