// SPDX-License-Identifier: MIT
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    // One file at a time: several measure how fast requests are answered.
    fileParallelism: false,
    testTimeout: 60_000,
  },
});
