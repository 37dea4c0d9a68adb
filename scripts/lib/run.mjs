// SPDX-License-Identifier: MIT
// Starting other programs: each in its own process group, so that a time-out, an error here or
// Ctrl-C ends it together with everything that it started.
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { UserError } from './log.mjs';

const running = new Set();
const windows = process.platform === 'win32';

/** Ends a child and all of its group. */
export function kill(child, signal = 'SIGTERM') {
  try {
    if (windows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

let stopping = false;
let stopCode;
/** What Ctrl-C makes of the exit code: 0 for a server, which is meant to be stopped so. */
export const setStopCode = (code) => (stopCode = code);
export const isStopping = () => stopping;
const stop = (signal) => {
  if (stopping) return;
  stopping = true;
  for (const child of running) kill(child);
  const code = stopCode ?? (signal === 'SIGINT' ? 130 : 143);
  if (running.size === 0) process.exit(code);
  // Two seconds to end well, then by force.
  setTimeout(() => {
    for (const child of running) kill(child, 'SIGKILL');
    process.exit(code);
  }, 2000);
  const poll = setInterval(
    () => running.size === 0 && (clearInterval(poll), process.exit(code)),
    50,
  );
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
// npm runs scripts through a shell, and a shell that is killed does not pass the signal on: when the
// parent is gone, nobody waits for us any more.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop('SIGTERM'), 1000).unref();
}
process.on('exit', () => {
  for (const child of running) kill(child, 'SIGKILL');
});

/** Starts a program and returns its ChildProcess; it is ended with this script. */
export function start(command, args, { stdio = 'inherit', ...options } = {}) {
  const child = spawn(command, args, { detached: !windows, shell: windows, stdio, ...options });
  running.add(child);
  child.on('close', () => running.delete(child));
  child.on('error', () => running.delete(child));
  return child;
}

/**
 * Runs a program to its end: {code, output, timedOut}. `show` prints its output as it comes,
 * `onLine` gets each line, `onData` each piece, `signal` ends it early; the output is kept in any case. Throws only when it cannot be started.
 */
export function tryRun(command, args, options = {}) {
  const { timeout = 0, show = false, onLine, onData, signal, cwd, env, input } = options;
  return new Promise((resolve, reject) => {
    const child = start(command, args, {
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      cwd,
      env: env ?? process.env,
    });
    if (input !== undefined) child.stdin.end(input);
    let output = '';
    let stdout = '';
    let rest = '';
    let timedOut = false;
    const take = (stream) => (text) => {
      output += text;
      onData?.(text);
      if (stream === process.stdout) stdout += text;
      if (show) stream.write(text);
      if (!onLine) return;
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      lines.forEach(onLine);
    };
    child.stdout.setEncoding('utf8').on('data', take(process.stdout));
    child.stderr.setEncoding('utf8').on('data', take(process.stderr));
    const timer =
      timeout > 0 &&
      setTimeout(() => {
        timedOut = true;
        kill(child);
        setTimeout(() => kill(child, 'SIGKILL'), 3000).unref();
      }, timeout);
    signal?.addEventListener('abort', () => kill(child));
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(
        error.code === 'ENOENT'
          ? new UserError(`${command} is not installed or not on the PATH.`)
          : error,
      );
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (stopping) return; // the whole script is on its way out
      resolve({ code: code ?? (signal ? 128 : 1), output, stdout, timedOut });
    });
  });
}

/** Like tryRun, but a failure throws with the command and the end of its output. */
export async function run(command, args, options = {}) {
  const result = await tryRun(command, args, options);
  if (result.timedOut)
    throw new UserError(
      `${command} ${args[0] ?? ''} took over ${options.timeout / 1000} s and was ended.`,
    );
  if (result.code !== 0) {
    const tail = options.show
      ? ''
      : `\n${result.output
          .trimEnd()
          .split('\n')
          .slice(-(options.tail ?? 15))
          .join('\n')}`;
    const what = options.what ?? `${command} ${args.slice(0, 6).join(' ')}`;
    throw new UserError(`${what} failed with exit code ${result.code}.${tail}`);
  }
  return result;
}

/** The full path of a program on the PATH, or undefined. */
export function which(name, path = process.env.PATH ?? '') {
  for (const folder of path.split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // Not here.
    }
  }
  return undefined;
}
