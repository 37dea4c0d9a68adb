// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Images as buttons, in columns. `--column` is the least width of one, `--image` that of its image. */
export const galleryStyles = css`
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(var(--column), 1fr));
    gap: 0.5rem 0.25rem;
    margin: 0.5rem -0.25rem 0;
    padding: 0;
    list-style: none;
  }

  li button {
    width: 100%;
    height: 100%;
    padding: 0.25rem 0;
    border-color: transparent;
    background: none;
    font-size: 0.8125rem;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  li button[aria-pressed='true'] {
    outline: 2px solid var(--accent);
    outline-offset: -1px;
  }

  li button:focus-visible {
    outline: 3px solid var(--accent);
  }

  li mlp-digit-image {
    width: var(--image);
    max-width: 100%;
    margin: 0 auto 0.25rem;
  }

  li button span {
    display: block;
  }

  li span + span {
    color: var(--muted);
    font-size: 0.75rem;
  }
`;
