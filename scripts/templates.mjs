// SPDX-License-Identifier: MIT
// `npm run templates`: checks the templates of the page, or of the files that are named, by its rules.
import { resolve } from 'node:path';
import { main, note } from './lib/log.mjs';
import { checkTemplates } from './lib/templates.mjs';

await main(() => {
  const others = process.argv.slice(2).map((path) => resolve(path));
  const { problems, files, templates } = checkTemplates(others);
  for (const problem of problems) console.error(problem);
  note(`${files} files, ${templates} templates, ${problems.length} problems`);
  process.exitCode = problems.length === 0 && templates > 0 ? 0 : 1;
});
