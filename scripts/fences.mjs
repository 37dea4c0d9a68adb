// SPDX-License-Identifier: MIT
// `npm run fences`: holds the arrows of the design. Who may import what in web/src is in
// .dependency-cruiser.mjs, who may include what in cpp/ in the table of cpp/README.md.
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';
import { checkCore } from './lib/core-fences.mjs';
import { main, note } from './lib/log.mjs';
import { root } from './lib/paths.mjs';

/** Prints what breaks a rule; tells whether anything does. */
async function checkWeb() {
  const { options, ...ruleSet } = config;
  const { output, exitCode } = await cruise(['web/src'], {
    ...options,
    ruleSet,
    validate: true,
    baseDir: root,
    outputType: 'err',
  });
  // It ends with how many modules and dependencies there are.
  console.log(output.trim());
  return exitCode === 0;
}

await main(async () => {
  const web = await checkWeb();
  const { problems, files, includes } = checkCore(root);
  for (const problem of problems) console.error(problem);
  note(`cpp: ${files} files, ${includes} includes, ${problems.length} that break a rule`);
  process.exitCode = web && problems.length === 0 ? 0 : 1;
});
