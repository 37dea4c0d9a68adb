// SPDX-License-Identifier: MIT
// What the scripts say: a heading per step, a line of progress, and errors a reader can act on.
const tty = process.stdout.isTTY;
const colour = (code, text) =>
  tty && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text;

/** An error whose message alone helps; it is shown without a stack. */
export class UserError extends Error {
  name = 'UserError';
}

export const heading = (text) => console.log(`\n${colour('1;34', `== ${text}`)}`);
export const note = (text) => console.log(`   ${text}`);
export const warn = (text) => console.log(`   ${colour('33', 'note:')} ${text}`);
export const good = (text) => colour('32', text);
export const bad = (text) => colour('31', text);
export const seconds = (ms) => `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

/**
 * A progress line: rewritten in place on a terminal, one line per quarter in a log file.
 * Returns update(done, extraText); call it with done === total to finish.
 */
export function progress(label, total) {
  let lastQuarter = -1;
  let finished = false;
  return (done, extra = '') => {
    if (finished) return;
    const share = total > 0 ? Math.min(1, done / total) : 1;
    const text = `   ${label}: ${Math.floor(share * 100)} %${extra ? ` (${extra})` : ''}`;
    finished = share === 1;
    if (tty) {
      process.stdout.write(`\r\u001b[K${text}${finished ? '\n' : ''}`);
    } else if (Math.floor(share * 4) > lastQuarter) {
      lastQuarter = Math.floor(share * 4);
      console.log(text);
    }
  };
}

/** Runs a script's main function and turns what it throws into a message and an exit code. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (error instanceof UserError) console.error(`\n${bad('Stopped:')} ${error.message}`);
    else console.error(error);
    process.exit(1);
  }
}
