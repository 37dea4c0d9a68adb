// SPDX-License-Identifier: MIT
// apt-get with a state of its own: it can read another suite of the machine's own Debian archive
// and fetch packages from it without the system noticing.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './log.mjs';
import { run, tryRun } from './run.mjs';
import { osRelease } from './system.mjs';

/** One-line entries: deb [signed-by=...] URI suite component... */
export function parseOneLine(text) {
  const entries = [];
  for (const line of text.split('\n')) {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    if (!match) continue;
    const signedBy = /signed-by=(\S+)/i.exec(match[1] ?? '')?.[1];
    const components = match[4].trim().split(/\s+/);
    entries.push({ uri: match[2], suites: [match[3]], components, signedBy });
  }
  return entries;
}

/** Stanzas of 'Field: value' lines, as in *.sources files; comments may stand inside a stanza. */
export function parseDeb822(text) {
  const entries = [];
  const plain = text.replace(/^#.*\n?/gm, '');
  for (const stanza of plain.split(/\n\s*\n/)) {
    const fields = {};
    let name;
    for (const line of stanza.split('\n')) {
      const match = /^([\w-]+):\s*(.*)$/.exec(line);
      if (match) fields[(name = match[1].toLowerCase())] = match[2];
      else if (name && /^\s/.test(line)) fields[name] += `\n${line}`;
    }
    if (!fields.uris || /^(no|false|0)$/i.test(fields.enabled ?? '')) continue;
    if (!/\bdeb\b/.test(fields.types ?? '')) continue;
    const words = (value) => (value ?? '').trim().split(/\s+/).filter(Boolean);
    // A key given inline is not a path; the archive's keyring serves instead.
    const signedBy = (fields['signed-by'] ?? '').trim();
    const uris = words(fields.uris);
    for (const uri of uris) {
      entries.push({
        uri,
        suites: words(fields.suites),
        components: words(fields.components),
        signedBy: signedBy.startsWith('/') ? signedBy : undefined,
      });
    }
  }
  return entries;
}

/** The Debian archive this machine installs from: {uri, signedBy}, or undefined. */
export function debianArchive(etc = '/etc/apt', codename = osRelease().VERSION_CODENAME) {
  const files = [];
  const parts = join(etc, 'sources.list.d');
  if (existsSync(join(etc, 'sources.list'))) files.push(join(etc, 'sources.list'));
  if (existsSync(parts))
    files.push(
      ...readdirSync(parts)
        .sort()
        .map((name) => join(parts, name)),
    );
  const entries = files.flatMap((file) => {
    if (file.endsWith('.sources')) return parseDeb822(readFileSync(file, 'utf8'));
    if (file.endsWith('.list')) return parseOneLine(readFileSync(file, 'utf8'));
    return [];
  });
  const suites = [codename, 'stable', 'testing', 'unstable', 'sid', 'oldstable'];
  return entries.find(
    (entry) =>
      !entry.uri.startsWith('cdrom:') &&
      entry.components.includes('main') &&
      entry.suites.some((suite) => suites.includes(suite)),
  );
}

/** apt-get for one suite: {closure(packages), download(packages, folder, onPackage)}. */
export async function privateApt(suite, scratch) {
  const archive = debianArchive();
  if (!archive)
    throw new UserError(
      'No Debian archive found in /etc/apt/sources.list or /etc/apt/sources.list.d.',
    );
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  const signedBy = archive.signedBy ?? (existsSync(keyring) ? keyring : undefined);
  for (const folder of ['lists/partial', 'cache/archives/partial', 'state'])
    mkdirSync(join(scratch, folder), { recursive: true });
  writeFileSync(join(scratch, 'status'), '');
  const option = signedBy ? `[signed-by=${signedBy}] ` : '';
  writeFileSync(join(scratch, 'sources.list'), `deb ${option}${archive.uri} ${suite} main\n`);
  const settings = {
    'Dir::Etc::SourceList': join(scratch, 'sources.list'),
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::State': join(scratch, 'state'),
    'Dir::State::Lists': join(scratch, 'lists'),
    'Dir::State::status': join(scratch, 'status'),
    'Dir::Cache': join(scratch, 'cache'),
    'APT::Install-Recommends': 'false',
    'APT::Sandbox::User': 'root',
    'Acquire::Languages': 'none',
    'Acquire::http::Timeout': '20',
    'Acquire::https::Timeout': '20',
    'Acquire::Retries': '3',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const update = await tryRun('apt-get', [...options, 'update'], { timeout: 300_000 });
  // apt-get may exit with 0 when an index could not be had.
  if (update.code !== 0 || /^(E|Err):/m.test(update.output))
    throw new UserError(
      `The index of Debian's suite ${suite} could not be had:\n${update.output.trim()}`,
    );
  return {
    async closure(packages) {
      const args = [...options, '-s', 'install', ...packages];
      const { output } = await run('apt-get', args, {
        timeout: 120_000,
        what: `resolving ${suite}`,
      });
      return [...output.matchAll(/^Inst (\S+)/gm)].map((match) => match[1].split(':')[0]);
    },
    async download(packages, cwd, onPackage) {
      const onLine = (line) => line.startsWith('Get:') && onPackage();
      await run('apt-get', [...options, 'download', ...packages], {
        cwd,
        onLine,
        timeout: 1_800_000,
        what: `downloading from ${suite}`,
      });
    },
  };
}
