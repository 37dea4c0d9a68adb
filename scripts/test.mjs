// SPDX-License-Identifier: MIT
// `npm test`: installs what is missing, runs every stage, sums up. `--only GROUP[,GROUP]` runs a
// part: native, wasm, lib, e2e or static.
import { parseArgs } from 'node:util';
import { eachBeside } from './lib/beside.mjs';
import { UserError, bad, good, heading, main, seconds, warn } from './lib/log.mjs';
import { ensureNodeModules } from './lib/npm.mjs';
import { stages } from './lib/test-stages.mjs';

const groups = [...new Set(stages.map(({ group }) => group))].filter(
  (group) => group !== 'prepare',
);

/** The stages to run, in order: those of the chosen groups and what they need. */
function choose() {
  let only;
  try {
    only = parseArgs({ options: { only: { type: 'string', multiple: true } } }).values.only;
  } catch (error) {
    throw new UserError(`${error.message}\nUsage: npm test -- [--only ${groups.join('|')}]`);
  }
  const wanted = (only ?? []).flatMap((text) => text.split(','));
  const unknown = wanted.filter((group) => !groups.includes(group));
  if (unknown.length > 0)
    throw new UserError(`--only knows ${groups.join(', ')}, not ${unknown.join(', ')}.`);
  if (wanted.length === 0) return stages;
  const chosen = new Set();
  const add = (stage) => {
    for (const name of stage.needs ?? []) add(stages.find((other) => other.name === name));
    chosen.add(stage);
  };
  stages.filter(({ group }) => wanted.includes(group)).forEach(add);
  return stages.filter((stage) => chosen.has(stage));
}

/** Runs one stage; whatever goes wrong in it is a failure of it and not of the whole. */
async function runStage(stage, unusable) {
  const missing = (stage.needs ?? []).find((name) => unusable.has(name));
  if (missing) return { passed: 0, failed: 1, skipped: 0, remark: `not run: '${missing}' failed` };
  try {
    const counts = await stage.run();
    const remarks = [counts.remark];
    if (counts.timedOut) remarks.push('took too long and was ended');
    if (counts.passed + counts.failed === 0) {
      // Tests that vanish must not look like tests that pass.
      return { ...counts, failed: 1, remark: 'no test ran' };
    }
    return { ...counts, remark: remarks.filter(Boolean).join('; ') };
  } catch (error) {
    console.error(error instanceof UserError ? `\n${bad('Failed:')} ${error.message}` : error);
    return { passed: 0, failed: 1, skipped: 0, remark: error.message.split('\n')[0].slice(0, 80) };
  }
}

function summary(results, whole) {
  heading('Summary');
  const width = Math.max(...results.map(({ name }) => name.length));
  for (const { name, passed, failed, skipped, ms, remark } of results) {
    const verdict = failed > 0 ? bad('FAILED') : good('passed');
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed`;
    const left = skipped > 0 ? ` ${skipped} skipped` : '';
    const time = seconds(ms).padStart(7);
    console.log(
      `   ${verdict} ${name.padEnd(width)} ${time} ${counts}${left}${remark ? `  (${remark})` : ''}`,
    );
  }
  console.log(`   ${seconds(whole)} in all`);
  // Once more, by name: the runners' own words are thousands of lines above.
  for (const { name, failures = [] } of results) {
    for (const failure of failures) console.log(`   ${bad('failed')} ${name}: ${failure}`);
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  if (total('skipped') > 0)
    warn(`${total('skipped')} tests were skipped; their runners say why above`);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') === 0;
}

await main(async () => {
  const chosen = choose();
  await ensureNodeModules();
  const unusable = new Set();
  const results = [];
  const started = Date.now();
  const tryStage = async (stage) => {
    heading(`[${chosen.indexOf(stage) + 1}/${chosen.length}] ${stage.name}`);
    const began = Date.now();
    const counts = await runStage(stage, unusable);
    if (counts.failed > 0) unusable.add(stage.name);
    results[chosen.indexOf(stage)] = { name: stage.name, ...counts, ms: Date.now() - began };
  };
  // Those that keep one processor busy run side by side, at the place of the first.
  const beside = chosen.filter(({ group }) => group === 'static');
  for (const stage of chosen) {
    if (!beside.includes(stage)) await tryStage(stage);
    else if (stage === beside[0]) await eachBeside(beside, tryStage);
  }
  const whole = Date.now() - started;
  const done = summary(results, whole);
  process.exitCode = done ? 0 : 1;
});
