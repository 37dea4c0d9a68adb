// SPDX-License-Identifier: MIT
// The engine's own step, pass by pass on one thread: what Engine::learn() does with a chunk, but
// the caller says when, and looks at the clock between.
#include <emscripten.h>

#include <memory>
#include <vector>

#include "engine/fast_engine.h"
#include "mlp/base/rng.h"
#include "mlp/notes/initialise.h"

namespace mlp {

class EnginePhases {
 public:
  // The data of the whole module: filled in by the caller.
  static std::vector<std::uint8_t> images, labels;

  EnginePhases(const Network& network, Index m, Method method, double learning_rate)
      : settings_{.batch_size = m, .learning_rate = learning_rate, .optimizer = {.method = method}},
        engine_(network, m, pool_),
        m_(m),
        chosen_(static_cast<std::size_t>(m)) {
    engine_.set_parameters(initialise<float>(network));
    engine_.prepare(settings_, settings_.batch_size);
  }

  // Other images at each step, strewn over all the data as a shuffled epoch's are.
  void begin() {
    for (std::uint32_t& image : chosen_) {
      image = rng_.below(static_cast<std::uint32_t>(labels.size()));
    }
    engine_.begin(examples());
  }
  void input() { engine_.input_range(examples(), all()); }
  void forward(Index l) { engine_.forward_layer(l, all(), false); }
  void head() {
    const BatchContext context{
        .settings = settings_, .learning_rate = settings_.learning_rate, .batch = m_};
    engine_.head_range(all(), &context);
  }
  void backward(Index l) { engine_.backward_layer(l, all(), false); }
  void gradient(Index l) {
    const kernels::Step step =
        kernels::make_step(settings_.optimizer, settings_.learning_rate, engine_.steps_ + 1);
    engine_.gradient_range(l, m_, {0, engine_.layer(l).n_before}, step);
  }
  double finish() {
    ++engine_.steps_;
    return engine_.judge(m_).cost / static_cast<double>(m_);
  }

  bool sparse_input() const { return engine_.sparse_input_; }
  // Multiplications and additions of a pass of layer l, but for those of zeros that it leaves out.
  double operations_forward(Index l) {
    return 2.0 * used_input(l) * static_cast<double>(of_layer(l).n);
  }
  double operations_gradient(Index l) { return operations_forward(l); }
  double operations_backward(Index l) {
    const auto& layer = of_layer(l);
    const kernels::Panels dZ = layer.dZ.view();
    const bool sparse = l < engine_.layers() && engine_.worth_lists(dZ, all(), layer.n_before);
    return 2.0 * used(dZ, sparse) * static_cast<double>(layer.n_before);
  }

 private:
  Examples examples() const { return {images, labels, chosen_}; }
  kernels::Range all() const { return {0, m_}; }
  Engine::LayerState& of_layer(Index l) { return engine_.layer(l); }

  // The numbers of a matrix that a product uses.
  double used(const kernels::Panels& A, bool sparse) const {
    if (!sparse) return static_cast<double>(A.rows * m_);
    Index found = 0;
    for (Index i = 0; i < m_; ++i) {
      for (Index row = 0; row < A.rows; ++row) found += *A.at(row, i) != 0.0F ? 1 : 0;
    }
    return static_cast<double>(found);
  }
  double used_input(Index l) {
    if (l > 1) {
      const kernels::Panels A = of_layer(l - 1).A.view();
      return used(A, engine_.worth_lists(A, all(), of_layer(l).n));
    }
    if (!engine_.sparse_input_) return static_cast<double>(of_layer(1).n_before * m_);
    std::size_t found = 0;
    for (Index i = 0; i < m_; ++i) found += of_layer(1).input.lists.whole(i).size();
    return static_cast<double>(found);
  }

  TrainingSettings settings_;
  ThreadPool pool_;
  Engine engine_;
  Index m_;
  std::vector<std::uint32_t> chosen_;
  Rng rng_{1};
};

std::vector<std::uint8_t> EnginePhases::images;
std::vector<std::uint8_t> EnginePhases::labels;

namespace {

std::unique_ptr<EnginePhases> step;

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* phases_kernels() { return kernels::name(); }

// Room for the data; where its images and its labels begin.
EMSCRIPTEN_KEEPALIVE std::uint8_t* phases_images(int count, int n_0) {
  EnginePhases::images.resize(static_cast<std::size_t>(count) * static_cast<std::size_t>(n_0));
  EnginePhases::labels.resize(static_cast<std::size_t>(count));
  return EnginePhases::images.data();
}
EMSCRIPTEN_KEEPALIVE std::uint8_t* phases_labels() { return EnginePhases::labels.data(); }

// A network of two or three layers with weights; n_3 = 0: two.
EMSCRIPTEN_KEEPALIVE void phases_make(int n_0, int n_1, int n_2, int n_3, int m, int method,
                                      double learning_rate) {
  Network network{.layers = {n_0, n_1, n_2}};
  if (n_3 > 0) network.layers.push_back(n_3);
  step = std::make_unique<EnginePhases>(network, m, static_cast<Method>(method), learning_rate);
}

EMSCRIPTEN_KEEPALIVE void phases_begin() { step->begin(); }
EMSCRIPTEN_KEEPALIVE void phases_input() { step->input(); }
EMSCRIPTEN_KEEPALIVE void phases_forward(int l) { step->forward(l); }
EMSCRIPTEN_KEEPALIVE void phases_head() { step->head(); }
EMSCRIPTEN_KEEPALIVE void phases_backward(int l) { step->backward(l); }
EMSCRIPTEN_KEEPALIVE void phases_gradient(int l) { step->gradient(l); }
EMSCRIPTEN_KEEPALIVE double phases_finish() { return step->finish(); }

EMSCRIPTEN_KEEPALIVE bool phases_sparse_input() { return step->sparse_input(); }
EMSCRIPTEN_KEEPALIVE double phases_operations_forward(int l) { return step->operations_forward(l); }
EMSCRIPTEN_KEEPALIVE double phases_operations_backward(int l) {
  return step->operations_backward(l);
}
EMSCRIPTEN_KEEPALIVE double phases_operations_gradient(int l) {
  return step->operations_gradient(l);
}
}

}  // namespace mlp
