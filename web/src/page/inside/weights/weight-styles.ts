// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const weightStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }

  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.25rem;
    align-items: end;
  }

  .controls mlp-choice-field {
    width: 12rem;
  }

  .scale {
    flex: 1 1 12rem;
  }

  .again {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }

  .pictures {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem 2rem;
  }

  .pages {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    margin-top: 0.75rem;
  }

  @container (min-width: 66rem) {
    .pictures {
      grid-template-columns: minmax(0, 1fr) 14rem;
    }
  }
`;
