// SPDX-License-Identifier: MIT
import { isolate } from './shell/isolation.ts';
import { MlpScratchpad } from './shell/mlp-scratchpad.ts';
import { HEADER } from './shell/texts.ts';

// What belongs to the page and not to the element: the tab's title and the colour round the element.
function dress(lab: MlpScratchpad): void {
  const name = (): void => {
    const behind = document.hidden && lab.training;
    const parts = [lab.statusText, behind ? HEADER.background : '', HEADER.title];
    document.title = parts.filter(Boolean).join(' · ');
  };
  document.addEventListener('visibilitychange', name);
  lab.addEventListener('mlp-status', () => {
    name();
    document.documentElement.dataset.theme = lab.theme;
  });
}

// The lab begins with its definition: not before it is settled that no reload ends it at once.
if (!(await isolate())) {
  const lab = document.querySelector<MlpScratchpad>('mlp-scratchpad');
  if (lab) dress(lab);
  customElements.define('mlp-scratchpad', MlpScratchpad);
}
