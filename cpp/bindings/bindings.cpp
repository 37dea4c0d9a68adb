// SPDX-License-Identifier: MIT
// What JavaScript sees of the core: a table, and the few lines that copy arrays in and out.
#include <cstddef>
#include <string>

#include "convert.h"
#include "mlp/digits.h"
#include "mlp/gradient_check.h"
#include "mlp/trainer.h"
#include "mlp/walkthrough.h"

namespace mlp::js {
namespace {

// Structs of the core with a 64-bit seed, or none of their own, in what JavaScript can hold.
struct NetworkSettings {
  Uint32Array layers{emscripten::val::undefined()};
  Activation hidden = Activation::kRelu;
  Output output = Output::kSoftmax;
  int positive = 0;
  double seed = 0.0;
  Initialiser initialiser = Initialiser::kNotes;
  double initial_scale = 0.0;
};

struct Advanced {
  Status status;
  Progress progress;
};

struct Evaluated {
  Status status;
  Index examples = 0;
  Index of = 0;
  double cost = 0.0;
  Index correct = 0;
  Uint32Array confusion{emscripten::val::undefined()};
};

struct Predicted {
  Status status;
  Float32Array probabilities{emscripten::val::undefined()};
};

struct Generated {
  Status status;
  Uint8Array images{emscripten::val::undefined()};
  Uint8Array labels{emscripten::val::undefined()};
};

struct Checked {
  Status status;
  CheckedWeight weight;
};

Status configure(Trainer& trainer, const NetworkSettings& settings) {
  return guarded([&] {
    Network network;
    network.layers.clear();
    for (const std::uint32_t units : to_vector<std::uint32_t>(settings.layers)) {
      network.layers.push_back(static_cast<Index>(units));
    }
    network.g = {settings.hidden, settings.output};
    network.positive = settings.positive;
    network.seed = static_cast<std::uint64_t>(settings.seed);
    network.initialiser = settings.initialiser;
    network.initial_scale = settings.initial_scale;
    return trainer.configure(network);
  });
}

Status load(Trainer& trainer, Part part, const Uint8Array& images, const Uint8Array& labels) {
  return guarded([&] {
    return trainer.load(part, to_vector<std::uint8_t>(images), to_vector<std::uint8_t>(labels));
  });
}

Advanced advance(Trainer& trainer, const Descent& descent, Index max_examples, bool one_batch) {
  Advanced result;
  result.status =
      guarded([&] { return trainer.advance(descent, max_examples, one_batch, result.progress); });
  return result;
}

Status evaluate_begin(Trainer& trainer, Part part) {
  return guarded([&] { return trainer.evaluate_begin(part); });
}

Float32Array scores(const Trainer& trainer) { return to_array<Float32Array>(trainer.scores()); }

Uint8Array truths(const Trainer& trainer) { return to_array<Uint8Array>(trainer.truths()); }

Evaluated evaluate_advance(Trainer& trainer, Index max_examples) {
  Evaluation evaluation;
  Evaluated result;
  result.status = trainer.evaluate_advance(max_examples, evaluation);
  result.examples = evaluation.examples;
  result.of = evaluation.of;
  result.cost = evaluation.cost;
  result.correct = evaluation.correct;
  result.confusion = to_array<Uint32Array>(std::span<const std::uint32_t>(evaluation.confusion));
  return result;
}

Predicted predict(Trainer& trainer, const Uint8Array& images) {
  Predicted result;
  std::vector<float> probabilities;
  result.status = guarded([&] {
    const std::vector<std::uint8_t> pixels = to_vector<std::uint8_t>(images);
    const auto n_0 = static_cast<std::size_t>(trainer.network().layers.front());
    probabilities.resize(pixels.size() / n_0 *
                         static_cast<std::size_t>(trainer.network().layers.back()));
    return trainer.predict(pixels, probabilities);
  });
  result.probabilities = to_array<Float32Array>(std::span<const float>(probabilities));
  return result;
}

// W_l, or b_l, of layer l = 1 ... L; empty for any other l.
Float32Array numbers(const Parameters<float>& parameters, std::size_t l, bool weights) {
  if (l < 1 || l > parameters.size()) return to_array<Float32Array>(std::span<const float>());
  const Layer<float>& layer = parameters[l - 1];
  return weights ? to_array<Float32Array>(layer.W) : to_array<Float32Array>(layer.b);
}

Float32Array weights(const Trainer& trainer, std::size_t l) {
  return numbers(trainer.parameters(), l, true);
}

Float32Array biases(const Trainer& trainer, std::size_t l) {
  return numbers(trainer.parameters(), l, false);
}

Generated images(const Trainer& trainer, Part part, Index first, Index count) {
  Generated result;
  std::span<const std::uint8_t> images;
  std::span<const std::uint8_t> labels;
  result.status = trainer.images(part, first, count, images, labels);
  result.images = to_array<Uint8Array>(images);
  result.labels = to_array<Uint8Array>(labels);
  return result;
}

Status walk(Walkthrough& walkthrough, const Trainer& trainer, const Uint8Array& images,
            const Uint8Array& labels, double learning_rate, Index updates) {
  return guarded([&] {
    return mlp::walk(trainer.network(), trainer.parameters(), to_vector<std::uint8_t>(images),
                     to_vector<std::uint8_t>(labels), learning_rate, updates, walkthrough);
  });
}

// A matrix of the walk by its letter and layer; empty for a name that there is not.
Float32Array walked(const Walkthrough& w, const std::string& name, std::size_t l) {
  if (name == "X") return to_array<Float32Array>(w.X);
  if (name == "Y") return to_array<Float32Array>(w.Y);
  if (name == "W") return numbers(w.before, l, true);
  if (name == "b") return numbers(w.before, l, false);
  if (name == "dW") return numbers(w.gradients, l, true);
  if (name == "db") return numbers(w.gradients, l, false);
  if (name == "WAfter") return numbers(w.after, l, true);
  if (name == "bAfter") return numbers(w.after, l, false);
  if (l < 1 || l > w.cache.size()) return to_array<Float32Array>(std::span<const float>());
  const LayerCache<float>& cache = w.cache[l - 1];
  if (name == "Z") return to_array<Float32Array>(cache.Z);
  if (name == "A") return to_array<Float32Array>(cache.A);
  if (name == "dZ") return to_array<Float32Array>(cache.dZ);
  return to_array<Float32Array>(cache.dA);
}

Status check_begin(GradientCheck& check, const Trainer& trainer, const Uint8Array& images,
                   const Uint8Array& labels) {
  return guarded([&] {
    return check.begin(trainer.network(), trainer.parameters(), to_vector<std::uint8_t>(images),
                       to_vector<std::uint8_t>(labels));
  });
}

Checked check_one(GradientCheck& check, Index layer, Index row, Index column) {
  Checked checked;
  checked.status = check.check(layer, row, column, checked.weight);
  return checked;
}

// points: x and y by turns; ends: the number of points up to the end of each stroke.
Uint8Array rasterise_strokes(const Float32Array& points, const Uint32Array& ends) {
  const std::vector<float> xy = to_vector<float>(points);
  std::vector<Stroke> strokes;
  std::size_t begin = 0;
  for (const std::uint32_t end : to_vector<std::uint32_t>(ends)) {
    Stroke& stroke = strokes.emplace_back();
    for (; begin < end && 2 * begin + 1 < xy.size(); ++begin) {
      stroke.push_back({xy[2 * begin], xy[2 * begin + 1]});
    }
  }
  std::vector<std::uint8_t> image(kDigitPixels);
  rasterise(strokes, Pen{}, std::span<std::uint8_t, kDigitPixels>(image));
  return to_array<Uint8Array>(std::span<const std::uint8_t>(image));
}

Generated generate(double seed, double first, std::size_t count) {
  Generated result;
  std::vector<std::uint8_t> images;
  std::vector<std::uint8_t> labels;
  result.status = guarded([&] {
    images.resize(count * static_cast<std::size_t>(kDigitPixels));
    labels.resize(count);
    return generate_digits(static_cast<std::uint64_t>(seed), static_cast<std::uint64_t>(first),
                           images, labels);
  });
  result.images = to_array<Uint8Array>(std::span<const std::uint8_t>(images));
  result.labels = to_array<Uint8Array>(std::span<const std::uint8_t>(labels));
  return result;
}

}  // namespace
}  // namespace mlp::js

EMSCRIPTEN_BINDINGS(mlp_scratchpad) {
  using namespace emscripten;  // NOLINT: the table below is what it is for
  using namespace mlp;         // NOLINT

  register_type<js::Uint8Array>("Uint8Array");
  register_type<js::Uint32Array>("Uint32Array");
  register_type<js::Float32Array>("Float32Array");

  enum_<Code>("Code")
      .value("ok", Code::kOk)
      .value("badSetting", Code::kBadSetting)
      .value("badData", Code::kBadData)
      .value("noData", Code::kNoData)
      .value("badState", Code::kBadState)
      .value("diverged", Code::kDiverged)
      .value("noMemory", Code::kNoMemory);
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
      .field("epsilon", &Optimizer::epsilon)
      .field("decay", &Optimizer::decay);
  value_object<Schedule>("Schedule")
      .field("curve", &Schedule::curve)
      .field("total", &Schedule::total)
      .field("warmUp", &Schedule::warm_up)
      .field("every", &Schedule::every)
      .field("factor", &Schedule::factor);
  value_object<Descent>("Descent")
      .field("batchSize", &Descent::batch_size)
      .field("learningRate", &Descent::learning_rate)
      .field("optimizer", &Descent::optimizer)
      .field("schedule", &Descent::schedule)
      .field("firstUpdate", &Descent::first_update)
      .field("weightDecay", &Descent::weight_decay)
      .field("dropout", &Descent::dropout)
      .field("maxNorm", &Descent::max_norm)
      .field("clipNorm", &Descent::clip_norm)
      .field("labelSmoothing", &Descent::label_smoothing)
      .field("positiveWeight", &Descent::positive_weight);

  value_object<Status>("Status").field("code", &Status::code).field("text", &Status::text);
  value_object<Progress>("Progress")
      .field("done", &Progress::done)
      .field("epochs", &Progress::epochs)
      .field("updates", &Progress::updates)
      .field("examples", &Progress::examples)
      .field("of", &Progress::of)
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
  value_object<js::Generated>("Generated")
      .field("status", &js::Generated::status)
      .field("images", &js::Generated::images)
      .field("labels", &js::Generated::labels);
  value_object<CheckedWeight>("CheckedWeight")
      .field("weight", &CheckedWeight::weight)
      .field("analytic", &CheckedWeight::analytic)
      .field("numerical", &CheckedWeight::numerical)
      .field("relativeError", &CheckedWeight::relative_error);
  value_object<js::Checked>("Checked")
      .field("status", &js::Checked::status)
      .field("weight", &js::Checked::weight);

  class_<Trainer>("Trainer")
      .constructor<>()
      .function("configure", &js::configure)
      .function("load", &js::load)
      .function("images", &js::images)
      .function("split", &Trainer::split)
      .function("reset", &Trainer::reset)
      .function("keep", &Trainer::keep)
      .function("restore", &Trainer::restore)
      .function("epochs", &Trainer::epochs)
      .function("updates", &Trainer::updates)
      .function("examples", &Trainer::examples)
      .function("advance", &js::advance)
      .function("evaluateBegin", &js::evaluate_begin)
      .function("evaluateAdvance", &js::evaluate_advance)
      .function("scores", &js::scores)
      .function("truths", &js::truths)
      .function("predict", &js::predict)
      .function("weights", &js::weights)
      .function("biases", &js::biases);
  class_<Walkthrough>("Walkthrough")
      .constructor<>()
      .function("walk", &js::walk)
      .function("matrix", &js::walked)
      .property("cost", &Walkthrough::cost)
      .property("costAfter", &Walkthrough::cost_after);
  class_<GradientCheck>("GradientCheck")
      .constructor<>()
      .function("begin", &js::check_begin)
      .function("check", &js::check_one);
  constant("gradientCheckLimit", kGradientCheckLimit);
  function("rasterise", &js::rasterise_strokes);
  function("generateDigits", &js::generate);
}
