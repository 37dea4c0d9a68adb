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

  label.form {
    display: flex;
    flex: 1 1 10rem;
    gap: 0.5rem;
    align-items: center;
    min-width: 0;
  }

  label.form select {
    min-width: 0;
  }

  label.check {
    display: flex;
    gap: 0.5rem;
    align-items: start;
    max-width: 28rem;
  }

  .check input {
    flex: none;
    width: 1.05rem;
    min-height: 0;
    height: 1.05rem;
    margin: 0.15rem 0 0;
    accent-color: var(--accent);
  }

  .apart,
  .asked {
    margin-top: 0.75rem;
  }

  .asked {
    display: grid;
    gap: 0.6rem;
    grid-template-columns: minmax(0, 1fr);
    max-width: 36rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--accent);
    overflow-wrap: anywhere;
  }

  .asked h3 {
    margin: 0;
  }

  .asked label {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.2rem;
  }

  .site {
    display: grid;
    gap: 0.4rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .site li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
  }
`;
