// SPDX-License-Identifier: MIT
// Strokes in the two forms that the library takes: x and y by turns, and points with a pressure.
import type { Stroke, StrokePoint } from '../../lib/strokes.ts';

export function pointsOf(stroke: Stroke): readonly StrokePoint[] {
  if (isPoints(stroke)) return stroke;
  const points: StrokePoint[] = [];
  for (let i = 0; i + 1 < stroke.length; i += 2) {
    points.push({ x: stroke[i] ?? 0, y: stroke[i + 1] ?? 0 });
  }
  return points;
}

/** A copy that takes little room: points only where the pen told its pressure. */
export function compactStroke(stroke: Stroke): Stroke {
  const points = pointsOf(stroke);
  return hasPressure(points) ? points.map((point) => ({ ...point })) : xAndY(points);
}

/** x and y by turns. */
const xAndY = (points: readonly StrokePoint[]): number[] => points.flatMap(({ x, y }) => [x, y]);

/** Whether a pen that measures it drew the stroke. */
export const hasPressure = (points: readonly StrokePoint[]): boolean =>
  points.some(({ pressure }) => pressure !== undefined);

const isPoints = (stroke: Stroke): stroke is readonly StrokePoint[] =>
  typeof stroke[0] === 'object';
