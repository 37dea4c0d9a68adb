// SPDX-License-Identifier: MIT
import './mlp-scratchpad.ts';
import type { MlpScratchpad } from './mlp-scratchpad.ts';
import { HEADER } from './texts.ts';

// What belongs to the page and not to the element: the tab's title and the colour round the element.
const lab = document.querySelector<MlpScratchpad>('mlp-scratchpad');
lab?.addEventListener('mlp-status', () => {
  document.title = lab.statusText ? `${lab.statusText} · ${HEADER.title}` : HEADER.title;
  document.documentElement.dataset.theme = lab.theme;
});
