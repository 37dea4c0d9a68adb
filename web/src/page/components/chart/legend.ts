// SPDX-License-Identifier: MIT
import { html } from 'lit';
import { LINES } from '../../texts/charts.ts';
import type { Picture, PictureLine } from './picture.ts';

/** The key's entries, which switch their lines off and on. */
export function legend(
  { lines }: Picture,
  off: ReadonlySet<string>,
  toggle: (key: string) => void,
) {
  const entries = lines.filter(({ key, keyName, shown }) => keyName && (shown || off.has(key)));
  return entries.map(
    (line) => html`
      <button
        type="button"
        class="key"
        aria-pressed=${off.has(line.key) ? 'false' : 'true'}
        @click=${() => toggle(line.key)}
      >
        ${sample(line)}${line.letter ? LINES.letter(line.letter, line.keyName) : line.keyName}
      </button>
    `,
  );
}

function sample({ style }: PictureLine) {
  const look = `stroke: var(${style.colour}); stroke-width: ${style.width}; stroke-dasharray: ${style.dash.join(' ')}`;
  return html`<svg viewBox="0 0 20 10" aria-hidden="true"><path d="M0 5H20" style=${look} /></svg>`;
}
