// SPDX-License-Identifier: MIT
// A chart as a drawing, from its numbers.
import { X_AXIS } from '../axis.ts';
import { LINES } from '../texts.ts';
import type { ChartLine } from '../line-chart-options.ts';
import type { PictureLine } from '../picture.ts';
import { RAW_ALPHA, RAW_WIDTH } from '../plotted.ts';
import type { Column } from '../smooth.ts';
import { type Frame, frame, HEIGHT, PLOT, WIDTH } from './frame.ts';
import { keyRows, LETTER } from './key-rows.ts';
import type { Saved } from './saved.ts';
import { logTicks, ticks } from '../ticks.ts';
import { element, text } from './xml.ts';

const TITLE = 34;
const KEY = 58;
const KEY_ROW = 20;

export function toSvg(saved: Saved): string {
  const { host, picture } = saved;
  const colour = (token: string) => host.colour(token).trim();
  const shown = picture.lines.filter((line) => line.shown);
  const rows = keyRows(shown);
  const at = frame(saved, KEY + rows.length * KEY_ROW);
  const all = [
    element('title', {}, text(host.label)),
    element('rect', { width: WIDTH, height: HEIGHT, fill: colour('--paper') }),
    element(
      'text',
      { x: PLOT.left, y: TITLE, 'font-size': 18, 'font-weight': 600, fill: colour('--ink') },
      text(host.label),
    ),
    ...rows.flatMap((row, i) =>
      row.map(({ left, line }) => keyEntry(line, left, KEY + i * KEY_ROW, colour)),
    ),
    axes(saved, at, colour),
    clip(at),
    element(
      'g',
      { 'clip-path': 'url(#plot)', fill: 'none', 'stroke-linejoin': 'round' },
      ...marks(saved, at, colour),
      ...shown.map((line) => curve(picture.xs, line, at, colour)),
    ),
    ...shown.map((line) => letter(saved, line, at, colour)),
  ];
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: WIDTH,
    height: HEIGHT,
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    'font-family': 'system-ui, sans-serif',
    'font-size': 13,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', root, ...all)}\n`;
}

type Colour = (token: string) => string;

const nameOf = ({ letter, name }: PictureLine): string =>
  letter ? LINES.letter(letter, name) : name;

function keyEntry(line: PictureLine, left: number, y: number, colour: Colour): string {
  return element(
    'g',
    {},
    element('path', { d: `M${left} ${y - 4}h24`, ...strokeOf(line.style, colour) }),
    element('text', { x: left + 30, y, fill: colour('--ink') }, text(nameOf(line))),
  );
}

function axes(saved: Saved, at: Frame, colour: Colour): string {
  const { host, window, log } = saved;
  const xs = ticks(window[0], window[1], 12, 1);
  const ys = log ? logTicks(at.low, at.high, 0.08) : ticks(at.low, at.high, 7);
  const muted = colour('--muted');
  const middle = (PLOT.left + PLOT.right) / 2;
  return element(
    'g',
    { fill: muted },
    element('rect', {
      x: PLOT.left,
      y: at.top,
      width: PLOT.right - PLOT.left,
      height: PLOT.bottom - at.top,
      fill: colour('--sheet'),
    }),
    ...ys.map((value) => {
      const y = round(at.y(value));
      return (
        element('path', { d: `M${PLOT.left} ${y}H${PLOT.right}`, stroke: colour('--line') }) +
        element(
          'text',
          { x: PLOT.left - 8, y: y + 4, 'text-anchor': 'end' },
          text(host.format(value)),
        )
      );
    }),
    ...xs.map((value) =>
      element(
        'text',
        { x: round(at.x(value)), y: PLOT.bottom + 20, 'text-anchor': 'middle' },
        text(String(value)),
      ),
    ),
    element('path', {
      d: `M${PLOT.left} ${at.top}V${PLOT.bottom}H${PLOT.right}`,
      stroke: muted,
      fill: 'none',
    }),
    element(
      'text',
      { x: middle, y: HEIGHT - 12, 'text-anchor': 'middle' },
      text(host.xLabel || X_AXIS),
    ),
  );
}

function clip(at: Frame): string {
  const { left, right, bottom } = PLOT;
  const box = { x: left, y: at.top, width: right - left, height: bottom - at.top };
  return element('clipPath', { id: 'plot' }, element('rect', box));
}

function marks({ host }: Saved, at: Frame, colour: Colour): string[] {
  return host.marks.map((mark, i) => {
    const x = round(at.x(mark.x));
    const y = at.top + 14 + 16 * (i % 4);
    return (
      element('path', {
        d: `M${x} ${at.top}V${PLOT.bottom}`,
        stroke: colour('--ink'),
        'stroke-dasharray': '1 3',
      }) + element('text', { ...beside(x, mark.text), y, fill: colour('--ink') }, text(mark.text))
    );
  });
}

/** Right of the mark, or left of it where there is more room. */
const beside = (x: number, words: string) =>
  x + LETTER * words.length > PLOT.right ? { x: x - 5, 'text-anchor': 'end' } : { x: x + 5 };

function curve(xs: readonly number[], line: PictureLine, at: Frame, colour: Colour): string {
  const { style, values, smoothed } = line;
  const main = strokeOf(style, colour);
  if (!smoothed) return path(xs, values, at, main) + points(xs, line, at, colour);
  const thin = { ...main, 'stroke-width': RAW_WIDTH, 'stroke-opacity': RAW_ALPHA };
  return path(xs, values, at, thin) + path(xs, smoothed, at, main);
}

function path(xs: readonly number[], values: Column, at: Frame, attributes: object): string {
  const places = values.flatMap((value, i) =>
    value === null || !Number.isFinite(at.y(value))
      ? []
      : [`${round(at.x(xs[i] ?? 0))} ${round(at.y(value))}`],
  );
  return places.length > 0 ? element('path', { d: `M${places.join('L')}`, ...attributes }) : '';
}

function points(xs: readonly number[], line: PictureLine, at: Frame, colour: Colour): string {
  const { style, values } = line;
  if (!style.points || values.length > 100) return '';
  return values
    .map((value, i) =>
      value === null
        ? ''
        : element('circle', {
            cx: round(at.x(xs[i] ?? 0)),
            cy: round(at.y(value)),
            r: 2.5,
            fill: colour(style.colour),
          }),
    )
    .join('');
}

/** At the last point of another run that is within the plot. */
function letter(saved: Saved, line: PictureLine, at: Frame, colour: Colour): string {
  const { picture, window } = saved;
  const values = line.smoothed ?? line.values;
  const last = values.findLastIndex((value, i) => {
    const x = picture.xs[i] ?? 0;
    return value !== null && x >= window[0] && x <= window[1];
  });
  const value = values[last];
  if (!line.letter || value === null || value === undefined) return '';
  const x = Math.min(round(at.x(picture.xs[last] ?? 0)) + 5, PLOT.right + 6);
  const attributes = { 'font-weight': 600, fill: colour('--ink') };
  return element('text', { x, y: round(at.y(value)) + 4, ...attributes }, text(line.letter));
}

function strokeOf({ colour: token, width, dash }: ChartLine, colour: Colour) {
  return {
    stroke: colour(token),
    'stroke-width': width,
    ...(dash.length > 0 ? { 'stroke-dasharray': dash.join(' ') } : {}),
  };
}

const round = (value: number): number => Math.round(100 * value) / 100;
