// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Of all parts of the view. */
export const modelsStyles = css`
  h3 {
    margin: 0 0 0.4rem;
    font-size: 1rem;
  }

  p {
    max-width: 44rem;
  }

  .row + p {
    margin-top: 0.4rem;
  }

  p + .check {
    margin-top: 0.4rem;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
  }

  .main-button {
    min-height: max(2.5rem, var(--touch, 0px));
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }

  .main-button:disabled {
    border-color: var(--line);
    background: none;
    color: var(--muted);
  }

  select {
    min-height: max(2.25rem, var(--touch, 0px));
    max-width: 100%;
  }

  label.check {
    display: flex;
    gap: 0.4rem;
    align-items: center;
  }

  .asked {
    display: grid;
    gap: 0.6rem;
    max-width: 36rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--accent);
  }

  .asked label {
    display: grid;
    gap: 0.2rem;
  }
`;
