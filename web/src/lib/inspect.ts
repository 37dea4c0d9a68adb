// SPDX-License-Identifier: MIT
// The activations of one image, and which pixels spoke for an answer, from the core.
import type { Inspection } from './results.ts';
import { check, type CoreTrainer, type MainModule } from './module.ts';
import type { Ask } from './protocol.ts';

/** What the core takes for 'its own answer'. */
const OWN_ANSWER = -1;

/** @param layers n_0 ... n_L */
export function inspect(
  module: MainModule,
  trainer: CoreTrainer,
  layers: readonly number[],
  { image, output }: Ask<'inspect'>,
): Inspection {
  const inspected = trainer.inspect(image, output ?? OWN_ANSWER);
  check(module, inspected.status);
  let end = 0;
  const activations = layers.map((units) => inspected.activations.slice(end, (end += units)));
  return { activations, output: inspected.output, contributions: inspected.contributions };
}
