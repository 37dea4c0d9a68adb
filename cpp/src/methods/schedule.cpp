// SPDX-License-Identifier: MIT
#include "mlp/methods/schedule.h"

#include <algorithm>

#include "mlp/base/portable_math.h"

namespace mlp {
namespace {

constexpr double kOneCycleStart = 1.0 / 25.0;
constexpr double kOneCycleEnd = 1.0 / 250000.0;
constexpr double kOneCyclePeak = 0.3;  // of the run

// From `begin` at t = 0 to `end` at t = 1 along half a cosine.
double half_cosine(double begin, double end, double t) {
  return end + (begin - end) * 0.5 * (1.0 + portable::cos_pi(std::clamp(t, 0.0, 1.0)));
}

double cosine(const Schedule& schedule, Index update) {
  if (update < schedule.warm_up) {
    return static_cast<double>(update + 1) / static_cast<double>(schedule.warm_up);
  }
  const auto length = static_cast<double>(std::max<Index>(schedule.total - schedule.warm_up, 1));
  // The last update still moves: it is the one before the curve reaches 0.
  return half_cosine(1.0, 0.0, static_cast<double>(update - schedule.warm_up) / length);
}

double one_cycle(const Schedule& schedule, Index update) {
  const auto last = static_cast<double>(std::max<Index>(schedule.total - 1, 1));
  const double peak = std::max(kOneCyclePeak * static_cast<double>(schedule.total) - 1.0, 1.0);
  const auto t = static_cast<double>(update);
  if (t <= peak) return half_cosine(kOneCycleStart, 1.0, t / peak);
  return half_cosine(1.0, kOneCycleEnd, (t - peak) / std::max(last - peak, 1.0));
}

}  // namespace

double rate(const Schedule& schedule, Index update) {
  const Index u = std::clamp<Index>(update, 0, schedule.total - 1);
  switch (schedule.curve) {
    case Curve::kConstant:
      return 1.0;
    case Curve::kStep: {
      double share = 1.0;
      for (Index done = schedule.every; done <= u; done += schedule.every) share *= schedule.factor;
      return share;
    }
    case Curve::kCosine:
      return cosine(schedule, u);
    case Curve::kOneCycle:
      return one_cycle(schedule, u);
  }
  return 1.0;
}

}  // namespace mlp
