// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const notesStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  mlp-source-picker {
    padding-bottom: 0.75rem;
    border-bottom: 1px solid var(--line);
  }

  .stale {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
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

  .panels {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
    gap: 1.5rem 2rem;
    padding-top: 1rem;
    border-top: 1px solid var(--line);
  }

  @container (min-width: 66rem) {
    .panels {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    }
  }
`;
