// SPDX-License-Identifier: MIT
// MLP Scratchpad as a library: trains multi-layer perceptrons in browsers and in Node.
export { pairImagesWithLabels, parseIdx, type Idx, type LabelledImages } from './dataset.ts';
export { fetchDataSet, type DownloadOptions } from './download.ts';
export { ScratchpadError, type ErrorCode } from './errors.ts';
export type { Evaluation } from './evaluation.ts';
export type {
  Backend,
  DataInfo,
  Epoch,
  IdxFiles,
  LayerWeights,
  NamedBytes,
  Part,
  PartInfo,
  Reading,
  StepResult,
  Stroke,
  TrainProgress,
} from './protocol.ts';
export {
  checkDescent,
  checkEngine,
  checkNetwork,
  checkTraining,
  countParameters,
  DEFAULT_ENGINE,
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  LIMITS,
  type DescentSettings,
  type EngineSettings,
  type NetworkSettings,
  type TrainSettings,
} from './settings.ts';
export { createTrainer, Trainer, type LoadOptions, type TrainOptions } from './trainer.ts';
