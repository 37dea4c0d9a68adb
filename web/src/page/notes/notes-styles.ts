// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const notesStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  mlp-step-list {
    padding-top: 0.75rem;
    border-top: 1px solid var(--line);
  }

  .weights {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
  }

  .head {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    justify-content: space-between;
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
  }

  h2 {
    font-family: var(--serif);
    font-size: 1.375rem;
  }

  .buttons {
    display: flex;
    gap: 0.5rem;
  }

  .buttons button {
    min-width: 5rem;
  }

  /* On a narrow screen Back and Next stay in reach at its lower edge. */
  @container (max-width: 44rem) {
    .head {
      display: contents;
    }

    .buttons {
      position: sticky;
      bottom: 0;
      z-index: 1;
      order: 1;
      margin: 0 -1rem;
      padding: 0.5rem 1rem;
      border-top: 1px solid var(--line);
      background: var(--paper);
    }

    .buttons button {
      flex: 1;
    }
  }

  .next:not(:disabled) {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }

  .sentence {
    max-width: 52rem;
  }

  p {
    text-wrap: pretty;
  }

  .work,
  .step {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem 2rem;
    align-content: start;
  }

  .no-label {
    max-width: 46rem;
  }

  mlp-update-panel,
  mlp-gradient-check,
  mlp-code-panel {
    padding-top: 1rem;
    border-top: 1px solid var(--line);
  }

  /* Formula, numbers and code side by side. */
  @container (min-width: 66rem) {
    .work:has(mlp-code-panel) {
      --wide-basis: 12rem;
      --number-space: 0.25rem;
      --number-size: 0.8125rem;
      grid-template-columns: minmax(0, 1fr) minmax(0, 27rem);
    }

    mlp-code-panel {
      position: sticky;
      top: 0.5rem;
      align-self: start;
      padding: 0 0 0 1.25rem;
      border-top: 0;
      border-inline-start: 1px solid var(--line);
    }
  }
`;
