// SPDX-License-Identifier: MIT
// The formulas as they stand in the notes. Each tex`...` is compiled to MathML when the page is
// built (web/formulas-plugin.ts), so every literal is one whole formula without a ${}.
import type { Activation, Initialiser, Optimizer } from '../../lib/settings.ts';

/** Replaced by the build; \mathit keeps the two letters of dZ together, as one name. */
declare function tex(source: TemplateStringsArray): string;

export const RESHAPE = [
  tex`X_{[m,\,28,\,28]} \;\to\; X_{[m,\,784]} \;\to\; X_{[n_0,\,m]}, \qquad n_0 = 28 \cdot 28 = 784`,
  tex`X(28\,r + c,\; i) = \tfrac{1}{255}\; \text{pixel}_i(r, c)`,
];

/** For images of h rows and w columns. */
export const RESHAPE_OTHERS = [
  tex`X_{[m,\,h,\,w]} \;\to\; X_{[m,\,h \cdot w]} \;\to\; X_{[n_0,\,m]}, \qquad n_0 = h \cdot w`,
  tex`X(w\,r + c,\; i) = \tfrac{1}{255}\; \text{pixel}_i(r, c)`,
];

export const LABELS = {
  softmax: tex`Y_{[m]} \;\to\; Y_{[1,\,m]} \;\to\; Y_{[n_L,\,m]}, \qquad Y(k, i) = 1 \;\text{ if image } i \text{ is a } k,\; \text{else } 0`,
  sigmoid: tex`Y_{[m]} \;\to\; Y_{[1,\,m]}, \qquad Y(0, i) = 1 \;\text{ if the answer is yes},\; \text{else } 0`,
};

const HE = tex`W_l \sim \mathcal{N}\Bigl(0,\; \frac{2}{n_{l-1}}\Bigr), \qquad b_l = 0`;
const XAVIER = tex`W_l \sim \mathcal{N}\Bigl(0,\; \frac{2}{n_{l-1} + n_l}\Bigr), \qquad b_l = 0`;

export const INITIALISE: Readonly<Record<Exclude<Initialiser, 'notes'>, string>> = {
  he: HE,
  xavier: XAVIER,
  lecun: tex`W_l \sim \mathcal{N}\Bigl(0,\; \frac{1}{n_{l-1}}\Bigr), \qquad b_l = 0`,
  normal: tex`W_l \sim \mathcal{N}(0,\; s^2), \qquad b_l = 0`,
  uniform: tex`W_l \sim \mathcal{U}(-s,\; s), \qquad b_l = 0`,
  zeros: tex`W_l = 0, \qquad b_l = 0`,
};

export const FORWARD = tex`Z_l = W_l\, A_{l-1} + b_l`;
export const FORWARD_FIRST = tex`Z_1 = W_1\, A_0 + b_1, \qquad A_0 = X`;

export const ACTIVATE_ANY = tex`A_l = g(Z_l)`;

/** g of the hidden layers. */
export const ACTIVATE: Readonly<Record<Activation, string>> = {
  relu: tex`g(z) = \max(0,\, z)`,
  leakyRelu: tex`g(z) = \max(0.01\, z,\; z)`,
  tanh: tex`g(z) = \tanh z`,
  sigmoid: tex`g(z) = \frac{1}{1 + e^{-z}}`,
  gelu: tex`g(z) = \frac{z}{2} \Bigl(1 + \tanh\bigl(\sqrt{2/\pi}\,(z + 0.044715\, z^3)\bigr)\Bigr)`,
};

export const ANSWER = {
  softmax: tex`A_L = \mathrm{softmax}(Z_L), \qquad p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}`,
  sigmoid: tex`A_L = \sigma(Z_L), \qquad p = \frac{1}{1 + e^{-z}}`,
};

export const COST = {
  softmax: tex`J = -\frac{1}{m} \sum_{i=1}^{m} \sum_{k} y_{ki}\, \log p_{ki}`,
  sigmoid: tex`J = -\frac{1}{m} \sum_{i=1}^{m} \bigl( y_i \log p_i + (1 - y_i) \log (1 - p_i) \bigr)`,
};

export const FUSED = {
  softmax: tex`-\log p_y = \log \sum_k e^{z_k} - z_y`,
  sigmoid: tex`-\bigl( y \log p + (1 - y) \log (1 - p) \bigr) = \log(1 + e^{z}) - y\, z`,
};

/** The derivative of one example's cost L by the last weights, and its three factors. */
export const CHAIN = tex`\frac{\partial L}{\partial W_L} = \frac{\partial L}{\partial A_L}\; \frac{\partial A_L}{\partial Z_L}\; \frac{\partial Z_L}{\partial W_L}`;
export const CHAIN_A = {
  softmax: tex`\frac{\partial L}{\partial A_L} = \mathit{dA}_L = -\frac{Y}{A_L}`,
  sigmoid: tex`\frac{\partial L}{\partial A_L} = \mathit{dA}_L = -\frac{Y}{A_L} + \frac{1 - Y}{1 - A_L}`,
};
export const CHAIN_Z = {
  softmax: tex`\frac{\partial a_k}{\partial z_j} = a_k\, (\delta_{kj} - a_j)`,
  sigmoid: tex`\frac{\partial A_L}{\partial Z_L} = g'(Z_L) = A_L \circ (1 - A_L)`,
};
export const CHAIN_W = tex`\frac{\partial Z_L}{\partial W_L} = A_{L-1}^{\mathsf{T}}`;
export const CHAIN_PRODUCT = {
  softmax: tex`\mathit{dz}_j = \sum_k \mathit{da}_k\, a_k\, (\delta_{kj} - a_j) = a_j - y_j`,
  sigmoid: tex`\mathit{dZ}_L = \mathit{dA}_L \circ g'(Z_L) = -Y\, (1 - A_L) + (1 - Y)\, A_L = A_L - Y`,
};
export const BACKWARD_LAST = tex`\mathit{dZ}_L = A_L - Y`;
export const BACKWARD_HIDDEN = tex`\mathit{dZ}_l = \mathit{dA}_l \circ g'(Z_l)`;
export const BACKWARD_WEIGHTS = [
  tex`\mathit{dW}_l = \frac{1}{m}\, \mathit{dZ}_l\, A_{l-1}^{\mathsf{T}}`,
  tex`\mathit{db}_l = \frac{1}{m} \sum_{i=1}^{m} \mathit{dZ}_l(:,\, i)`,
];
export const BACKWARD_BEFORE = tex`\mathit{dA}_{l-1} = W_l^{\mathsf{T}}\, \mathit{dZ}_l`;

/** g'(z) of the hidden layers. */
export const SLOPE: Readonly<Record<Activation, string>> = {
  relu: tex`g'(z) = 1 \;\text{ if } z > 0,\; \text{else } 0`,
  leakyRelu: tex`g'(z) = 1 \;\text{ if } z > 0,\; \text{else } 0.01`,
  tanh: tex`g'(z) = 1 - \tanh^2 z`,
  sigmoid: tex`g'(z) = g(z)\,(1 - g(z))`,
  gelu: tex`g'(z) = \frac{1 + t}{2} + \frac{z}{2}\,(1 - t^2)\, \sqrt{2/\pi}\,(1 + 0.134145\, z^2), \qquad t = \tanh\bigl(\sqrt{2/\pi}\,(z + 0.044715\, z^3)\bigr)`,
};

export const UPDATE = [
  tex`W_l \;\leftarrow\; W_l - \alpha\, \mathit{dW}_l`,
  tex`b_l \;\leftarrow\; b_l - \alpha\, \mathit{db}_l`,
];

/** What trains when the settings say so; of the notes is the plain step alone. */
export const OPTIMIZERS: Readonly<Record<Exclude<Optimizer, 'sgd'>, string>> = {
  momentum: tex`v \leftarrow \mu v + g, \qquad w \leftarrow w - \alpha v`,
  nesterov: tex`v \leftarrow \mu v + g, \qquad w \leftarrow w - \alpha (g + \mu v)`,
  rmsprop: tex`s \leftarrow \rho s + (1 - \rho)\, g^2, \qquad w \leftarrow w - \alpha\, \frac{g}{\sqrt{s} + \varepsilon}`,
  adam: tex`m \leftarrow \beta_1 m + (1 - \beta_1)\, g, \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2, \qquad w \leftarrow w - \alpha\, \frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + \varepsilon}`,
  adamw: tex`w \leftarrow w - \alpha \lambda w, \qquad \text{then as Adam}`,
};

export const PREDICT = {
  softmax: tex`\hat{y} = \mathop{\mathrm{arg\,max}}_k\; p_k`,
  sigmoid: tex`\hat{y} = \text{yes} \;\text{ if } p \ge t,\; \text{else no}`,
};

/** The sums behind one cell. */
export const TERMS = {
  Z: tex`z_r = \sum_c W(r, c)\, A(c) + b(r)`,
  dW: tex`\mathit{dW}(r, c) = \frac{1}{m} \sum_{i} \mathit{dZ}(r, i)\, A(c, i)`,
};

export const GRADIENT_CHECK = tex`\frac{J(w + h) - J(w - h)}{2h}, \qquad h = 10^{-5}`;
