// SPDX-License-Identifier: MIT
// Small faults in the methods, at least one for each activation, optimizer, regulariser, schedule and
// average; as in verbs.mjs.
const formulas = (name) => `cpp/include/mlp/methods/${name}_formulas.h`;
const methods = (name) => `cpp/src/methods/${name}.cpp`;

export const methodMutants = [
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
