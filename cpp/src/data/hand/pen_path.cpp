// SPDX-License-Identifier: MIT
#include "data/hand/pen_path.h"

#include <cmath>

namespace mlp {
namespace {

// From one waypoint to the next: how far, and in which direction (a vector of length 1).
struct Chord {
  float length;
  Point direction;
};

Chord chord(const Waypoint& a, const Waypoint& b) {
  const float dx = b.x - a.x;
  const float dy = b.y - a.y;
  const float length = std::sqrt(dx * dx + dy * dy);
  if (length == 0.0F) return {0.0F, {0.0F, 0.0F}};
  return {length, {dx / length, dy / length}};
}

// The direction in which a smooth curve passes the waypoint between two chords: nearer to that of
// the shorter chord, so that close waypoints bend the curve without making it swing out.
Point tangent(const Chord& in, const Chord& out) {
  const float both = in.length + out.length;
  const float t = both > 0.0F ? in.length / both : 0.5F;
  return {in.direction.x + (out.direction.x - in.direction.x) * t,
          in.direction.y + (out.direction.y - in.direction.y) * t};
}

// Appends the cubic Hermite curve from a to b that leaves and arrives in these directions, without
// a itself.
void append_piece(const Waypoint& a, const Point& leave, const Waypoint& b, const Point& arrive,
                  float length, float points_per_unit, Stroke& stroke) {
  const int steps = 1 + static_cast<int>(length * points_per_unit);
  for (int i = 1; i <= steps; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(steps);
    const float r = 1.0F - t;
    const float to_b = t * t * (3.0F - 2.0F * t);
    const float along_leave = length * t * r * r;
    const float along_arrive = -length * t * t * r;
    stroke.push_back({a.x + (b.x - a.x) * to_b + leave.x * along_leave + arrive.x * along_arrive,
                      a.y + (b.y - a.y) * to_b + leave.y * along_leave + arrive.y * along_arrive});
  }
}

}  // namespace

void trace(std::span<const Waypoint> waypoints, float points_per_unit, Stroke& stroke) {
  stroke.clear();
  if (waypoints.empty()) return;
  stroke.push_back({waypoints[0].x, waypoints[0].y});
  if (waypoints.size() == 1) return;
  Chord in = chord(waypoints[0], waypoints[1]);
  Point leave = in.direction;
  for (std::size_t i = 1; i < waypoints.size(); ++i) {
    const bool last = i + 1 == waypoints.size();
    const Chord out = last ? in : chord(waypoints[i], waypoints[i + 1]);
    const bool smooth = waypoints[i].join == Join::kSmooth;
    const Point arrive = smooth ? tangent(in, out) : in.direction;
    append_piece(waypoints[i - 1], leave, waypoints[i], arrive, in.length, points_per_unit, stroke);
    leave = smooth ? arrive : out.direction;
    in = out;
  }
}

}  // namespace mlp
