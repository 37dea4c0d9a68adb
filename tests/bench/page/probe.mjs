// SPDX-License-Identifier: MIT
// Put before the library's worker by memory.mjs: keeps hold of the WebAssembly memories, since the
// library shows them to nobody.

/** Each with its size at the start. */
const memories = new Map();

function watch(imports, instance) {
  const values = [...Object.values(imports ?? {}), instance.exports].flatMap(Object.values);
  for (const value of values) {
    if (value instanceof WebAssembly.Memory && !memories.has(value)) {
      memories.set(value, value.buffer.byteLength);
    }
  }
}

for (const name of ['instantiate', 'instantiateStreaming']) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (source, imports) => {
    const result = await original.call(WebAssembly, source, imports);
    watch(imports, result.instance ?? result);
    return result;
  };
}

/** {now, first}: bytes of WebAssembly memory in this worker, now and at its start. */
globalThis.wasmBytes = () => {
  const sum = { now: 0, first: 0 };
  for (const [memory, first] of memories) {
    sum.now += memory.buffer.byteLength;
    sum.first += first;
  }
  return sum;
};
