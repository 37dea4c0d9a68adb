// SPDX-License-Identifier: MIT
// What JavaScript sees of the core: a table.
#include <emscripten/bind.h>

#include "augmentation.h"
#include "calls.h"
#include "drawing.h"
#include "ensembles.h"
#include "finders.h"
#include "insight.h"
#include "snapshots.h"

EMSCRIPTEN_BINDINGS(mlp_scratchpad) {
  using namespace emscripten;  // NOLINT: the table below is what it is for
  using namespace mlp;         // NOLINT

  register_type<js::Uint8Array>("Uint8Array");
  register_type<js::Uint32Array>("Uint32Array");
  register_type<js::Float32Array>("Float32Array");
  register_type<js::Float64Array>("Float64Array");

  enum_<Code>("Code")
      .value("ok", Code::kOk)
      .value("badSetting", Code::kBadSetting)
      .value("badData", Code::kBadData)
      .value("noData", Code::kNoData)
      .value("badState", Code::kBadState)
      .value("diverged", Code::kDiverged)
      .value("noMemory", Code::kNoMemory);
  enum_<EngineKind>("EngineKind")
      .value("fast", EngineKind::kFast)
      .value("notes", EngineKind::kNotes);
  enum_<Output>("Output").value("sigmoid", Output::kSigmoid).value("softmax", Output::kSoftmax);
  enum_<Part>("Part")
      .value("train", Part::kTrain)
      .value("test", Part::kTest)
      .value("validation", Part::kValidation);
  enum_<Activation>("Activation")
      .value("relu", Activation::kRelu)
      .value("leakyRelu", Activation::kLeakyRelu)
      .value("tanh", Activation::kTanh)
      .value("sigmoid", Activation::kSigmoid)
      .value("gelu", Activation::kGelu);
  enum_<Initialiser>("Initialiser")
      .value("notes", Initialiser::kNotes)
      .value("he", Initialiser::kHe)
      .value("xavier", Initialiser::kXavier)
      .value("lecun", Initialiser::kLecun)
      .value("normal", Initialiser::kNormal)
      .value("uniform", Initialiser::kUniform)
      .value("zeros", Initialiser::kZeros);
  enum_<Method>("Method")
      .value("sgd", Method::kGradientDescent)
      .value("momentum", Method::kMomentum)
      .value("nesterov", Method::kNesterov)
      .value("rmsprop", Method::kRmsprop)
      .value("adam", Method::kAdam)
      .value("adamw", Method::kAdamW);
  enum_<Averaging>("Averaging")
      .value("none", Averaging::kNone)
      .value("ema", Averaging::kExponential)
      .value("swa", Averaging::kEpochs);
  enum_<SnapshotPart>("SnapshotPart")
      .value("parameters", SnapshotPart::kParameters)
      .value("first", SnapshotPart::kFirst)
      .value("second", SnapshotPart::kSecond)
      .value("sums", SnapshotPart::kSums)
      .value("good", SnapshotPart::kGood)
      .value("mean", SnapshotPart::kMean)
      .value("best", SnapshotPart::kBest);
  enum_<Hands>("Hands").value("all", Hands::kAll).value("other", Hands::kOther);
  enum_<Curve>("Curve")
      .value("constant", Curve::kConstant)
      .value("step", Curve::kStep)
      .value("cosine", Curve::kCosine)
      .value("oneCycle", Curve::kOneCycle);

  value_object<js::NetworkSettings>("NetworkSettings")
      .field("layers", &js::NetworkSettings::layers)
      .field("hidden", &js::NetworkSettings::hidden)
      .field("output", &js::NetworkSettings::output)
      .field("positive", &js::NetworkSettings::positive)
      .field("seed", &js::NetworkSettings::seed)
      .field("initialiser", &js::NetworkSettings::initialiser)
      .field("initialScale", &js::NetworkSettings::initial_scale);
  value_object<Optimizer>("Optimizer")
      .field("method", &Optimizer::method)
      .field("momentum", &Optimizer::momentum)
      .field("rho", &Optimizer::rho)
      .field("beta1", &Optimizer::beta_1)
      .field("beta2", &Optimizer::beta_2)
      .field("epsilon", &Optimizer::epsilon);
  value_object<Schedule>("Schedule")
      .field("curve", &Schedule::curve)
      .field("total", &Schedule::total)
      .field("warmUp", &Schedule::warm_up)
      .field("every", &Schedule::every)
      .field("factor", &Schedule::factor);
  value_object<Augmentation>("Augmentation")
      .field("shift", &Augmentation::shift)
      .field("scale", &Augmentation::scale)
      .field("rotation", &Augmentation::rotation)
      .field("shear", &Augmentation::shear)
      .field("elastic", &Augmentation::elastic)
      .field("elasticSigma", &Augmentation::elastic_sigma)
      .field("thickness", &Augmentation::thickness);
  value_object<TrainingSettings>("TrainingSettings")
      .field("batchSize", &TrainingSettings::batch_size)
      .field("learningRate", &TrainingSettings::learning_rate)
      .field("optimizer", &TrainingSettings::optimizer)
      .field("schedule", &TrainingSettings::schedule)
      .field("firstUpdate", &TrainingSettings::first_update)
      .field("weightDecay", &TrainingSettings::weight_decay)
      .field("dropout", &TrainingSettings::dropout)
      .field("maxNorm", &TrainingSettings::max_norm)
      .field("clipNorm", &TrainingSettings::clip_norm)
      .field("labelSmoothing", &TrainingSettings::label_smoothing)
      .field("positiveWeight", &TrainingSettings::positive_weight)
      .field("augmentation", &TrainingSettings::augmentation)
      .field("otherHands", &TrainingSettings::other_hands)
      .field("drawings", &TrainingSettings::drawings)
      .field("averaging", &TrainingSettings::averaging)
      .field("averagingDecay", &TrainingSettings::averaging_decay)
      .field("averagingFrom", &TrainingSettings::averaging_from);
  value_object<Extras>("Extras")
      .field("generated", &Extras::generated)
      .field("drawn", &Extras::drawn);

  value_object<Pen>("Pen").field("width", &Pen::width).field("softness", &Pen::softness);
  value_object<Preprocessing>("Preprocessing")
      .field("pen", &Preprocessing::pen)
      .field("deskew", &Preprocessing::deskew)
      .field("keepSlips", &Preprocessing::keep_slips)
      .field("frame", &Preprocessing::frame);

  value_object<Status>("Status").field("code", &Status::code).field("text", &Status::text);
  value_object<Progress>("Progress")
      .field("done", &Progress::done)
      .field("epochs", &Progress::epochs)
      .field("updates", &Progress::updates)
      .field("examples", &Progress::examples)
      .field("of", &Progress::of)
      .field("extra", &Progress::extra)
      .field("cost", &Progress::cost)
      .field("accuracy", &Progress::accuracy)
      .field("learningRate", &Progress::learning_rate)
      .field("gradientNorm", &Progress::gradient_norm)
      .field("batchDone", &Progress::batch_done)
      .field("epochDone", &Progress::epoch_done);
  value_object<js::Advanced>("Advanced")
      .field("status", &js::Advanced::status)
      .field("progress", &js::Advanced::progress);
  value_object<js::Evaluated>("Evaluated")
      .field("status", &js::Evaluated::status)
      .field("examples", &js::Evaluated::examples)
      .field("of", &js::Evaluated::of)
      .field("cost", &js::Evaluated::cost)
      .field("correct", &js::Evaluated::correct)
      .field("confusion", &js::Evaluated::confusion);
  value_object<js::Predicted>("Predicted")
      .field("status", &js::Predicted::status)
      .field("probabilities", &js::Predicted::probabilities);
  value_object<js::Read>("Read")
      .field("status", &js::Read::status)
      .field("image", &js::Read::image)
      .field("probabilities", &js::Read::probabilities);
  value_object<js::Bytes>("Bytes")
      .field("status", &js::Bytes::status)
      .field("bytes", &js::Bytes::bytes);
  value_object<js::Labelled>("Labelled")
      .field("status", &js::Labelled::status)
      .field("images", &js::Labelled::images)
      .field("labels", &js::Labelled::labels);
  value_object<js::Answered>("Answered")
      .field("status", &js::Answered::status)
      .field("answers", &js::Answered::answers)
      .field("probabilities", &js::Answered::probabilities)
      .field("costs", &js::Answered::costs);
  value_object<js::Inspected>("Inspected")
      .field("status", &js::Inspected::status)
      .field("output", &js::Inspected::output)
      .field("activations", &js::Inspected::activations)
      .field("contributions", &js::Inspected::contributions);
  value_object<js::Histogram>("Histogram")
      .field("from", &js::Histogram::from)
      .field("to", &js::Histogram::to)
      .field("counts", &js::Histogram::counts);
  value_object<js::LayerStatistics>("LayerStatistics")
      .field("weights", &js::LayerStatistics::weights)
      .field("gradients", &js::LayerStatistics::gradients)
      .field("gradientNorm", &js::LayerStatistics::gradient_norm)
      .field("norms", &js::LayerStatistics::norms)
      .field("activity", &js::LayerStatistics::activity)
      .field("dead", &js::LayerStatistics::dead);
  value_object<js::LayerNumbers>("LayerNumbers")
      .field("W", &js::LayerNumbers::W)
      .field("b", &js::LayerNumbers::b);
  value_object<Place>("Place")
      .field("images", &Place::images)
      .field("validation", &Place::validation)
      .field("used", &Place::used)
      .field("of", &Place::of)
      .field("generated", &Place::generated)
      .field("drawn", &Place::drawn)
      .field("done", &Place::done)
      .field("shuffled", &Place::shuffled)
      .field("batchBegin", &Place::batch_begin)
      .field("batchEnd", &Place::batch_end)
      .field("costSum", &Place::cost_sum)
      .field("correct", &Place::correct);
  value_object<Split>("Split")
      .field("validation", &Split::validation)
      .field("images", &Split::images);
  value_object<RateRange>("RateRange")
      .field("from", &RateRange::from)
      .field("to", &RateRange::to)
      .field("steps", &RateRange::steps);

  class_<Trainer>("Trainer")
      .constructor<>()
      .function("useThreads", &Trainer::use_threads)
      .function("useEngine", &Trainer::use_engine)
      .function("configure", &js::configure)
      .function("load", &js::load)
      .function("take", &Trainer::take)
      .function("expect", &js::expect)
      .function("append", &js::append)
      .function("drop", &Trainer::drop)
      .function("setDrawings", &js::set_drawings)
      .function("augment", &js::augment)
      .function("images", &js::images)
      .function("split", &Trainer::split)
      .function("reset", &Trainer::reset)
      .function("keep", &Trainer::keep)
      .function("restore", &Trainer::restore)
      .function("averages", &Trainer::averages)
      .function("takeAverage", &Trainer::take_average)
      .function("save", &js::save)
      .function("resume", &js::resume)
      .function("place", &Trainer::place)
      .function("check", &Trainer::check)
      .function("epochs", &Trainer::epochs)
      .function("updates", &Trainer::updates)
      .function("examples", &Trainer::examples)
      .function("advance", &js::advance)
      .function("evaluateBegin", &js::evaluate_begin)
      .function("evaluateAdvance", &js::evaluate_advance)
      .function("scores", &js::scores)
      .function("truths", &js::truths)
      .function("predict", &js::predict)
      .function("read", &js::read)
      .function("answers", &js::answers)
      .function("moment", &Trainer::moment)
      .function("inspect", &js::inspect)
      .function("layer", &js::layer);
  class_<Snapshot>("Snapshot")
      .constructor<>()
      .function("setNetwork", &js::set_network)
      .function("layer", &js::saved_layer)
      .function("setLayer", &js::set_layer)
      .property("method", &Snapshot::method)
      .property("steps", &js::saved_steps, &js::set_steps)
      .property("epochs", &Snapshot::epochs)
      .property("updates", &Snapshot::updates)
      .property("goodEpochs", &Snapshot::good_epochs)
      .property("goodUpdates", &Snapshot::good_updates)
      .property("averaging", &Snapshot::averaging)
      .property("averages", &Snapshot::averages)
      .property("place", &Snapshot::place);
  class_<Ensemble>("Ensemble")
      .constructor<>()
      .function("begin", &js::ensemble_begin)
      .function("join", &js::ensemble_join)
      .function("advance", &js::ensemble_advance);
  class_<DataSet>("DataSet")
      .constructor<>()
      .function("expect", &js::make_room)
      .function("append", &js::append_to);
  class_<WarmUp>("WarmUp").constructor(&js::make_warm_up).function("work", &WarmUp::work);
  class_<StatisticsCollector>("StatisticsCollector")
      .constructor<>()
      .function("begin", &js::statistics_begin)
      .function("advance", &StatisticsCollector::advance)
      .function("layer", &js::statistics_layer);
  class_<LearningRateFinder>("LearningRateFinder")
      .constructor<>()
      .function("begin", &js::finder_begin)
      .function("advance", &js::finder_advance)
      .function("over", &LearningRateFinder::over)
      .function("updates", &LearningRateFinder::updates)
      .function("rates", &js::finder_rates)
      .function("costs", &js::finder_costs)
      .function("suggested", &LearningRateFinder::suggested);
  function("generateDigits", &js::generate);
  function("extrasOf", &js::extras_of);
}
