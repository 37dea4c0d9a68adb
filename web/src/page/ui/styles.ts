// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Colours and measures. Light is paper and ink, dark is blackboard and chalk. */
export const tokens = css`
  :host {
    --paper: #fbf8f1;
    --sheet: #fffefa;
    --squares: #e3eaf3;
    --ink: #20242e;
    --muted: #5a6070;
    --line: #d8d2c4;
    --accent: #1c4fa0;
    --on-accent: #fffefa;
    --pencil: #b3261e;
    --bar: #b9c3d3;
    --square: 12px;
    --font: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;
    --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, 'Liberation Serif', serif;
    color-scheme: light;
  }

  :host([theme='dark']) {
    --paper: #1d2522;
    --sheet: #222c28;
    --squares: #2d3934;
    --ink: #eef0ea;
    --muted: #abb6ae;
    --line: #414e48;
    --accent: #a9d1ff;
    --on-accent: #16202b;
    --pencil: #ffa797;
    --bar: #56655e;
    color-scheme: dark;
  }

  /* The person's own colours, also for what is drawn on a canvas. */
  @media (forced-colors: active) {
    :host,
    :host([theme]) {
      --paper: Canvas;
      --sheet: Canvas;
      --squares: GrayText;
      --ink: CanvasText;
      --muted: CanvasText;
      --line: GrayText;
      --accent: Highlight;
      --on-accent: HighlightText;
      --pencil: CanvasText;
      --bar: GrayText;
    }
  }
`;

/** What every component looks like. */
export const base = css`
  :host {
    box-sizing: border-box;
    display: block;
    min-width: 0;
    font-variant-numeric: tabular-nums;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3 {
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.3;
  }

  p {
    margin: 0;
  }

  .quiet {
    color: var(--muted);
    font-size: 0.8125rem;
  }

  .problem {
    color: var(--pencil);
    font-size: 0.8125rem;
  }

  .hidden-visually {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  button,
  input,
  select {
    border: 1px solid var(--line);
    border-radius: 4px;
    background: var(--sheet);
    color: var(--ink);
    font: inherit;
    font-variant-numeric: tabular-nums;
  }

  button {
    min-height: var(--touch, 2rem);
    padding: 0.2rem var(--button-space, 0.75rem);
    cursor: pointer;
  }

  button:hover:not(:disabled),
  select:hover:not(:disabled),
  input:hover:not(:disabled) {
    border-color: var(--muted);
  }

  button:disabled,
  input:disabled,
  select:disabled {
    color: var(--muted);
    cursor: default;
    opacity: 0.7;
  }

  button.plain {
    border-color: transparent;
    background: none;
    color: var(--accent);
  }

  button.plain:hover:not(:disabled) {
    border-color: var(--line);
  }

  input:not([type='radio']),
  select {
    min-height: var(--touch, 2rem);
    padding: 0.15rem 0.5rem;
  }

  input[type='radio'] {
    width: 1.05rem;
    height: 1.05rem;
    margin: 0;
    accent-color: var(--accent);
  }

  input[aria-invalid='true'] {
    border-color: var(--pencil);
    box-shadow: inset 0 -2px 0 var(--pencil);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  summary {
    width: fit-content;
    min-height: var(--touch, auto);
    color: var(--accent);
    cursor: pointer;
  }

  progress {
    display: block;
    width: 100%;
    height: 6px;
    border: 0;
    border-radius: 3px;
    appearance: none;
    background: var(--line);
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--line);
  }

  progress::-webkit-progress-value {
    background: var(--accent);
  }

  progress::-moz-progress-bar {
    background: var(--accent);
  }

  /* Where colour is all that is seen of a thing, it stays. */
  @media (forced-colors: active) {
    progress,
    .filled {
      forced-color-adjust: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      scroll-behavior: auto !important;
      transition: none !important;
    }
  }
`;

/** Squared paper, where something is drawn. */
export const squared = css`
  .squared {
    background-color: var(--sheet);
    background-image:
      linear-gradient(var(--squares) 1px, transparent 1px),
      linear-gradient(90deg, var(--squares) 1px, transparent 1px);
    background-size: var(--square) var(--square);
  }
`;
