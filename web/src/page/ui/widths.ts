// SPDX-License-Identifier: MIT

/** From these widths on a lab has two columns, and three; in rem. */
export const MEDIUM_REM = 44;
export const WIDE_REM = 66;
