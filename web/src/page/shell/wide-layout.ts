// SPDX-License-Identifier: MIT
import { css, unsafeCSS } from 'lit';
import { MEDIUM_REM, WIDE_REM } from '../ui/widths.ts';

/** Two columns, and three, where there is room for them. */
export const wide = css`
  @container (min-width: ${unsafeCSS(MEDIUM_REM)}rem) {
    mlp-run-progress[run='training'] {
      min-height: 6.5625rem;
    }

    .main {
      grid-template-columns: minmax(0, 1fr) 17.5rem;
      grid-template-areas: 'run pad' 'progress pad' 'accuracy pad' 'charts pad' 'settings settings';
      grid-template-rows: auto auto auto 1fr auto;
      column-gap: 1.75rem;
    }

    .main.other {
      grid-template-areas: 'run pad' 'progress pad' 'view pad';
      grid-template-rows: auto auto 1fr;
    }

    .main.notes {
      grid-template-areas: 'view pad';
      grid-template-rows: auto;
    }

    .main.other .pad {
      position: sticky;
      top: 1rem;
      grid-template-columns: minmax(0, 1fr);
      align-self: start;
      --share-space: nowrap;
    }

    .main.other .pad mlp-prediction-view {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .main.other .pad :is(mlp-probability-list, mlp-correction, mlp-pad-options) {
      display: block;
    }

    .main.other .pad h2 {
      font-size: 1rem;
    }

    /* Its column, and the gap before it. */
    .main.no-pad,
    .main.no-pad.notes {
      grid-template-columns: minmax(0, 1fr) 0;
      margin-inline-end: -1.75rem;
    }
  }

  @container (min-width: ${unsafeCSS(WIDE_REM)}rem) {
    .page {
      padding-inline: 1.5rem;
      --touch: 2rem;
      --touch-small: 1.5rem;
      --digit-columns: 10;
      --without-answer: hidden;
      --epochs-column: 72fr;
    }

    .main {
      grid-template-columns: 18rem minmax(0, 1fr) 17.5rem;
      grid-template-areas:
        'run progress pad'
        'settings cost pad'
        'settings accuracy pad'
        'settings rate pad'
        'settings epochs pad';
      grid-template-rows: auto minmax(7rem, 1.5fr) auto minmax(5.5rem, 1fr) minmax(6.5rem, 9.5rem);
      gap: 0.75rem 2rem;
      align-content: stretch;
      padding-block: 1rem 0.75rem;
    }

    .main.other {
      grid-template-columns: 18rem minmax(0, 1fr) 17.5rem;
      grid-template-areas: 'run progress pad' 'view view pad';
      grid-template-rows: auto 1fr;
      align-content: start;
    }

    .main.notes {
      grid-template-columns: minmax(0, 1fr) 17.5rem;
      grid-template-areas: 'view pad';
      grid-template-rows: auto;
    }

    .main.no-pad:not(.notes) {
      grid-template-columns: 18rem minmax(0, 1fr) 0;
    }

    .main.no-pad {
      margin-inline-end: -2rem;
    }

    .charts {
      display: contents;
    }

    .cost {
      grid-area: cost;
    }

    /* The head of the chart below reaches into its row, with tools at the end. */
    mlp-test-accuracy {
      position: relative;
      z-index: 1;
      justify-self: start;
      max-width: calc(100% - 8rem);
    }

    .rate {
      grid-area: rate;
      margin-top: -0.75rem;
    }

    mlp-epoch-table {
      grid-area: epochs;
      max-height: none;
    }

    mlp-line-chart {
      --plot-height: 5rem;
    }

    mlp-run-progress,
    mlp-run-progress[run='training'] {
      min-height: 5.25rem;
    }

    /* As high as what stands beside it; scrolls by itself when 'more' is open. */
    .settings {
      contain: size;
      contain-intrinsic-block-size: 32rem;
      margin: -4px -10px -4px -4px;
      padding: 4px 10px 4px 4px;
      border: 0;
      overflow: hidden auto;
      scrollbar-width: thin;
    }

    .settings > summary {
      display: none;
    }

    .pad {
      gap: 0.6rem;
      --pad-side: min(100%, max(13rem, 100dvh - 34.75rem));
    }

    mlp-correction:not(:defined) {
      min-height: calc(var(--touch) + 2 * var(--touch-small) + 0.25rem);
    }
  }
`;
