// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Of the drawing pad. */
export const padStyles = css`
  .head {
    display: flex;
    align-items: center;
    margin-bottom: 0.35rem;
    container-type: inline-size;
    white-space: nowrap;
  }

  /* Beside another view on a phone there is no room for it. */
  @container (max-width: 16rem) {
    mlp-help {
      display: none;
    }
  }

  .buttons {
    display: flex;
    margin-inline: auto -0.4rem;
  }

  ::slotted(h2) {
    white-space: nowrap;
  }

  .buttons button {
    padding-inline: 0.4rem;
  }

  .paper {
    --square: calc(100% / 14);
    position: relative;
    width: min(100%, var(--pad-side, 20rem));
    aspect-ratio: 1;
    margin-inline: auto;
    border: 1px solid var(--line);
  }

  canvas {
    display: block;
    width: 100%;
    height: 100%;
    cursor: crosshair;
    touch-action: none;
  }

  .here {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    color: var(--muted);
    pointer-events: none;
  }

  /* In the margin that images of the data have. */
  .which {
    position: absolute;
    inset: auto 0 1px;
    color: var(--muted);
    font-size: 0.75rem;
    line-height: 1.2;
    text-align: center;
    pointer-events: none;
  }

  .keys {
    margin-top: 0.25rem;
  }
`;
