// SPDX-License-Identifier: MIT
import { css } from 'lit';

/**
 * Where things are. The order in the document is that of a narrow screen: what one does first comes
 * first; wide-layout.ts has the columns of wider ones. Sizes follow the element's own width, so that it also fits a lesson's column.
 */
export const narrow = css`
  /* What is inherited by text, of whatever page the lab stands in. */
  :host {
    display: flex;
    flex-direction: column;
    container-type: inline-size;
    background: var(--paper);
    color: var(--ink);
    font: 400 0.9375rem/1.45 var(--font);
    font-feature-settings: normal;
    direction: ltr;
    writing-mode: horizontal-tb;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
    overflow-wrap: normal;
    word-break: normal;
    hyphens: manual;
    list-style: disc;
    quotes: auto;
    cursor: auto;
    visibility: visible;
  }

  .page {
    display: flex;
    flex: 1;
    flex-direction: column;
    width: 100%;
    max-width: 100rem;
    margin-inline: auto;
    padding-inline: 1rem;
    --touch: 2.75rem;
    --touch-small: 2.75rem;
    --digit-columns: 5;
    --pad-side: 22rem;
  }

  .main {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1fr);
    grid-template-areas: 'run' 'progress' 'accuracy' 'pad' 'charts' 'settings';
    gap: 1.25rem;
    align-content: start;
    padding-block: 1rem;
  }

  .run {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.75rem 0.25rem;
    grid-area: run;
    align-items: start;
  }

  .run mlp-data-status {
    grid-column: 1 / -1;
  }

  .run .number {
    margin-top: 0.625rem;
  }

  /* Another view takes the place of all but the pad and what runs; 'Step by step' of that too. */
  mlp-view-slot,
  .main.other > :not(.pad, .run, mlp-run-progress),
  .main.notes > :is(.run, mlp-run-progress) {
    display: none;
  }

  mlp-view-slot.over,
  .main.other > mlp-view-slot[active] {
    display: block;
    grid-area: view;
    min-width: 0;
  }

  .main.other {
    grid-template-areas: 'run' 'progress' 'pad' 'view';
  }

  .main.other .pad {
    grid-template-columns: min(14rem, 63%) minmax(0, 1fr);
    --pad-side: 100%;
    --share-space: normal;
  }

  .main.other .pad mlp-prediction-view {
    grid-template-columns: minmax(0, 1fr);
  }

  .main.other :is(.pad mlp-probability-list, .number, mlp-pad-options),
  .main.other:not(.data) .pad mlp-correction {
    display: none;
  }

  .main.other .pad mlp-correction {
    grid-column: 1 / -1;
  }

  .main.other .pad h2 {
    font-size: 0.875rem;
    white-space: nowrap;
  }

  mlp-run-progress,
  .early {
    grid-area: progress;
    align-content: start;
    min-height: 2.5rem;
  }

  /* As high as with what the run comes to, three lines at 390 px: nothing may move under the pen. */
  mlp-run-progress[run='training'] {
    min-height: 7.9375rem;
  }

  mlp-test-accuracy {
    grid-area: accuracy;
  }

  .pad {
    display: grid;
    gap: 1rem;
    grid-area: pad;
    align-content: start;
  }

  .charts {
    display: grid;
    gap: 1.25rem;
    grid-area: charts;
    min-width: 0;
    --plot-height: 11rem;
  }

  /* Keeps its place until it is loaded. */
  mlp-line-chart:not(:defined) {
    min-height: calc(var(--plot-height) + 1.75rem);
  }

  mlp-correction:not(:defined) {
    display: block;
    min-height: calc(2 * var(--touch) + 2 * var(--touch-small) + 0.5rem);
  }

  mlp-epoch-table {
    max-height: 16rem;
  }

  .settings {
    grid-area: settings;
    padding-top: 1rem;
    border-top: 1px solid var(--line);
  }

  mlp-yes-no-panel {
    grid-column: 1 / -1;
  }

  .settings > summary {
    align-content: center;
    font-weight: 600;
  }

  .settings[open] > summary {
    margin-bottom: 0.5rem;
  }

  .number {
    display: inline-grid;
    place-items: center;
    width: 1.5rem;
    height: 1.5rem;
    margin-inline-end: 0.5rem;
    border: 1.5px solid var(--accent);
    border-radius: 50% 46% 52% 48%;
    color: var(--accent);
    font-size: 0.875rem;
    font-weight: 600;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    align-items: center;
    --button-space: 0;
    padding-block: 0.6rem;
    border-top: 1px solid var(--line);
    color: var(--muted);
    font-size: 0.8125rem;
  }
`;
