// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Tables of numbers below a picture. */
export const tableStyles = css`
  .scroll {
    max-height: 14rem;
    overflow: auto;
  }

  table {
    border-collapse: collapse;
    font-size: 0.8125rem;
  }

  th,
  td {
    padding: 0.05rem 1rem 0.05rem 0;
    text-align: end;
    white-space: nowrap;
  }

  :is(th, td):first-child {
    padding-inline-start: 0.2rem;
  }

  th {
    position: sticky;
    top: 0;
    border-bottom: 1px solid var(--line);
    background: var(--paper);
    color: var(--muted);
    font-weight: 400;
  }

  details {
    font-size: 0.875rem;
  }

  summary {
    align-content: center;
  }
`;
