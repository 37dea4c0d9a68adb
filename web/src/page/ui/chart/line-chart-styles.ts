// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** The room for the buttons is kept from the start, so that nothing moves when they come. */
export const lineChartStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    container-type: inline-size;
  }

  .chart {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }

  .head {
    --tool-width: 1.625rem;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) calc(6 * var(--tool-width));
    grid-template-rows: minmax(var(--touch-small, 1.5rem), auto);
    grid-template-areas: 'title lines tools';
    gap: 0 0.75rem;
    align-items: center;
  }

  h2 {
    grid-area: title;
  }

  mlp-chart-toolbar {
    grid-area: tools;
  }

  .problem {
    grid-area: tools;
  }

  .lines {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    grid-area: lines;
    justify-content: end;
    font-size: 0.8125rem;
  }

  /* Further runs get a row of their own. */
  .head:has(.many) {
    grid-template-columns: minmax(0, 1fr) auto;
    grid-template-areas: 'title tools' 'lines lines';
  }

  .many {
    justify-content: start;
  }

  .key {
    display: inline-flex;
    gap: 0.35rem;
    align-items: center;
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    white-space: nowrap;
  }

  .key svg {
    width: 1.25rem;
    height: 0.6rem;
  }

  .key path {
    fill: none;
    stroke-width: 2;
  }

  .key[aria-pressed='false'] {
    color: var(--muted);
    text-decoration: line-through;
  }

  .key[aria-pressed='false'] path {
    stroke-opacity: 0.35;
  }

  /* Beside what stands there in place of the title. */
  :host([hide-title]) .head {
    margin-top: -1.75rem;
  }

  .plot {
    position: relative;
    flex: 1;
    min-height: var(--plot-height, 6.5rem);
    margin-top: 0.25rem;
  }

  .box {
    position: absolute;
    inset: 0;
    overflow: hidden;
    touch-action: pan-y;
  }

  .box:focus-visible {
    outline-offset: -1px;
  }

  .u-under {
    border: solid var(--line);
    border-width: 0 0 1px 1px;
  }

  .u-hz .u-cursor-x {
    border-right: 1px solid var(--muted);
  }

  .u-select {
    border: solid var(--muted);
    border-width: 0 1px;
    background: color-mix(in srgb, var(--accent) 14%, transparent);
  }

  .empty {
    position: absolute;
    inset: 0 0 1.5rem 3rem;
    display: grid;
    place-items: center;
    padding: 0.5rem;
    color: var(--muted);
    text-align: center;
    pointer-events: none;
  }

  .empty span {
    padding: 0.1rem 0.5rem;
    background: var(--sheet);
  }

  @container (max-width: 33rem) {
    .head {
      --tool-width: 2rem;
      grid-template-columns: minmax(0, 1fr) calc(6 * var(--tool-width));
      grid-template-areas: 'title tools' 'lines lines';
    }

    .lines {
      justify-content: start;
    }

    .key {
      min-height: 2rem;
    }
  }
`;
