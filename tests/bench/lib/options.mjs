// SPDX-License-Identifier: MIT
// The options that the benchmarks share, and what each of them means for all.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../../../scripts/lib/log.mjs';
import { buildDir, inRoot } from '../../../scripts/lib/paths.mjs';

const COMMON = {
  /** Little work, only to see that it runs; its figures are not worth keeping. */
  quick: { type: 'boolean', default: false },
  /** Measure build/package/ and dist/ as they are. */
  'no-build': { type: 'boolean', default: false },
  /** The folder of the results. */
  out: { type: 'string' },
};

/**
 * {quick, build, out, positionals, ...own}.
 * @param own is as parseArgs has it; @param positionals the words that may follow, null: any
 */
export function readOptions(own = {}, positionals = []) {
  let parsed;
  try {
    parsed = parseArgs({ options: { ...COMMON, ...own }, allowPositionals: true });
  } catch (error) {
    throw new UserError(error.message);
  }
  const unknown = parsed.positionals.find((name) => positionals && !positionals.includes(name));
  if (unknown !== undefined) {
    const known = positionals.length > 0 ? ` There is: ${positionals.join(', ')}.` : '';
    throw new UserError(`'${unknown}' is not known here.${known}`);
  }
  const { quick, out, 'no-build': noBuild, ...rest } = parsed.values;
  const folder = quick ? join(buildDir, 'bench/quick') : inRoot('tests/bench/results');
  return {
    ...rest,
    quick,
    build: !noBuild,
    out: out === undefined ? folder : resolve(out),
    positionals: parsed.positionals,
  };
}

/** The whole number, at least 1, that an option's text says. */
export function toCount(name, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new UserError(`--${name} must be a whole number from 1, not '${text}'.`);
  }
  return value;
}
