// SPDX-License-Identifier: MIT
// What the library answers: types alone, public, a file for each subject.
export type * from './insight.ts';
export type * from './results/answers.ts';
export type * from './results/data.ts';
export type * from './results/training.ts';
export type * from './results/walk.ts';
