// SPDX-License-Identifier: MIT
// Which networks can answer together, and which images they answer otherwise than one alone.
import { describe, expect, test } from 'vitest';
import { groupsOf, keyOf } from '../../web/src/page/runs/committee/committee-state.ts';
import {
  hasValidation,
  membersOf,
  parametersOf,
  type Present,
  PRESENT,
} from '../../web/src/page/runs/committee/members.ts';
import { turned, Votes } from '../../web/src/page/runs/committee/turned.ts';
import type { RunRecord } from '../../web/src/page/runs/run-record.ts';
import { DEFAULT_NETWORK, DEFAULT_TRAINING } from '../../web/src/lib/settings.ts';

const NETWORK = { ...DEFAULT_NETWORK, layers: [784, 16, 10] };
const VALIDATED = { ...DEFAULT_TRAINING, validation: 0.1 };
const epochsOf = (validationAccuracy: number | null) =>
  [{ epoch: 1, validationAccuracy }] as unknown as RunRecord['epochs'];

/** A kept run, as far as it matters here. */
function run(id: string, change: Partial<RunRecord> = {}): RunRecord {
  return {
    ...{ id, number: Number(id), name: '', choice: 'mnist', changes: [], epochs: epochsOf(0.9) },
    ...{ network: NETWORK, training: VALIDATED },
    ...change,
  } as RunRecord;
}

const present: Present = { ...run('9'), trained: true, loaded: { choice: 'mnist' } };
const every = new Set(['1', '2', '3', '4', '5', '6', '9']);

/** Why each of the runs cannot answer, by its id. */
function reasons(runs: RunRecord[], validation = false, weights = every): Record<string, string> {
  const members = membersOf(present, runs, weights, validation);
  return Object.fromEntries(members.map(({ id, whyNot }) => [id, whyNot]));
}

describe('members', () => {
  test('say why they cannot answer with the network on the page', () => {
    const why = reasons([
      run('1'),
      run('2', { choice: 'generated' }),
      run('3', { network: { ...NETWORK, layers: [256, 16, 10] } }),
      run('4', { network: { ...NETWORK, layers: [784, 16, 1], output: 'sigmoid', positive: 3 } }),
      run('5', { network: { ...NETWORK, layers: [784, 16, 26] } }),
      run('6', { network: { ...NETWORK, layers: [784, 40, 40, 10], seed: 7 } }),
      run('7'),
    ]);
    expect(why[PRESENT]).toBe('');
    expect(why['1']).toBe('');
    expect(why['2']).toMatch(/other data: generated digits/);
    expect(why['3']).toMatch(/other images, of 256 pixels/);
    expect(why['4']).toMatch(/another question: Is it a 3\?/);
    expect(why['5']).toMatch(/number of classes: 26/);
    expect(why['6']).toBe('');
    expect(why['7']).toMatch(/weights are not kept/);
  });

  test('of own data only those that learned from the same files, as far as that is known', () => {
    const files = (sha256: string) => ({ name: `${sha256}.zip`, sha256 });
    const own = (id: string, of?: string) =>
      run(id, { choice: 'own', ...(of === undefined ? {} : { own: files(of) }) });
    const loaded = { choice: 'own', own: files('a') } as const;
    const here: Present = { ...own('9', 'a'), trained: true, loaded };
    const members = membersOf(here, [own('1', 'a'), own('2', 'b'), own('3')], every, false);
    expect(members.map(({ id, whyNot }) => [id, whyNot])).toEqual([
      [PRESENT, ''],
      ['1', ''],
      ['3', ''],
      ['2', 'It learned from other data: own data ‘b.zip’ (b).'],
    ]);
    // The network on the page may have learned from others than those that are loaded.
    const [restored] = membersOf({ ...here, ...own('9', 'b') }, [], every, false);
    expect(restored?.whyNot).toMatch(/other data: own data ‘b.zip’/);
    expect(members[1]?.about).toContain('own data ‘a.zip’ (a)');
  });

  test('the run on the page stands first, once; those that cannot stand last', () => {
    const runs = [run('3', { choice: 'own' }), run('9'), run('2')];
    const members = membersOf(present, runs, every, false);
    expect(members.map(({ id }) => id)).toEqual([PRESENT, '2', '3']);
    expect(members[0]?.name).toBe('Run 9, on the page now');
    const [first] = membersOf({ ...present, trained: false }, [], every, false);
    expect(first?.whyNot).toMatch(/not trained/);
  });

  test('of validation images only those that have set aside the same ones', () => {
    const other = { ...VALIDATED, validation: 0.2 };
    const changes = [{ x: 1, updates: 9, before: { validation: 0.2 }, after: {} }];
    const why = reasons(
      [
        run('1'),
        run('2', { network: { ...NETWORK, seed: 2 } }),
        run('3', { training: other }),
        run('4', { epochs: epochsOf(null) }),
        run('5', { changes }),
        run('6', { network: { ...NETWORK, layers: [784, 99, 10] } }),
      ],
      true,
    );
    expect(Object.keys(why).filter((id) => why[id] === '')).toEqual(['1', '6', PRESENT]);
    expect(why['2']).toMatch(/learned from some of these/);
    expect(hasValidation({ ...present, training: DEFAULT_TRAINING })).toBe(false);
  });

  test('have so many weights', () => {
    expect(parametersOf({ layers: [784, 128, 64, 10] })).toBe(
      784 * 128 + 128 + 128 * 64 + 64 + 64 * 10 + 10,
    );
  });
});

test('groups: each alone, all together, and all with copies', () => {
  const members = membersOf(present, [run('1')], every, false);
  const keys = (copies: 1 | 9, of = members) =>
    groupsOf(of, copies).map((group) => keyOf('test', group));
  expect(keys(1)).toEqual(['test 1 present', 'test 1 1', 'test 1 present 1']);
  expect(keys(9)).toEqual([...keys(1), 'test 9 present 1']);
  expect(keys(9, members.slice(0, 1))).toEqual(['test 1 present', 'test 9 present']);
});

describe('votes', () => {
  test('the likeliest class of the sums', () => {
    const votes = new Votes(2, 3);
    votes.add(0, Float32Array.of(0.6, 0.4, 0));
    votes.add(1, Float32Array.of(0, 0.5, 0.5));
    votes.voted();
    votes.add(0, Float32Array.of(0.1, 0.8, 0.1, 0, 0, 1));
    votes.voted();
    expect([...votes.answers()]).toEqual([1, 2]);
  });

  test('yes from a mean of one half on', () => {
    const votes = new Votes(3, 1);
    for (const p of [Float32Array.of(0.25, 0.9, 0.1), Float32Array.of(0.75, 0, 0.2)]) {
      votes.add(0, p);
      votes.voted();
    }
    expect([...votes.answers()]).toEqual([1, 0, 0]);
  });

  test('count what became right, and what wrong', () => {
    const labels = Uint8Array.of(3, 3, 3, 3, 5);
    const [before, after] = [Uint8Array.of(3, 1, 3, 1, 1), Uint8Array.of(3, 3, 1, 2, 5)];
    expect(turned(before, after, labels, null)).toEqual({ right: 2, wrong: 1 });
    const [no, yes] = [Uint8Array.of(0, 0, 0, 0, 0), Uint8Array.of(1, 1, 0, 0, 1)];
    expect(turned(no, yes, labels, 3)).toEqual({ right: 2, wrong: 1 });
  });
});
