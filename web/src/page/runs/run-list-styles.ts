// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** A run is a line of four parts; on a narrow screen they stand below each other. */
export const runListStyles = css`
  :host {
    container-type: inline-size;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.4rem 1rem;
    align-items: start;
    padding-block: 0.75rem;
    border-top: 1px solid var(--line);
  }

  li:first-child {
    border-top: 0;
  }

  .words {
    grid-column: 2;
    grid-row: 1;
    min-width: 0;
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
  }

  .title input {
    flex: 0 1 14rem;
    min-width: 0;
    margin-inline-start: -0.5rem;
    border-color: transparent;
    background: none;
    font-weight: 600;
  }

  .title input::placeholder {
    color: var(--ink);
    opacity: 1;
  }

  .title strong {
    color: var(--accent);
    font-size: 0.8125rem;
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
