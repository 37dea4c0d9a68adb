// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** What tables of true classes and answers look like. */
export const confusionStyles = css`
  table {
    border-collapse: collapse;
  }

  th {
    color: var(--muted);
    font-size: 0.8125rem;
    font-weight: 400;
  }

  td {
    border: 1px solid var(--line);
    background: var(--sheet);
    text-align: end;
  }
`;
