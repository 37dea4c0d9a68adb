// SPDX-License-Identifier: MIT
// `npm run format` rewrites the sources in the project's format; `-- --check` only reports.
import { clangFormat, prettier } from './lib/format-tools.mjs';
import { UserError, heading, main } from './lib/log.mjs';
import { ensureNodeModules } from './lib/npm.mjs';

await main(async () => {
  const check = process.argv.includes('--check');
  await ensureNodeModules();
  heading('clang-format');
  const cpp = await clangFormat({ check });
  heading('prettier');
  const rest = await prettier({ check });
  if (cpp.code === 0 && rest.code === 0) return;
  throw new UserError(
    check ? "Some files are not formatted; 'npm run format' does it." : 'A formatter failed.',
  );
});
