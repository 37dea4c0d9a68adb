// SPDX-License-Identifier: MIT
// Put before the library's worker by memory.mjs: keeps hold of the WebAssembly memories, since the
// library shows them to nobody.
const memories = new Set();

function watch(imports, instance) {
  const named = [...Object.values(imports ?? {}).flatMap(Object.values), instance.exports].flatMap(
    (value) => (value instanceof WebAssembly.Memory ? [value] : Object.values(value ?? {})),
  );
  for (const value of named) if (value instanceof WebAssembly.Memory) memories.add(value);
}

for (const name of ['instantiate', 'instantiateStreaming']) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (source, imports) => {
    const result = await original.call(WebAssembly, source, imports);
    watch(imports, result.instance ?? result);
    return result;
  };
}

/** Bytes of WebAssembly memory in this worker. */
globalThis.wasmBytes = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
