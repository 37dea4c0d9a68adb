// SPDX-License-Identifier: MIT
// What other rooms may have of this one: the kept runs, and how they are told.
export { placeOf } from './bring-back.ts';
export { RunsController } from './controller-runs.ts';
export type { RunRecord } from './run-record.ts';
export { otherSizeState, sameLook } from './other-size.ts';
export { recordListStyles } from './record-list-styles.ts';
export { NO_RUNS } from './runs-state.ts';
export { figuresLine, originLine } from './run-summary.ts';
export { RUNS } from './texts.ts';
