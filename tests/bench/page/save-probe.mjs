// SPDX-License-Identifier: MIT
// Put before the page's worker by autosave.mjs: how long each 'save' keeps the worker's thread, and how
// far training has come.
//
// A save begins with its message, or, where an epoch is being tested, when that test's last slice has
// ended: the test is no cost of saving. It copies all out and hands the weights to the browser for their
// checksum; up to there the thread is blocked. It is blocked again while the answer is posted.
const { MessagePort, addEventListener, crypto } = globalThis;

const saves = [];
const waiting = [];
const training = { begin: undefined, end: undefined };
globalThis.saveProbe = () => ({ saves, training });

/** When the last slice of any work ended: it posts the next to itself. See lib/jobs/turns.ts. */
let sliceEnd = 0;
const postToItself = MessagePort.prototype.postMessage;
MessagePort.prototype.postMessage = function (...args) {
  postToItself.apply(this, args);
  sliceEnd = performance.now();
};

globalThis.addEventListener = (type, handler, ...rest) => {
  const noting = (event) => {
    if (event.data?.kind === 'save') waiting.push({ id: event.data.id, begin: performance.now() });
    handler(event);
  };
  addEventListener.call(globalThis, type, type === 'message' ? noting : handler, ...rest);
};

const digest = crypto.subtle.digest.bind(crypto.subtle);
crypto.subtle.digest = (...args) => {
  const result = digest(...args); // it has copied them when it returns
  const save = waiting.find(({ copyMs }) => copyMs === undefined);
  if (save) save.copyMs = performance.now() - Math.max(save.begin, sliceEnd);
  return result;
};

const post = globalThis.postMessage.bind(globalThis);
globalThis.postMessage = (message, ...rest) => {
  const begin = performance.now();
  post(message, ...rest);
  const end = performance.now();
  const save = message.type === 'answer' ? waiting.findIndex(({ id }) => id === message.id) : -1;
  if (save >= 0) {
    const [{ copyMs }] = waiting.splice(save, 1);
    saves.push({ at: begin, copyMs, postMs: end - begin });
  } else if (message.event === 'progress') {
    const { epoch, of, examples, seconds } = message.value;
    const now = { at: end, images: (epoch - 1) * of + examples, seconds };
    training.begin ??= now;
    training.end = now;
  }
};
