// SPDX-License-Identifier: MIT
// predict.cpp: the network by the verbs of the notes, on Eigen.
import type { Activation } from '../../../settings.ts';

/** What differs from network to network; texts are escaped already. */
export interface CppParts {
  /** Lines of the comment at the top. */
  readonly about: readonly string[];
  readonly layers: readonly number[];
  readonly hidden: Activation;
  readonly output: 'softmax' | 'sigmoid';
  readonly positive: number;
  /** Literals of the names. */
  readonly names: readonly string[];
}

/** g(z), number by number of the array z. */
const G: Readonly<Record<Activation, string>> = {
  relu: 'z.max(0.0F)',
  leakyRelu: '(z > 0.0F).select(z, 0.01F * z)',
  tanh: 'z.tanh()',
  sigmoid: '1.0F / (1.0F + (-z).exp())',
  gelu: '0.5F * z * (1.0F + (0.7978845608F * (z + 0.044715F * z.cube())).tanh())',
};

const END = {
  softmax: `// Softmax: p_k = e^(z_k) / sum e^(z), column by column, with the largest z taken off first.
Matrix output(const Matrix& Z) {
  const Matrix E = (Z.rowwise() - Z.colwise().maxCoeff()).array().exp();
  return E.array().rowwise() / E.colwise().sum().array();
}

// Which answer is it? The number of its name in kNames.
int predict(const Matrix& A, Eigen::Index example) {
  Eigen::Index best = 0;
  A.col(example).maxCoeff(&best);
  return static_cast<int>(best);
}`,
  sigmoid: `// Sigmoid: the probability of yes.
Matrix output(const Matrix& Z) { return 1.0F / (1.0F + (-Z.array()).exp()); }

// Which answer is it? 1 for yes, 0 for no: the number of its name in kNames.
int predict(const Matrix& A, Eigen::Index example) { return A(0, example) >= 0.5F ? 1 : 0; }`,
} as const;

export const CMAKE = `# SPDX-License-Identifier: MIT
# cmake -B build -D CMAKE_BUILD_TYPE=Release && cmake --build build && ./predict
cmake_minimum_required(VERSION 3.14)
project(predict CXX)
find_package(Eigen3 REQUIRED NO_MODULE)
add_executable(predict predict.cpp)
target_link_libraries(predict PRIVATE Eigen3::Eigen)
target_compile_features(predict PRIVATE cxx_std_17)
# Beside the files that it reads.
set_target_properties(predict PROPERTIES RUNTIME_OUTPUT_DIRECTORY "\${CMAKE_SOURCE_DIR}")
`;

export const predictCpp = ({
  about,
  layers,
  hidden,
  output,
  positive,
  names,
}: CppParts): string => `\
// SPDX-License-Identifier: MIT
//
${about.map((line) => `// ${line}`).join('\n')}
//
// ./predict                  the example beside it, and whether it is answered as expected
// ./predict IMAGES           answers and probabilities, a line for each image
// ./predict IMAGES LABELS    how many are answered correctly
// IMAGES and LABELS are IDX files, such as MNIST's t10k-images-idx3-ubyte, not gzipped.
#include <Eigen/Core>
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

using Matrix = Eigen::MatrixXf;
using Bytes = std::vector<std::uint8_t>;

const std::vector<Eigen::Index> kLayers = {${layers.join(', ')}};  // n_0 ... n_L
const std::vector<const char*> kNames = {
    ${names.join(',\n    ')},
};

struct Layer {
  Matrix W;           // (n_l, n_{l-1})
  Eigen::VectorXf b;  // (n_l)
};

// Bytes of m images, one after another, as X (n_0, m), one example per column.
Matrix reshape(const Bytes& images) {
  using ByteMatrix = Eigen::Matrix<std::uint8_t, Eigen::Dynamic, Eigen::Dynamic>;
  const auto m = static_cast<Eigen::Index>(images.size()) / kLayers.front();
  return Eigen::Map<const ByteMatrix>(images.data(), kLayers.front(), m).cast<float>() / 255.0F;
}

// The activation of the hidden layers.
Matrix g(const Matrix& Z) {
  const auto z = Z.array();
  return ${G[hidden]};
}

${END[output]}

// Probabilities A_L (n_L, m) of the examples X (n_0, m).
Matrix forward(const std::vector<Layer>& parameters, const Matrix& X) {
  Matrix A = X;
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    // Z_l = W_l A_{l-1} + b_l
    const Matrix Z = (parameters[l - 1].W * A).colwise() + parameters[l - 1].b;
    A = l < parameters.size() ? g(Z) : output(Z);
  }
  return A;
}

Bytes read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + ": cannot be read; run this beside its files");
  return Bytes(std::istreambuf_iterator<char>(file), {});
}

// W_1, b_1, W_2 ... as float32, little-endian, the matrices column after column.
std::vector<Layer> read_weights(const std::string& path) {
  const Bytes bytes = read_file(path);
  std::vector<float> numbers(bytes.size() / sizeof(float));
  std::copy_n(bytes.data(), numbers.size() * sizeof(float),
              reinterpret_cast<std::uint8_t*>(numbers.data()));
  std::vector<Layer> parameters;
  std::size_t at = 0;
  for (std::size_t l = 1; l < kLayers.size(); ++l) {
    const Eigen::Index rows = kLayers[l];
    const Eigen::Index columns = kLayers[l - 1];
    if (at + static_cast<std::size_t>(rows * (columns + 1)) > numbers.size()) {
      throw std::runtime_error(path + ": is cut off");
    }
    const float* W = numbers.data() + at;
    const float* b = W + rows * columns;
    parameters.push_back({Eigen::Map<const Matrix>(W, rows, columns),
                          Eigen::Map<const Eigen::VectorXf>(b, rows)});
    at += static_cast<std::size_t>(rows * (columns + 1));
  }
  return parameters;
}

// The bytes after the header of an IDX file of bytes; \`each\`: of one image, or 1 for labels.
Bytes read_idx(const std::string& path, Eigen::Index each) {
  Bytes bytes = read_file(path);
  const std::size_t header = bytes.size() < 4 ? 0 : 4 + 4 * std::size_t{bytes[3]};
  const auto size = static_cast<std::size_t>(each);
  if (header == 0 || bytes.size() < header || bytes[0] != 0 || bytes[1] != 0 || bytes[2] != 8 ||
      (bytes.size() - header) % size != 0) {
    throw std::runtime_error(path + ": is no IDX file of bytes, " + std::to_string(each) +
                             " for each example");
  }
  bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(header));
  return bytes;
}

int check_example(const Matrix& A) {
  std::ifstream file("expected.txt");
  int expected = -1;
  file >> expected;
  float difference = 0.0F;
  for (Eigen::Index k = 0; k < A.rows(); ++k) {
    float p = 2.0F;  // where the file ends too early
    file >> p;
    difference = std::max(difference, std::abs(p - A(k, 0)));
  }
  const int answer = predict(A, 0);
  std::printf("The example is answered with '%s' (number %d).\\n",
              kNames[static_cast<std::size_t>(answer)], answer);
  std::printf("Largest difference from what is expected: %.1e\\n", static_cast<double>(difference));
  const bool right = answer == expected && difference < 1e-5F;
  std::puts(right ? "This is as expected." : "This is NOT as expected.");
  return right ? 0 : 1;
}

int run(const std::vector<std::string>& files) {
  const std::vector<Layer> parameters = read_weights("weights.bin");
  const std::string images = files.empty() ? "example-idx3-ubyte" : files[0];
  const Matrix A = forward(parameters, reshape(read_idx(images, kLayers.front())));
  if (files.empty()) return check_example(A);
  const Bytes labels = files.size() > 1 ? read_idx(files[1], 1) : Bytes();
  if (files.size() > 1 && static_cast<Eigen::Index>(labels.size()) != A.cols()) {
    throw std::runtime_error(files[1] + ": has not as many labels as there are images");
  }
  Eigen::Index correct = 0;
  for (Eigen::Index i = 0; i < A.cols(); ++i) {
    const int answer = predict(A, i);
    if (!labels.empty()) {
      const int label = labels[static_cast<std::size_t>(i)];
      correct += answer == ${output === 'softmax' ? 'label' : `(label == ${positive} ? 1 : 0)`} ? 1 : 0;
      continue;
    }
    std::printf("%d", answer);
    for (Eigen::Index k = 0; k < A.rows(); ++k) std::printf(" %.7f", static_cast<double>(A(k, i)));
    std::printf("\\n");
  }
  if (!labels.empty()) {
    const double share = static_cast<double>(correct) / static_cast<double>(A.cols());
    std::printf("accuracy: %.4f (%td of %td correct)\\n", share, correct, A.cols());
  }
  return 0;
}

int main(int count, char** arguments) {
  try {
    return run(std::vector<std::string>(arguments + 1, arguments + count));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\\n", error.what());
    return 1;
  }
}
`;
