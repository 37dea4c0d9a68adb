// SPDX-License-Identifier: MIT
// Programs that have to come from the system: installed where that is allowed, asked for where not.
import { existsSync, readFileSync } from 'node:fs';
import { UserError, note } from './log.mjs';
import { run, tryRun, which } from './run.mjs';

/** Fields of /etc/os-release: {ID: 'debian', VERSION_CODENAME: 'bookworm', ...}; empty elsewhere. */
export function osRelease(file = '/etc/os-release') {
  if (!existsSync(file)) return {};
  const fields = {};
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const match = /^(\w+)=(.*)$/.exec(line.trim());
    if (match) fields[match[1]] = match[2].replace(/^(["'])(.*)\1$/, '$2');
  }
  return fields;
}

export const isDebian = () => osRelease().ID === 'debian' && !!which('apt-get');
const hasApt = () => {
  const { ID = '', ID_LIKE = '' } = osRelease();
  return /\b(debian|ubuntu)\b/.test(`${ID} ${ID_LIKE}`) && !!which('apt-get');
};

/** A probe is a program's name, a file's path, or a function that answers. */
const present = (probe) =>
  typeof probe === 'function'
    ? probe()
    : probe.startsWith('/')
      ? existsSync(probe)
      : !!which(probe);

const isRoot = () => process.getuid?.() === 0;
const hasSudo = async () =>
  !!which('sudo') && (await tryRun('sudo', ['-n', 'true'], { timeout: 10_000 })).code === 0;

/**
 * Makes sure of system packages: [{package: 'ninja-build', probe: 'ninja'}, ...]. Installs what is
 * missing on Debian and Ubuntu as root or with a passwordless sudo; otherwise stops with the one
 * command to run.
 */
export async function ensureSystemPackages(wanted) {
  const missing = wanted.filter(({ probe }) => !present(probe));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((entry) => entry.package))];
  if (!hasApt()) {
    const names = missing.map((entry) => entry.probe?.name ?? entry.probe).join(', ');
    throw new UserError(
      `These are needed and missing here: ${packages.join(', ')} (looked for: ${names}).\n` +
        'Install them with the package manager of this system, then run this again.',
    );
  }
  const prefix = isRoot() ? [] : (await hasSudo()) ? ['sudo', '-n'] : undefined;
  if (!prefix) {
    throw new UserError(
      `System packages are missing. Run this one command, then try again:\n\n` +
        `  sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}'\n`,
    );
  }
  note(`installing system packages: ${packages.join(' ')}`);
  const apt = (...args) => {
    const network = ['-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=3'];
    // Another apt at work is waited for, five minutes at most.
    const lock = ['-o', 'DPkg::Lock::Timeout=300'];
    const line = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...network,
      ...lock,
    ];
    return run(line[0], [...line.slice(1), ...args], {
      timeout: 900_000,
      what: `apt-get ${args[0]}`,
      onLine: (text) => /^(Get:|Fetched|Setting up)/.test(text) && note(text.slice(0, 90)),
    });
  };
  await apt('update', '-q');
  await apt('install', '-y', '-q', '--no-install-recommends', ...packages);
  const still = missing.filter(({ probe }) => !present(probe)).map((entry) => entry.package);
  if (still.length > 0)
    throw new UserError(`apt-get installed ${still.join(', ')}, but it still cannot be found.`);
}

/** As ensureSystemPackages, for what can be had in another way where it cannot be installed. */
export async function offerSystemPackages(wanted) {
  try {
    await ensureSystemPackages(wanted);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    note(`not installed here: ${wanted.map((entry) => entry.package).join(', ')}`);
  }
}
