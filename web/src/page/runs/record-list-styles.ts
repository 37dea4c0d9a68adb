// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** A list of kept runs: each a picture, words with a name that can be changed, and buttons. */
export const recordListStyles = css`
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

  .words input {
    /* Its text stands in line with what is below: its padding, and its border. */
    margin-inline-start: calc(-0.5rem - 1px);
    border-color: transparent;
    background: none;
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
`;
