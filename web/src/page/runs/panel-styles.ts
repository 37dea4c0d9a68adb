// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** A panel of the view 'Runs' that opens when it is asked for: its title, text and parts. */
export const panelStyles = css`
  summary {
    align-content: center;
    font-weight: 600;
  }

  .parts {
    display: grid;
    gap: 0.75rem;
    padding-block: 0.5rem 1rem;
  }

  .about {
    max-width: 44rem;
  }
`;
