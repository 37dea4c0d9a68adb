// SPDX-License-Identifier: MIT
import { css } from 'lit';

/** Formulas are set in a mathematical font where the system has one; none is shipped. */
export const mathStyles = css`
  math {
    width: fit-content;
    font-family:
      'STIX Two Math', 'Cambria Math', 'Latin Modern Math', 'DejaVu Math TeX Gyre', math, serif;
  }

  /* A hat is no smaller than its letter. */
  mover > mo {
    math-depth: 0;
  }
`;
