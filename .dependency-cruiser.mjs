// SPDX-License-Identifier: MIT
// The arrows of the design: who may import what. `npm run fences` holds them, and tests/fences plants
// a forbidden import for each rule here and sees it refused.

const PAGE = '^web/src/page';
const LIB = '^web/src/lib';

/** What one sees and works with, a folder each. */
const ROOMS = '(train|settings|pad|yes-no|data|drawings|notes|inside|runs|models|storage)';

/** What the worker alone holds. `jobs/turns.ts` is for both sides. */
const IN_WORKER = `${LIB}/((worker|session|module)[.]ts$|handlers/|jobs/(?!turns[.]ts$)|wasm/)`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'What needs each other belongs together, or a third holds what both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'library-without-page',
      comment: 'The library works without the page.',
      severity: 'error',
      from: { path: `${LIB}/` },
      to: { path: `${PAGE}/` },
    },
    {
      name: 'only-the-worker-holds-the-module',
      comment: 'The module lives in the worker; everybody else speaks to it by the protocol.',
      severity: 'error',
      from: { path: [`${LIB}/index[.]ts$`, `${PAGE}/main[.]ts$`] },
      to: { path: IN_WORKER, reachable: true }, // by however many imports, those of types included
    },
    {
      name: 'worker-knows-no-client',
      comment: 'The worker answers what it is asked; who asks is not its concern.',
      severity: 'error',
      from: { path: `${LIB}/worker[.]ts$` },
      to: { path: `${LIB}/(index|trainer|client|spawn|download)[.]ts$`, reachable: true },
    },
    {
      name: 'service-worker-knows-nobody',
      comment: 'It outlives the page that it serves; the page may know what both call the caches.',
      severity: 'error',
      from: { path: '^web/src/service-worker/' },
      to: { path: '^web/src/(?!service-worker/)' },
    },
    {
      name: 'page-knows-names-of-the-service-worker',
      comment: 'The service worker is a program of its own.',
      severity: 'error',
      from: { path: `(${PAGE}|${LIB})/` },
      to: { path: '^web/src/service-worker/(?!names[.]ts$)' },
    },
    {
      name: 'protocol-stays-in-the-library',
      comment: 'What crosses between page and worker is private; results.ts has what is answered.',
      severity: 'error',
      from: { pathNot: `${LIB}/` },
      to: { path: `${LIB}/protocol[.]ts$` },
    },
    {
      name: 'model-knows-nobody',
      comment: 'The model is below the rooms and what they are built from.',
      severity: 'error',
      from: { path: `${PAGE}/model/` },
      to: { path: `${PAGE}/(?!model/)` },
    },
    {
      name: 'ui-knows-no-room',
      comment: 'What every room may use knows none of them.',
      severity: 'error',
      from: { path: `${PAGE}/ui/` },
      to: { path: `${PAGE}/(?!ui/|model/)` },
    },
    {
      name: 'rooms-know-no-shell',
      comment: 'The shell holds the rooms; they reach it by events and services.',
      severity: 'error',
      from: { path: `${PAGE}/${ROOMS}/` },
      to: { path: `${PAGE}/(shell/|main)` },
    },
    {
      name: 'rooms-by-their-index',
      comment: 'A room reaches another by its index.ts, or by an interface in model/services.ts.',
      severity: 'error',
      from: { path: `${PAGE}/${ROOMS}/` },
      to: { path: `${PAGE}/${ROOMS}/`, pathNot: [`${PAGE}/$1/`, `${PAGE}/${ROOMS}/index[.]ts$`] },
    },
    {
      name: 'only-controllers-call-the-library',
      comment: 'An element shows what it selects and sends events; a controller asks the library.',
      severity: 'error',
      from: {
        path: `${PAGE}/`,
        pathNot: ['/controller[^/]*[.]ts$', '-job[.]ts$'],
      },
      to: {
        path: `${LIB}/(index|trainer|client|worker|spawn|session|module|download|loader)[.]ts$`,
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'web/src/lib/wasm'] },
    includeOnly: '^web/src',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts'] },
  },
};
