// SPDX-License-Identifier: MIT
// One at a time: two scripts started together must not fill the same folder.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError, note } from './log.mjs';

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Runs `body` while holding the lock file; waits for a holder that lives, takes over from a dead one. */
export async function withLock(file, body, patience = 1_200_000) {
  mkdirSync(dirname(file), { recursive: true });
  const until = Date.now() + patience;
  let told = false;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    let holder;
    try {
      holder = Number(readFileSync(file, 'utf8'));
    } catch {
      continue; // it has just been given back
    }
    if (!holder || !alive(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (Date.now() > until)
      throw new UserError(`${file} is held by process ${holder} for too long.`);
    if (!told) note(`waiting for process ${holder}, which is at the same work`);
    told = true;
    await sleep(500);
  }
  const giveBack = () => rmSync(file, { force: true });
  process.on('exit', giveBack); // Ctrl-C ends the process without the 'finally' below
  try {
    return await body();
  } finally {
    process.off('exit', giveBack);
    giveBack();
  }
}
