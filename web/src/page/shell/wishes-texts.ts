// SPDX-License-Identifier: MIT
/** Of the element's attributes. */
export const HOST = {
  oneOf: (attribute: string, value: string, names: readonly string[]) =>
    `The attribute ${attribute} of this element cannot be ‘${value.slice(0, 40)}’: there are ${names.join(', ')}.`,
  wrong: (attribute: string, value: string, why: string) =>
    `The attribute ${attribute} of this element cannot be ‘${value.slice(0, 40)}’. ${why}`,
  noLink: 'The attribute settings of this element holds no setting, such as v=1&rate=0.1.',
};
