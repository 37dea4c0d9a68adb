// SPDX-License-Identifier: MIT
import { css } from 'lit';

/**
 * Beside record-list-styles.ts: a run is a line of four parts; on a narrow screen they stand below
 * each other.
 */
export const runListStyles = css`
  .words {
    grid-column: 2;
    grid-row: 1;
    min-width: 0;
  }

  svg {
    grid-column: 1;
    grid-row: 1;
    width: 6rem;
    height: 2rem;
    margin-top: 0.3rem;
    border: 1px solid var(--line);
    --square: 8px;
  }

  polyline {
    fill: none;
    stroke: var(--accent);
    stroke-width: 1.5;
  }

  circle {
    fill: var(--accent);
  }

  .chosen {
    display: flex;
    grid-column: 1 / -1;
    gap: 0 1.25rem;
    font-size: 0.8125rem;
  }

  label {
    display: flex;
    gap: 0.4rem;
    align-items: center;
    min-height: var(--touch-small, 1.5rem);
    white-space: nowrap;
  }

  input[type='checkbox'] {
    width: 1.05rem;
    min-height: 0;
    height: 1.05rem;
    margin: 0;
    accent-color: var(--accent);
  }

  /* What is below does not move when it says something. */
  #locked {
    min-height: 1.45em;
  }

  .buttons {
    display: flex;
    grid-column: 1 / -1;
    gap: 0.25rem;
  }

  .gone {
    display: flex;
    grid-column: 1 / -1;
    gap: 1rem;
    align-items: center;
  }

  @container (min-width: 46rem) {
    li {
      grid-template-columns: 7rem 6rem minmax(0, 1fr) auto;
    }

    .chosen {
      display: block;
      grid-column: 1;
      grid-row: 1;
    }

    svg {
      grid-column: 2;
    }

    .words {
      grid-column: 3;
    }

    .buttons {
      grid-column: 4;
      grid-row: 1;
    }
  }
`;
