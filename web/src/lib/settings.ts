// SPDX-License-Identifier: MIT
export type Activation = 'relu' | 'leakyRelu' | 'tanh' | 'sigmoid' | 'gelu';
export type Initialiser = 'notes' | 'he' | 'xavier' | 'lecun' | 'normal' | 'uniform' | 'zeros';
export type Optimizer = 'sgd' | 'momentum' | 'nesterov' | 'rmsprop' | 'adam' | 'adamw';
export type Averaging = 'none' | 'ema' | 'swa';
export type Schedule = 'constant' | 'step' | 'cosine' | 'oneCycle';

/** The shape of a network, its question, and the seed of all that is random in it. */
export interface NetworkSettings {
  /** n_0 ... n_L: pixels of an image, units of each layer, outputs. 2 to 65 numbers. */
  readonly layers: readonly number[];
  /** g of the hidden layers. */
  readonly hidden: Activation;
  /** 'softmax': which class? n_L outputs. 'sigmoid': yes or no? One output. */
  readonly output: 'softmax' | 'sigmoid';
  /** With 'sigmoid': the label that means yes, 0 ... 255. */
  readonly positive: number;
  /** 0 ... 2^53 - 1. The same settings, data and seed give the same weights to the last bit. */
  readonly seed: number;
  /** 'notes': He for hidden layers of ReLU and its kin, Xavier for all others. */
  readonly initialiser: Initialiser;
  /** Of 'normal' the standard deviation, of 'uniform' half the width; above 0, at most 10. */
  readonly initialScale: number;
}

/**
 * How far each training image is changed when its turn comes, anew at each epoch: drawn evenly, up to
 * these limits, for each image by the seed, the epoch and its place in it. All 0: not at all. It needs
 * square images. The formulas stand in cpp/include/mlp/data/augment.h.
 */
export interface AugmentationSettings {
  /** Largest shift along x and along y, in pixels, fractions too; 0 ... 8. */
  readonly shift: number;
  /** Largest relative change of width and height, three quarters of it common to both; 0 ... 0.5. */
  readonly scale: number;
  /** Largest angle, in degrees; 0 ... 45. */
  readonly rotation: number;
  /** Largest horizontal shear, x per y; 0 ... 0.6. */
  readonly shear: number;
  /**
   * alpha of elastic distortion (Simard 2003), 0 ... 100: the factor on noise, even in [-1, 1], that a
   * Gaussian of weight 1 has smoothed. It moves pixels by about 0.163 alpha / sigma pixels along x and
   * along y (the standard deviation): by 1.4 with the paper's alpha = 34 and sigma = 4.
   */
  readonly elastic: number;
  /** sigma of that Gaussian, in pixels; 2 ... 10. */
  readonly elasticSigma: number;
  /** Largest change of the strokes' thickness, in pixels; 0 ... 1.5. */
  readonly thickness: number;
}

/** What an epoch has beside the training images. */
export interface MixSettings {
  /**
   * Share of generated digits among the examples of an epoch, other ones in each; 0 ... 0.9. The
   * images must have 784 pixels, and the network 10 outputs at least, or the sigmoid.
   */
  readonly otherHands: number;
  /** Share of the drawings of setDrawings(), in turn; 0 ... 0.9 together with otherHands. */
  readonly drawings: number;
}

/** How one update of the weights is made, and with what. */
export interface DescentSettings extends AugmentationSettings, MixSettings {
  /** Examples for each update: 1 ... all of them. 'all' is gradient descent as in the notes. */
  readonly batchSize: number | 'all';
  /** alpha in W = W - alpha dW; above 0. */
  readonly learningRate: number;
  /** 'sgd' is plain gradient descent; the formulas of all stand in cpp/include/mlp/methods/optimizer.h. */
  readonly optimizer: Optimizer;
  /** mu of 'momentum' and 'nesterov'; at least 0, below 1. */
  readonly momentum: number;
  /** Of 'rmsprop'; at least 0, below 1. */
  readonly rho: number;
  /** Of 'adam' and 'adamw'; at least 0, below 1. */
  readonly beta1: number;
  readonly beta2: number;
  /** Of 'rmsprop', 'adam' and 'adamw'; at least 1e-30. */
  readonly epsilon: number;
  /** lambda, at least 0: decoupled in 'adamw', else the penalty lambda/2 |W|^2 on the cost. */
  readonly weightDecay: number;
  /** Rate of dropping hidden units while training; at least 0, below 1. */
  readonly dropout: number;
  /** Largest norm of the weights into a unit; 0: no limit. */
  readonly maxNorm: number;
  /** Largest norm of the whole gradient; 0: no limit. */
  readonly clipNorm: number;
  /** epsilon in y = (1 - epsilon) y + epsilon / n; at least 0, below 1. */
  readonly labelSmoothing: number;
  /** With 'sigmoid': how much an example counts whose answer is yes; 'balanced': no's for each yes. */
  readonly positiveWeight: number | 'balanced';
}

export interface TrainSettings extends DescentSettings {
  /** How many more times to go through the training data, 1 ... 100,000. */
  readonly epochs: number;
  /** How the learning rate changes over the run; see cpp/include/mlp/methods/schedule.h. */
  readonly schedule: Schedule;
  /** Of 'cosine': epochs over which the rate rises, 0 ... epochs. */
  readonly warmUp: number;
  /** Of 'step': the rate is multiplied by stepFactor after each so many epochs; above 0. */
  readonly stepEvery: number;
  /** Of 'step'; above 0, at most 1. */
  readonly stepFactor: number;
  /** Share of the training images set aside to judge by; at least 0, below 1. */
  readonly validation: number;
  /**
   * Early stopping: ends after so many epochs without a lower validation cost, and goes back to the
   * weights of the lowest; 0: off. It needs validation above 0.
   */
  readonly patience: number;
  /**
   * A mean of the weights, which often answers better than the last ones. Training itself goes on with
   * the weights as they are; each epoch's figures are those of the mean, where there is one yet, and
   * when the run ends, however it does, the network takes it. 'ema': an exponential mean, taken after
   * every 8th update; 'swa': the plain mean of the weights at the ends of the epochs of the run's last
   * half.
   */
  readonly averaging: Averaging;
  /** Of 'ema', for an update: of 8 updates it is this to the power of 8. At least 0, below 1. */
  readonly averagingDecay: number;
}

/** What a run that is under way can go on with. */
export type RunChange = Partial<Pick<TrainSettings, 'learningRate' | 'batchSize' | 'dropout'>>;

/** Which code trains. */
export type Engine = (typeof CHOICES.math)[number];

export interface EngineSettings {
  /**
   * Threads to use, 1 ... 64, but no more than the machine has cores; 'auto': as many as it has, at
   * most 8. Browsers need cross-origin isolation (COOP and COEP) for more than one.
   * `trainer.backend` says how many really run; the bits are the same on any number.
   */
  readonly threads: number | 'auto';
  /**
   * 'reproducible': the fast engine, the same bits on every machine. 'turbo' uses relaxed SIMD where
   * there is some (`trainer.backend` says so): faster, and the last bits may differ from one machine
   * to another. 'notes' trains by the verbs of the notes themselves (cpp/src/notes/), with every
   * setting and at about a third of the speed: on one thread, while others only change and generate
   * images. Its bits are its own, and the same wherever there is SIMD.
   */
  readonly math: Engine;
}

export const DEFAULT_NETWORK: NetworkSettings = {
  layers: [784, 128, 64, 10],
  hidden: 'relu',
  output: 'softmax',
  positive: 3,
  seed: 1,
  initialiser: 'notes',
  initialScale: 0.05,
};

/** With the sigma that elastic distortion has when there is some. */
export const NO_AUGMENTATION: AugmentationSettings = {
  shift: 0,
  scale: 0,
  rotation: 0,
  shear: 0,
  elastic: 0,
  elasticSigma: 4,
  thickness: 0,
};

export const DEFAULT_TRAINING: TrainSettings = {
  epochs: 10,
  batchSize: 128,
  learningRate: 0.2,
  optimizer: 'sgd',
  momentum: 0.9,
  rho: 0.99,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0,
  dropout: 0,
  maxNorm: 0,
  clipNorm: 0,
  labelSmoothing: 0,
  positiveWeight: 1,
  ...NO_AUGMENTATION,
  otherHands: 0,
  drawings: 0,
  schedule: 'constant',
  warmUp: 0,
  stepEvery: 5,
  stepFactor: 0.5,
  validation: 0,
  patience: 0,
  averaging: 'none',
  averagingDecay: 0.999,
};

/** The choices of each setting that has some, in the order to offer them. */
export const CHOICES = {
  hidden: ['relu', 'leakyRelu', 'tanh', 'sigmoid', 'gelu'],
  output: ['softmax', 'sigmoid'],
  initialiser: ['notes', 'he', 'xavier', 'lecun', 'normal', 'uniform', 'zeros'],
  optimizer: ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'],
  schedule: ['constant', 'step', 'cosine', 'oneCycle'],
  averaging: ['none', 'ema', 'swa'],
  math: ['reproducible', 'turbo', 'notes'],
} as const;

export const DEFAULT_ENGINE: EngineSettings = { threads: 1, math: 'reproducible' };

/** Lowest and highest value of each. */
export const AUGMENTATION_LIMITS: Readonly<
  Record<keyof AugmentationSettings, readonly [low: number, high: number]>
> = {
  shift: [0, 8],
  scale: [0, 0.5],
  rotation: [0, 45],
  shear: [0, 0.6],
  elastic: [0, 100],
  elasticSigma: [2, 10],
  thickness: [0, 1.5],
};

/** Limits of the settings; those of the network are the core's (initialise.h). */
export const LIMITS = {
  layers: 65,
  units: 16384,
  parameters: 2 ** 24,
  classes: 256,
  label: 255,
  epochs: 100_000,
  threads: 64,
  /** Of otherHands and drawings, each and together. */
  share: 0.9,
} as const;
