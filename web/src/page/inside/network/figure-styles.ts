// SPDX-License-Identifier: MIT
import { css, unsafeCSS } from 'lit';
import { STRIP_WIDTH } from './geometry.ts';

/** Columns of equal width, one a layer; what is drawn stands on one ground above the controls. */
export const figureStyles = css`
  .scroll {
    overflow-x: auto;
    overflow-y: hidden;
  }

  .figure {
    position: relative;
    min-width: calc(var(--layers) * 5.6rem);
    padding-top: var(--plot);
    --button: max(2.5rem, var(--touch, 2rem));
  }

  .ground,
  svg {
    position: absolute;
    top: 0;
    left: 0;
  }

  .ground {
    width: 100%;
    height: var(--plot);
    border-bottom: 1px solid var(--line);
  }

  /* Lines begin on the pixels that they come from. */
  svg {
    z-index: 1;
    pointer-events: none;
  }

  path {
    fill: none;
    stroke: var(--accent);
  }

  path.against {
    stroke: var(--pencil);
    stroke-dasharray: 5 4;
  }

  text {
    fill: var(--muted);
    font-size: 0.8125rem;
  }

  text.answer {
    fill: var(--ink);
    font-weight: 700;
  }

  ol {
    display: grid;
    grid-template-columns: repeat(var(--layers), minmax(0, 1fr));
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    --middle: calc(100% / var(--layers) * (var(--place) + 0.5));
    display: grid;
    align-content: start;
    padding-top: calc(var(--button) + 0.6rem);
  }

  mlp-layer-strip {
    position: absolute;
    top: calc(var(--plot) - var(--high));
    left: calc(var(--middle) - ${unsafeCSS(STRIP_WIDTH / 2)}px);
    width: ${unsafeCSS(STRIP_WIDTH)}px;
    height: var(--high);
  }

  mlp-layer-strip.image {
    left: calc(var(--middle) - var(--high) / 2);
    width: var(--high);
  }

  mlp-units-handle {
    position: absolute;
    z-index: 2;
    top: calc(var(--plot) - var(--high) - 2.125rem);
    left: calc(var(--middle) - 1.375rem);
  }

  .controls {
    display: grid;
    gap: 0.25rem;
    justify-items: center;
    font-size: 0.875rem;
    text-align: center;
  }

  .name {
    font: italic 1.0625rem/1.2 var(--serif);
  }

  .name sub {
    font-size: 0.7em;
    line-height: 0;
  }

  .pair {
    display: flex;
  }

  .pair button {
    width: var(--button);
    min-height: var(--touch, 2rem);
    padding: 0;
  }

  .pair button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .pair button:last-child {
    margin-inline-start: -1px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  .remove {
    padding-inline: 0.25rem;
    font-size: 0.8125rem;
  }

  /* Between this layer and the next. */
  .add {
    position: absolute;
    top: calc(var(--plot) + 0.3rem);
    left: calc(var(--middle) + 50% / var(--layers));
    min-width: var(--button);
    padding-inline: 0.4rem;
    border-style: dashed;
    font-size: 0.8125rem;
    transform: translateX(-50%);
  }

  @container (max-width: 40rem) {
    .add span {
      display: none;
    }
  }
`;
