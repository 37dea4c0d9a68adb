// SPDX-License-Identifier: MIT
// The header of C99 without its numbers.
import type { Activation } from '../../../settings.ts';

/** What differs from network to network; texts are escaped already. */
export interface HeaderParts {
  /** Lines of the comment at the top. */
  readonly about: readonly string[];
  /** n_0 ... n_L. */
  readonly layers: readonly number[];
  /** Literals of the names. */
  readonly names: readonly string[];
  readonly hidden: Activation;
  readonly output: 'softmax' | 'sigmoid';
  /** Numbers as C has them, with commas between: of W_l, row after row, and of b_l. */
  readonly weights: readonly { readonly W: string; readonly b: string }[];
  /** The test's image, its probabilities and its answer. */
  readonly image: string;
  readonly expected: string;
  readonly answer: number;
}

/** g(z) of a hidden layer. */
const G: Readonly<Record<Activation, string>> = {
  relu: 'z > 0.0f ? z : 0.0f',
  leakyRelu: 'z > 0.0f ? z : 0.01f * z',
  tanh: 'tanhf(z)',
  sigmoid: '1.0f / (1.0f + expf(-z))',
  gelu: '0.5f * z * (1.0f + tanhf(0.7978845608f * (z + 0.044715f * z * z * z)))',
};

/** From Z_L, which stands in a, to the probabilities. */
const END = {
  softmax: `  /* Softmax: p_k = e^(z_k) / sum e^(z), with the largest z taken off first. */
  for (int k = 1; k < MLP_OUTPUTS; ++k) {
    if (a[k] > a[best]) best = k;
  }
  for (int k = 0; k < MLP_OUTPUTS; ++k) sum += probabilities[k] = expf(a[k] - a[best]);
  for (int k = 0; k < MLP_OUTPUTS; ++k) probabilities[k] /= sum;
  return best;`,
  sigmoid: `  /* Sigmoid: the probability of yes. */
  probabilities[0] = 1.0f / (1.0f + expf(-a[0]));
  return probabilities[0] >= 0.5f ? 1 : 0;`,
} as const;

const arrays = ({ layers, weights }: HeaderParts): string =>
  weights
    .map(({ W, b }, i) => {
      const [columns = 0, rows = 0] = [layers[i], layers[i + 1]];
      return `/* Layer ${i + 1}: W (${rows}, ${columns}) row after row, and b (${rows}). */
static const float mlp_W${i + 1}[] = {
${W}};
static const float mlp_b${i + 1}[] = {
${b}};`;
    })
    .join('\n');

const list = (name: string, weights: HeaderParts['weights']): string =>
  weights.map((_, i) => `mlp_${name}${i + 1}`).join(', ');

export const cHeader = (parts: HeaderParts): string => `/* SPDX-License-Identifier: MIT
 *
${parts.about.map((line) => ` * ${line}`).join('\n')}
 *
 * C99, without libraries but the standard one (link with -lm):
 *   float probabilities[MLP_OUTPUTS];
 *   int answer = predict(pixels, probabilities);
 *   puts(mlp_names[answer]);
 */
#ifndef MLP_MODEL_H
#define MLP_MODEL_H

#include <math.h>
#include <stddef.h>

#define MLP_PIXELS ${parts.layers[0] ?? 0} /* of an image, row after row: n_0 */
#define MLP_OUTPUTS ${parts.layers.at(-1) ?? 0} /* n_L */
#define MLP_LAYERS ${parts.weights.length}
#define MLP_WIDEST ${Math.max(...parts.layers)}

/* The names of the answers, in UTF-8. */
static const char *const mlp_names[] = {
  ${parts.names.join(',\n  ')}
};

static const int mlp_sizes[] = {${parts.layers.join(', ')}}; /* n_0 ... n_L */
${arrays(parts)}
static const float *const mlp_W[] = {${list('W', parts.weights)}};
static const float *const mlp_b[] = {${list('b', parts.weights)}};

/* The activation of the hidden layers. */
static inline float mlp_g(float z) {
  return ${G[parts.hidden]};
}

/* Which answer is it? pixels: bytes, 0 paper ... 255 ink. probabilities: ${
  parts.output === 'softmax' ? 'of each answer' : 'of yes'
}, 0 ... 1.
 * Returns the number of the answer, that of its name in mlp_names. */
static inline int predict(const unsigned char pixels[MLP_PIXELS],
                          float probabilities[MLP_OUTPUTS]) {
  float a[MLP_WIDEST], z[MLP_WIDEST];
${parts.output === 'softmax' ? '  float sum = 0.0f;\n  int best = 0;\n' : ''}\
  for (int j = 0; j < MLP_PIXELS; ++j) a[j] = (float)pixels[j] * (1.0f / 255.0f);
  for (int l = 0; l < MLP_LAYERS; ++l) {
    const int rows = mlp_sizes[l + 1], columns = mlp_sizes[l];
    /* Z_l = W_l A_{l-1} + b_l */
    for (int i = 0; i < rows; ++i) {
      const float *w = mlp_W[l] + (size_t)i * (size_t)columns;
      z[i] = mlp_b[l][i];
      for (int j = 0; j < columns; ++j) z[i] += w[j] * a[j];
    }
    /* A_l = g(Z_l), but for the last layer */
    for (int i = 0; i < rows; ++i) a[i] = l + 1 < MLP_LAYERS ? mlp_g(z[i]) : z[i];
  }
${END[parts.output]}
}

/* An image to test with, and what the network answered where this file was made. */
static const unsigned char mlp_test_image[MLP_PIXELS] = {
${parts.image}};
static const float mlp_test_expected[MLP_OUTPUTS] = {
${parts.expected}};

/* 1 where predict() gives what is expected, to within 1e-5; 0 where it does not. */
static inline int mlp_test(void) {
  float probabilities[MLP_OUTPUTS];
  if (predict(mlp_test_image, probabilities) != ${parts.answer}) return 0;
  for (int k = 0; k < MLP_OUTPUTS; ++k) {
    if (!(fabsf(probabilities[k] - mlp_test_expected[k]) < 1e-5f)) return 0;
  }
  return 1;
}

#endif
`;
