// SPDX-License-Identifier: MIT
import { css } from 'lit';

export const heatMapStyles = css`
  :host {
    contain: inline-size;
  }

  .frame {
    position: relative;
    box-sizing: content-box;
    border: 1px solid var(--line);
    background: var(--sheet);
  }

  canvas {
    display: block;
    width: 100%;
    height: 100%;
    cursor: crosshair;
    image-rendering: pixelated;
    touch-action: manipulation;
  }

  canvas.choosable {
    cursor: pointer;
  }

  .cursor,
  .marked {
    position: absolute;
    min-width: 5px;
    min-height: 5px;
    outline: 2px solid var(--ink);
    box-shadow: 0 0 0 3px var(--sheet);
    pointer-events: none;
  }

  .marked {
    outline-width: 1.5px;
    outline-color: var(--muted);
  }

  .band {
    position: absolute;
    min-width: 3px;
    min-height: 3px;
    outline: 1.5px solid var(--muted);
    box-shadow: 0 0 0 2.5px var(--sheet);
    pointer-events: none;
  }

  .reading {
    min-height: 2.5rem;
    color: var(--muted);
    font-size: 0.8125rem;
    line-height: 1.25rem;
  }

  .zoom {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: baseline;
    line-height: 1.25;
  }

  .zoom button {
    flex: none;
    padding-inline: 0;
    font-size: 0.8125rem;
  }
`;
