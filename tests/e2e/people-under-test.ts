// SPDX-License-Identifier: MIT
// What people meet on the page.

export const ONE = { strokes: [[50, 0, 50, 20, 48, 60, 50, 100]] };

/**
 * What can be pressed or typed into, is in sight and not disabled; through all shadow roots, in the
 * order in which Tab goes.
 */
export const CONTROLS = `(() => {
  const found = [];
  const visit = (element) => {
    const control = element.matches('button, a[href], input, select, summary, [tabindex="0"]');
    if (control && !element.disabled && !element.closest('fieldset:disabled') &&
        element.checkVisibility() && !element.closest('[popover]:not(:popover-open)')) {
      found.push(element);
    }
    const slotted = element.localName === 'slot' ? element.assignedElements() : [];
    const inside = slotted.length > 0 ? slotted : (element.shadowRoot ?? element).children;
    for (const child of inside) visit(child);
  };
  visit(document.body);
  return found;
})()`;
