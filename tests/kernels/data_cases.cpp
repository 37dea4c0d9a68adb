// SPDX-License-Identifier: MIT
// The kernels that fetch images and list numbers: n_0 is n_before.
#include <cmath>

#include "kernels/twins.h"
#include "operands.h"

namespace mlp::kernels {
namespace {

// More images than are chosen, a share of their bytes not zero.
struct Images {
  explicit Images(const Sizes& sizes)
      : n_0(sizes.n_before),
        m(sizes.m),
        bytes(static_cast<std::size_t>(n_0 * (m + 3))),
        chosen(static_cast<std::size_t>(m)) {
    Rng rng(7, 21);
    for (std::uint8_t& byte : bytes) {
      const bool zero = rng.uniform() >= sizes.density;
      const auto value = static_cast<std::uint8_t>(1 + rng.below(255));
      byte = zero ? std::uint8_t{0} : value;
    }
    for (std::uint32_t& image : chosen) image = rng.below(static_cast<std::uint32_t>(m + 3));
  }

  Index n_0, m;
  std::vector<std::uint8_t> bytes;
  std::vector<std::uint32_t> chosen;
};

class GatherCase : public Case {
 public:
  explicit GatherCase(const Sizes& sizes)
      : images_(sizes), X_(random_panels(images_.n_0, room(images_.m), 1)), twin_X_(X_) {}

  Range range() const override { return {0, images_.m}; }
  void run(Range part) override { gather(images_.bytes, images_.chosen, X_.view(), part); }
  void run_twin() override { twin::gather(images_.bytes, images_.chosen, twin_X_.view(), range()); }

  std::vector<Written> written() const override {
    const Matrix<double> exact = Matrix<double>::Zero(images_.n_0, images_.m);
    return {make_written("X", X_, twin_X_, images_.m, exact)};
  }

  bool run_eigen() override {
    using Bytes = Eigen::Matrix<std::uint8_t, Eigen::Dynamic, 1>;
    eigen_X_.resize(images_.n_0, images_.m);
    for (Index i = 0; i < images_.m; ++i) {
      const auto image = static_cast<Index>(images_.chosen[static_cast<std::size_t>(i)]);
      const Index at = image * images_.n_0;
      eigen_X_.col(i) =
          Eigen::Map<const Bytes>(images_.bytes.data() + at, images_.n_0).cast<float>() *
          (1.0F / 255.0F);
    }
    return true;
  }

 private:
  Images images_;
  PanelMatrix X_, twin_X_;
  Matrix<float> eigen_X_;
};

// Lists as matrices: number k of a line in row k, its place and its value.
std::vector<Written> written_lists(const EntryLists& kernel, const EntryLists& twin, Index lines) {
  const auto longest = [&](const EntryLists& lists) {
    std::size_t length = 0;
    for (Index line = 0; line < lines; ++line) {
      length = std::max(length, lists.whole(line).size());
    }
    return static_cast<Index>(length);
  };
  const Index rows = std::max(longest(kernel), longest(twin));
  const auto matrix = [&](const EntryLists& lists, auto number) {
    Matrix<double> numbers = Matrix<double>::Constant(rows, lines, -1.0);
    for (Index line = 0; line < lines; ++line) {
      Index k = 0;
      for (const Entry& entry : lists.whole(line)) numbers(k++, line) = number(entry);
    }
    return numbers;
  };
  const auto place = [](const Entry& entry) { return static_cast<double>(entry.offset); };
  const auto value = [](const Entry& entry) { return static_cast<double>(entry.value); };
  const Matrix<double> exact = Matrix<double>::Zero(rows, lines);
  return {{"places", matrix(kernel, place), matrix(twin, place), exact},
          {"values", matrix(kernel, value), matrix(twin, value), exact}};
}

class ListImagesCase : public Case {
 public:
  explicit ListImagesCase(const Sizes& sizes)
      : images_(sizes), mine_(images_.n_0, room(images_.m)), twins_(mine_) {}

  Range range() const override { return {0, images_.m}; }
  void run(Range part) override {
    list_columns(images_.bytes, images_.chosen, images_.n_0, part, mine_);
  }
  void run_twin() override {
    twin::list_columns(images_.bytes, images_.chosen, images_.n_0, range(), twins_);
  }
  std::vector<Written> written() const override {
    return written_lists(mine_.lists, twins_.lists, images_.m);
  }

 private:
  Images images_;
  SparseColumns mine_, twins_;
};

class ListColumnsCase : public Case {
 public:
  explicit ListColumnsCase(const Sizes& sizes)
      : m_(sizes.m),
        A_(random_panels(sizes.n_before, room(m_), 1, sizes.density)),
        mine_(sizes.n_before, room(m_)),
        twins_(mine_) {}

  Range range() const override { return {0, m_}; }
  void run(Range part) override { list_columns(A_.view(), part, mine_); }
  void run_twin() override { twin::list_columns(A_.view(), range(), twins_); }
  std::vector<Written> written() const override {
    return written_lists(mine_.lists, twins_.lists, m_);
  }

 private:
  Index m_;
  PanelMatrix A_;
  SparseColumns mine_, twins_;
};

class ListRowsCase : public Case {
 public:
  explicit ListRowsCase(const Sizes& sizes)
      : m_(sizes.m),
        A_(random_panels(sizes.n_before, room(m_), 1, sizes.density)),
        mine_(sizes.n_before, room(m_)),
        twins_(mine_) {}

  Range range() const override { return {0, A_.rows()}; }
  void run(Range part) override { list_rows(A_.view(), m_, part, mine_); }
  void run_twin() override { twin::list_rows(A_.view(), m_, range(), twins_); }
  std::vector<Written> written() const override {
    return written_lists(mine_.lists, twins_.lists, A_.rows());
  }

 private:
  Index m_;
  PanelMatrix A_;
  SparseRows mine_, twins_;
};

class ListRowsFromColumnsCase : public Case {
 public:
  explicit ListRowsFromColumnsCase(const Sizes& sizes)
      : images_(sizes),
        columns_(images_.n_0, room(images_.m)),
        mine_(images_.n_0, room(images_.m)),
        twins_(mine_) {
    list_columns(images_.bytes, images_.chosen, images_.n_0, {0, images_.m}, columns_);
  }

  Range range() const override { return {0, images_.n_0}; }
  Index grain() const override { return kGroup; }
  void run(Range part) override { list_rows(columns_, images_.m, part, mine_); }
  void run_twin() override { twin::list_rows(columns_, images_.m, range(), twins_); }
  std::vector<Written> written() const override {
    return written_lists(mine_.lists, twins_.lists, images_.n_0);
  }

 private:
  Images images_;
  SparseColumns columns_;
  SparseRows mine_, twins_;
};

// The kernel looks at some columns, 4 at least: by the look of k random numbers a share is off by 5
// times sqrt(1/4 / k) once in a million times.
class DensityCase : public Case {
 public:
  DensityCase(const Sizes& sizes, bool of_images)
      : of_images_(of_images),
        images_(sizes),
        A_(random_panels(images_.n_0, room(images_.m), 1, sizes.density)) {}

  Range range() const override { return {0, 1}; }
  void run(Range) override {
    density_ = of_images_ ? density(images_.bytes, images_.chosen, images_.n_0)
                          : density(A_.view(), {0, images_.m});
  }
  void run_twin() override {
    twin_density_ = of_images_ ? twin::density(images_.bytes, images_.chosen, images_.n_0)
                               : twin::density(A_.view(), {0, images_.m});
  }
  std::vector<Written> written() const override {
    const auto one = [](double value) { return Matrix<double>::Constant(1, 1, value); };
    const auto looked = static_cast<double>(std::min<Index>(images_.m, 4) * images_.n_0);
    const double bound = images_.m <= 4 ? 1e-15 : 5.0 * 0.5 / std::sqrt(looked);
    return {{"density", one(density_), one(twin_density_), one(bound)}};
  }

 private:
  bool of_images_;
  Images images_;
  PanelMatrix A_;
  double density_ = -1.0;
  double twin_density_ = -1.0;
};

template <typename Of, typename... Arguments>
KernelCase make_case(const std::string& name, Arguments... arguments) {
  const auto make = [arguments...](const Sizes& sizes) {
    return std::make_unique<Of>(sizes, arguments...);
  };
  return {name, make, true};
}

}  // namespace

std::vector<KernelCase> data_cases() {
  return {
      make_case<GatherCase>("gather"),
      make_case<ListImagesCase>("list columns of images"),
      make_case<ListColumnsCase>("list columns"),
      make_case<ListRowsCase>("list rows"),
      make_case<ListRowsFromColumnsCase>("list rows from columns"),
      make_case<DensityCase>("density", false),
      make_case<DensityCase>("density of images", true),
  };
}

}  // namespace mlp::kernels
