// SPDX-License-Identifier: MIT
import { styled } from '../styled.ts';
import { html, nothing } from 'lit';
import { LINES } from './texts.ts';
import type { Picture, PictureLine } from './picture.ts';

/**
 * The key's entries, which switch their lines off and on.
 * @param short other runs by their letters alone
 */
export function legend(
  { lines }: Picture,
  off: ReadonlySet<string>,
  short: boolean,
  toggle: (key: string) => void,
) {
  const entries = lines.filter(({ key, keyName, shown }) => keyName && (shown || off.has(key)));
  return entries.map(
    (line) => html`
      <button
        type="button"
        class="key"
        aria-label=${nameOf(line)}
        title=${short ? nameOf(line) : nothing}
        aria-pressed=${off.has(line.key) ? 'false' : 'true'}
        @click=${() => toggle(line.key)}
      >
        ${sample(line)}${short && line.letter ? line.letter : nameOf(line)}
      </button>
    `,
  );
}

const nameOf = ({ letter, keyName }: PictureLine): string =>
  letter ? LINES.letter(letter, keyName) : keyName;

function sample({ style }: PictureLine) {
  const stroke = `stroke: var(${style.colour}); stroke-width: ${style.width}; stroke-dasharray: ${style.dash.join(' ')}`;
  return html`<svg viewBox="0 0 20 10" aria-hidden="true">
    <path d="M0 5H20" .style=${styled(stroke)} />
  </svg>`;
}
