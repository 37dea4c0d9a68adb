// SPDX-License-Identifier: MIT

export type Theme = 'light' | 'dark';
