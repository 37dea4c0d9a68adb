// SPDX-License-Identifier: MIT
/** Loads at the first call what all calls share; after a failure the next one tries again. */
export function onceLoaded<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let part: Promise<Part> | null = null;
  return () =>
    (part ??= load().catch((error: unknown) => {
      part = null;
      throw error;
    }));
}
