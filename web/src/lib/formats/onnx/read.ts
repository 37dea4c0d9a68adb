// SPDX-License-Identifier: MIT
// ONNX graphs of fully connected layers, of this program and of others.
import { LIMITS } from '../../limits.ts';
import type { Activation, NetworkSettings } from '../../settings.ts';
import type { LayerNumbers } from '../../snapshot.ts';
import { OWN_PIXELS, VERSION_KEY } from '../metadata.ts';
import type { OpenedModel, OpenOptions, PixelScale } from '../model.ts';
import { badFile, type Found, type Source } from '../source.ts';
import { activationOf, isErfGelu, isIdentity, isSigmoid, scaleOf } from './functions.ts';
import { readGraph } from './graph.ts';
import { BadMessage } from './proto.ts';
import { type Signal, type Stage, type Value } from './values.ts';
import { walk } from './walk.ts';

/** A graph that multiplies by less than this takes bytes; by more, what was scaled before it. */
const OF_BYTES = 0.1;

/** Layer 1 ... L, and the input before them. */
function stagesOf(source: Source, last: Stage): { input: Signal; stages: Stage[] } {
  const stages: Stage[] = [];
  let stage = last;
  while (stage.before) {
    stages.unshift(stage);
    if (stages.length >= LIMITS.layers) {
      badFile(source, `it has over ${LIMITS.layers - 1} layers, the most that can be opened.`);
    }
    if (!stage.before.stage.before) return { input: stage.before, stages };
    stage = stage.before.stage;
  }
  return badFile(source, 'there is no layer between its input and its output.');
}

function outputOf(source: Source, value: Value): [Signal, NetworkSettings['output']] {
  if (value.kind === 'odd') badFile(source, value.why);
  if (value.kind !== 'signal' && value.kind !== 'softmax') {
    badFile(source, 'its output does not come from its input.');
  }
  const z = value.kind === 'softmax' ? value.of : value;
  const units = z.stage.layer?.b.length ?? 0;
  const plain = isIdentity(z.values);
  if (plain && (value.kind === 'softmax' || units > 1)) return [z, 'softmax'];
  if (units === 1 && (plain || isSigmoid(z.values))) return [z, 'sigmoid'];
  if (isSigmoid(z.values) && value.kind !== 'softmax') {
    badFile(source, `it ends in a sigmoid for each of ${units} classes; softmax can be opened.`);
  }
  return badFile(source, 'it ends in neither a softmax, nor a sigmoid of one output, nor logits.');
}

function activation(source: Source, l: number, signal: Signal, options: OpenOptions): Activation {
  const { values } = signal;
  const known = activationOf(values);
  if (known) return known;
  if (isIdentity(values)) badFile(source, `there is no activation behind layer ${l}.`);
  if (!isErfGelu(values)) {
    badFile(
      source,
      `the activation behind layer ${l} is none of ReLU, leaky ReLU of slope 0.01, tanh, sigmoid ` +
        'and GELU by tanh, the five that can be opened.',
    );
  }
  if (options.hidden === 'gelu') return 'gelu';
  return badFile(
    source,
    `the activation behind layer ${l} is GELU by the error function; here it is computed by tanh, ` +
      "which differs by up to 0.0005. Open it with hidden: 'gelu' to take it so.",
  );
}

function hiddenOf(
  source: Source,
  stages: readonly Stage[],
  options: OpenOptions,
): Activation | null {
  const all = stages
    .slice(1)
    .map(({ before }, i) => before && activation(source, i + 1, before, options));
  const [first = null] = all;
  const other = all.find((g) => g !== first);
  if (other !== undefined) {
    badFile(
      source,
      `its layers have ${String(first)} and ${String(other)}; they must all have one.`,
    );
  }
  return first;
}

/** What the first layer sees of a byte; null: the graph does not say. */
function pixelsOf(source: Source, input: Signal, before: PixelScale): PixelScale | null {
  const own = scaleOf(input.values);
  if (!own) badFile(source, 'what it does to the pixels is more than a factor and an offset.');
  if (Math.abs(own.scale) < OF_BYTES) return own;
  if (isIdentity(input.values)) return null;
  return { scale: own.scale * before.scale, offset: own.scale * before.offset + own.offset };
}

function read(source: Source, options: OpenOptions): Found {
  const graph = readGraph(source);
  const [last, output] = outputOf(source, walk(source, graph));
  const { input, stages } = stagesOf(source, last.stage);
  const layers = stages.flatMap(({ layer }): LayerNumbers[] => (layer ? [layer] : []));
  const [first] = layers;
  const inputs = first ? first.W.length / first.b.length : 0;
  const hidden = hiddenOf(source, stages, options);
  const said = scaleOf(input.values)?.scale ?? 1;
  const unsaid = Math.abs(said) >= OF_BYTES && options.pixels === undefined;
  const own = graph.metadata.has(VERSION_KEY);
  const assumed: OpenedModel['assumed'] = unsaid && !own ? ['pixels'] : [];
  return {
    sizes: [inputs, ...layers.map(({ b }) => b.length)],
    layers,
    network: { output, ...(hidden && { hidden }) },
    pixels: pixelsOf(source, input, options.pixels ?? OWN_PIXELS) ?? options.pixels ?? OWN_PIXELS,
    ...(own && { metadata: graph.metadata }),
    assumed,
  };
}

/** @throws ScratchpadError 'badData' that names the node, or the layer, and says why not */
export function readOnnx(source: Source, options: OpenOptions): Found {
  try {
    return read(source, options);
  } catch (error) {
    // Messages are taken apart as they are needed, so this comes from anywhere above.
    if (!(error instanceof BadMessage)) throw error;
    badFile(source, `is no whole ONNX file: ${error.message}. It is damaged or cut off.`);
  }
}
