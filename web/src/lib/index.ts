// SPDX-License-Identifier: MIT
// MLP Scratchpad as a library: trains multi-layer perceptrons in browsers and in Node.
export {
  checkAugmentation,
  checkDescent,
  checkEngine,
  checkNetwork,
  checkTraining,
  countParameters,
} from './check-settings.ts';
export { countAt, toCurves, type BinaryCurves, type ThresholdCounts } from './curves.ts';
export { pairImagesWithLabels, parseIdx, type Idx, type LabelledImages } from './dataset.ts';
export type { IdxSource, NamedBytes, NamedStream } from './idx-source.ts';
export { fetchDataSet, openDataSet, type DownloadOptions } from './download.ts';
export { ScratchpadError, type ErrorCode } from './errors.ts';
export type { IdxFiles } from './idx-files.ts';
export {
  OTHER_HANDS,
  PRESET_FIGURES,
  type HandsFigures,
  type PresetFigures,
} from './preset-figures.ts';
export { exportModel, type ExportOptions } from './formats/export-model.ts';
export { FORMS, type ModelForm } from './formats/forms.ts';
export type {
  Model,
  ModelFigures,
  ModelNotes,
  OpenedModel,
  OpenOptions,
  PixelScale,
} from './formats/model.ts';
export { openModel } from './formats/open-model.ts';
export type { Frame } from './import/resample.ts';
export { readData } from './import/read-data.ts';
export type {
  DecodedPicture,
  ImportedData,
  ImportOptions,
  ImportReport,
  InputFile,
  Skipped,
  SpriteOptions,
} from './import/types.ts';
export { PRESETS, type Preset, type PresetName } from './presets.ts';
export type {
  Answers,
  Backend,
  Batch,
  BinaryMetrics,
  CheckedWeight,
  Copies,
  DataInfo,
  Epoch,
  Evaluation,
  GradientCheckResult,
  Hands,
  Histogram,
  Inspection,
  LayerStatistics,
  LayerWeights,
  MatrixData,
  NetworkStatistics,
  Part,
  PartInfo,
  RateSweep,
  Reading,
  Scores,
  StepResult,
  TrainEnd,
  TrainProgress,
  Walk,
  WalkedLayer,
  WeightPlace,
} from './results.ts';
export { DEFAULT_READING, type ReadOptions, type Stroke, type StrokePoint } from './strokes.ts';
export type { RateSweepOptions } from './find-rate.ts';
export type { RateRange } from './rate-sweep.ts';
export {
  AUGMENTATION_LIMITS,
  CHOICES,
  DEFAULT_ENGINE,
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  LIMITS,
  NO_AUGMENTATION,
  type Activation,
  type AugmentationSettings,
  type Averaging,
  type DescentSettings,
  type Engine,
  type EngineSettings,
  type Initialiser,
  type MixSettings,
  type NetworkSettings,
  type Optimizer,
  type RunChange,
  type Schedule,
  type TrainSettings,
} from './settings.ts';
export type { EvaluateOptions } from './questions.ts';
export type { TrainOptions } from './run-training.ts';
export type {
  EpochPlace,
  LayerNumbers,
  OptimizerMemory,
  RunCourse,
  RunPlace,
  Snapshot,
} from './snapshot.ts';
export { createTrainer, Trainer, type TrainerOptions } from './trainer.ts';
export type { LoadIdxOptions, LoadOptions } from './trainer-data.ts';
