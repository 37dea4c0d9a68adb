// SPDX-License-Identifier: MIT
// Each rule of .dependency-cruiser.mjs refuses an import that it forbids, and none refuses what the
// design allows.
import { dirname, relative } from 'node:path/posix';
import { cruise, type ICruiseResult, type IConfiguration } from 'dependency-cruiser';
import { describe, expect, test } from 'vitest';
import { load, plant, type Tree } from './planted.ts';

const { default: config } = (await load('.dependency-cruiser.mjs')) as { default: IConfiguration };
const rules = (config.forbidden ?? []).map(({ name }) => name ?? '');

/** `from -> to`, or `from -type> to` for types alone; paths in web/src. */
type Arrow = `${string} ${'->' | '-type>'} ${string}`;

/** What each rule must refuse: one arrow, or several that break it together. */
const FORBIDDEN: Readonly<Record<string, readonly (readonly Arrow[])[]>> = {
  'no-circles': [
    ['page/runs/a.ts -> page/runs/b.ts', 'page/runs/b.ts -> page/runs/a.ts'],
    ['lib/a.ts -> lib/b.ts', 'lib/b.ts -type> lib/a.ts'],
  ],
  'library-without-page': [
    ['lib/client.ts -> page/model/store.ts'],
    ['lib/jobs/train-job.ts -type> page/model/store.ts'],
  ],
  'only-the-worker-holds-the-module': [
    ['lib/index.ts -type> lib/client.ts', 'lib/client.ts -type> lib/module.ts'],
    ['lib/index.ts -> lib/trainer.ts', 'lib/trainer.ts -> lib/wasm/mlp.mjs'],
    ['lib/index.ts -> lib/jobs/train-job.ts'],
    ['lib/index.ts -> lib/handlers/training.ts'],
    ['page/main.ts -> page/shell/controller.ts', 'page/shell/controller.ts -> lib/session.ts'],
    ['page/main.ts -> page/model/store.ts', 'page/model/store.ts -type> lib/jobs/tempo.ts'],
  ],
  'worker-knows-no-client': [
    ['lib/worker.ts -> lib/session.ts', 'lib/session.ts -> lib/client.ts'],
    ['lib/worker.ts -type> lib/trainer.ts'],
  ],
  'service-worker-knows-nobody': [
    ['service-worker/isolate.ts -> page/model/format.ts'],
    ['service-worker/data.ts -type> lib/download.ts'],
  ],
  'page-knows-names-of-the-service-worker': [
    ['page/storage/caches.ts -> service-worker/program.ts'],
    ['lib/download.ts -> service-worker/data.ts'],
  ],
  'protocol-stays-in-the-library': [['page/model/store.ts -type> lib/protocol.ts']],
  'model-knows-nobody': [
    ['page/model/store.ts -> page/ui/texts.ts'],
    ['page/model/services.ts -type> page/runs/index.ts'],
    ['page/model/store.ts -> page/shell/theme.ts'],
  ],
  'ui-knows-no-room': [
    ['page/ui/chart/legend.ts -> page/train/index.ts'],
    ['page/ui/view-slot.ts -type> page/shell/theme.ts'],
  ],
  'rooms-know-no-shell': [
    ['page/pad/drawing-pad.ts -> page/shell/theme.ts'],
    ['page/notes/steps/a.ts -type> page/shell/views.ts'],
    ['page/data/a.ts -> page/main.ts'],
  ],
  'rooms-by-their-index': [
    ['page/train/a.ts -> page/drawings/give-drawings.ts'],
    ['page/inside/answers/a.ts -type> page/yes-no/texts.ts'],
  ],
  'only-controllers-call-the-library': [
    ['page/runs/run-list.ts -> lib/index.ts'],
    ['page/ui/digit-image.ts -> lib/download.ts'],
  ],
};

const ALLOWED: readonly Arrow[] = [
  'page/main.ts -> page/shell/mlp-scratchpad.ts',
  'page/shell/mlp-scratchpad.ts -> page/runs/index.ts',
  'page/runs/index.ts -> page/runs/run-list.ts',
  'page/runs/run-list.ts -> page/ui/digit-image.ts',
  'page/runs/run-list.ts -> page/drawings/index.ts',
  'page/runs/run-list.ts -> page/runs/sweep/form.ts',
  'page/runs/run-list.ts -type> lib/index.ts',
  'page/runs/controller-runs.ts -> lib/index.ts',
  'page/ui/digit-image.ts -> page/model/store.ts',
  'page/model/store.ts -> lib/settings.ts',
  'page/model/store.ts -type> lib/index.ts',
  'lib/index.ts -> lib/client.ts',
  'lib/client.ts -type> lib/protocol.ts',
  'lib/client.ts -> lib/import/job.ts',
  'lib/import/job.ts -> lib/jobs/turns.ts',
  'lib/worker.ts -> lib/session.ts',
  'lib/session.ts -> lib/handlers/training.ts',
  'lib/handlers/training.ts -> lib/jobs/train-job.ts',
  'lib/jobs/train-job.ts -> lib/module.ts',
  'lib/jobs/train-job.ts -type> lib/protocol.ts',
  'lib/jobs/train-job.ts -> lib/jobs/turns.ts',
  'lib/module.ts -> lib/wasm/mlp.mjs',
];

const IT = 'export const it = 1;\n';

/** Files that import each other as the arrows say. */
function treeOf(arrows: readonly Arrow[]): Tree {
  const tree: Record<string, string> = {};
  for (const arrow of arrows) {
    const [from = '', kind, to = ''] = arrow.split(' ');
    const name = relative(dirname(from), to);
    const path = name.startsWith('.') ? name : `./${name}`;
    const line = `import ${kind === '->' ? '' : 'type '}{ it as _ } from '${path}';\n`;
    tree[`web/src/${to}`] ??= IT;
    tree[`web/src/${from}`] = `${tree[`web/src/${from}`] ?? IT}${line}`;
  }
  return tree;
}

/** The names of the rules that refuse something, and how many arrows were looked at. */
async function look(arrows: readonly Arrow[]) {
  const { options, ...ruleSet } = structuredClone(config);
  const baseDir = plant(treeOf(arrows));
  const { output } = await cruise(['web/src'], { ...options, ruleSet, validate: true, baseDir });
  const { violations, totalDependenciesCruised } = (output as ICruiseResult).summary;
  const refusing = [...new Set(violations.map(({ rule }) => rule.name))];
  return { refusing, seen: totalDependenciesCruised };
}

describe('what the design forbids', () => {
  test('each rule has an import here that it must refuse', () => {
    expect(Object.keys(FORBIDDEN).sort()).toEqual([...rules].sort());
  });

  const cases = Object.entries(FORBIDDEN).flatMap(([rule, faults]) =>
    faults.map((arrows) => [rule, arrows] as const),
  );
  test.each(cases)('%s refuses %j, and no other rule does', async (rule, arrows) => {
    expect(await look(arrows)).toEqual({ refusing: [rule], seen: arrows.length });
  });
});

test('what the design allows is refused by no rule', async () => {
  expect(await look(ALLOWED)).toEqual({ refusing: [], seen: ALLOWED.length });
});
