// SPDX-License-Identifier: MIT
// Checks the templates of elements by lit-analyzer: tags, attributes, properties and their types,
// events and slots.
import { relative } from 'node:path';
import analyzer from '@jackolope/lit-analyzer';
import ts from 'typescript';
import { htmlData } from './html-data.mjs';
import { eventsOf } from './page-events.mjs';
import { inRoot, root } from './paths.mjs';
import { declareTypes } from './property-types.mjs';
import { ownRules } from './template-rules.mjs';

const { ALL_RULE_IDS, DefaultLitAnalyzerContext, LitAnalyzer, makeConfig } = analyzer;

/** Elements that a template may hold before their code is there, and what loads it. */
const LOADED_LATER = {
  'mlp-line-chart': 'the shell, once the network is started',
  'mlp-view-slot': 'the shell, with the page',
  'mlp-more-settings': 'the shell, when they are opened',
  'mlp-rate-finder': 'the shell, when a rate is asked for',
};

/** Rules of the analyzer that are not held, and why. */
const NOT_HELD = {
  'no-missing-element-type-definition': 'no code asks for an element by its tag and for its type',
};

/** The page's program, and the files to check; with other files, these alone are checked. */
function compile(others) {
  const { config } = ts.readConfigFile(inRoot('web/tsconfig.page.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, inRoot('web'));
  const program = ts.createProgram([...fileNames, ...others], options);
  const isPage = ({ fileName }) => relative(inRoot('web/src/page'), fileName)[0] !== '.';
  const page = program.getSourceFiles().filter(isPage);
  return { program, page, files: others.length > 0 ? others.map(program.getSourceFile) : page };
}

function analyzerOf(program, files) {
  const events = eventsOf(program, files);
  const context = new DefaultLitAnalyzerContext({ ts, getProgram: () => program });
  const own = ownRules(events);
  context.rules.push(...own);
  const ids = [...ALL_RULE_IDS, ...own.map(({ id }) => id)];
  context.updateConfig(
    makeConfig({
      strict: true,
      rules: Object.fromEntries(ids.map((id) => [id, id in NOT_HELD ? 'off' : 'error'])),
      dontSuggestConfigChanges: true,
      customHtmlData: htmlData,
      globalEvents: [...events.keys()],
    }),
  );
  declareTypes(context, files);
  return new LitAnalyzer(context);
}

/**
 * Checks the page, or the given files by the page's rules: what is wrong, as lines to print, and how
 * many files and templates were looked at.
 */
export function checkTemplates(others = []) {
  const { program, page, files } = compile(others);
  const analyzer = analyzerOf(program, [...page, ...files]);
  const problems = [];
  const spared = new Set();
  for (const file of files) {
    for (const { location, message, fixMessage = '', source } of analyzer.getDiagnosticsInFile(
      file,
    )) {
      const [, tag] = /^Missing import for <(.*)>$/.exec(message) ?? [];
      if (tag in LOADED_LATER) {
        spared.add(tag);
        continue;
      }
      const { line, character } = file.getLineAndCharacterOfPosition(location.start);
      const place = `${relative(root, file.fileName)}:${line + 1}:${character + 1}`;
      problems.push(`${place}: ${source}: ${message} ${fixMessage}`.trim());
    }
  }
  const idle = Object.keys(LOADED_LATER).filter((tag) => files === page && !spared.has(tag));
  for (const tag of idle)
    problems.push(`scripts/lib/templates.mjs: <${tag}> needs no place in LOADED_LATER any more`);
  const documents = files.flatMap((file) => analyzer.getDocumentsInFile(file));
  const templates = documents.filter((document) => 'rootNodes' in document).length; // styles have none
  return { problems, files: files.length, templates };
}
