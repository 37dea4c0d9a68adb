// SPDX-License-Identifier: MIT
// When, where and with what a benchmark ran: without it, a figure says nothing.
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { tryRun } from '../../../scripts/lib/run.mjs';
import { osRelease } from '../../../scripts/lib/system.mjs';
import { root } from '../../../scripts/lib/paths.mjs';

const git = async (...args) => {
  const { code, stdout } = await tryRun('git', args, { cwd: root, timeout: 10_000 });
  return code === 0 ? stdout.trim() : undefined;
};

/** Call it before the work begins: it has the load of the machine at the start. */
export async function about(browserVersion) {
  const cores = cpus();
  const changed = await git('status', '--porcelain', '--untracked-files=no');
  return {
    date: new Date().toISOString(),
    cpu: cores[0]?.model ?? 'unknown',
    cores: cores.length,
    memoryGiB: Number((totalmem() / 2 ** 30).toFixed(1)),
    system: `${osRelease().PRETTY_NAME ?? type()}, kernel ${release()}`,
    loadAverage: loadavg().map((load) => Number(load.toFixed(2))),
    node: process.version,
    browser: browserVersion,
    commit: (await git('rev-parse', 'HEAD')) ?? 'unknown',
    uncommittedChanges: changed === undefined ? 'unknown' : changed !== '',
  };
}

/** The same in a line for people. */
export const inALine = (about) =>
  `${about.date.slice(0, 10)}, ${about.cpu}, ${about.cores} cores, ${about.memoryGiB} GiB, ` +
  `Chromium ${about.browser}, Node ${about.node}, commit ${about.commit.slice(0, 9)}` +
  `${about.uncommittedChanges === true ? ' with changes' : ''}, ` +
  `load ${about.loadAverage[0]} at the start`;
