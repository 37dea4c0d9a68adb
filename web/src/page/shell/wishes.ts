// SPDX-License-Identifier: MIT
// What the page round a lab asks of it by attributes, and what of that can be followed.
import { checkNetwork } from '../../lib/check-settings.ts';
import { messageOf } from '../../lib/errors.ts';
import { DEFAULT_NETWORK } from '../../lib/settings.ts';
import { decodeLink, type OpenedLink } from '../model/link/link.ts';
import { CHOSEN_FROM, type PresetChoice } from '../model/presets.ts';
import { plain } from '../model/problems.ts';
import { HOST } from './wishes-texts.ts';
import { VIEWS } from './views.ts';

/** As the attributes have it; '' asks for nothing. */
export interface Wishes {
  /** The query of a link. */
  readonly settings: string;
  readonly preset: string;
  readonly data: string;
  readonly seed: string;
  /** These three are followed by the element itself, and only looked through here. */
  readonly view: string;
  readonly hide: string;
  readonly theme: string;
}

/** What follows from them; null: nothing is asked for, or not what there is. */
export interface Followed {
  readonly link: OpenedLink | null;
  readonly preset: PresetChoice | null;
  readonly data: 'mnist' | 'generated' | null;
  readonly seed: number | null;
  /** What could not be followed, as the notice on the page; '' where all could. */
  readonly problem: string;
}

/** What may be left out, by the names that `hide` takes. */
export const PARTS = ['header', 'views', 'run', 'pad', 'charts', 'settings', 'footer'] as const;

const THEMES = ['light', 'dark'] as const;
const DATA = ['mnist', 'generated'] as const;
const PRESET_NAMES = Object.keys(CHOSEN_FROM) as PresetChoice[];

/** The words that `view` begins with. */
export const VIEW_WORDS = VIEWS.map(({ hash }) => hash.slice(1));

export function follow({ settings, preset, data, seed, view, hide, theme }: Wishes): Followed {
  const problems: string[] = [];
  const oneOf = <Name extends string>(attribute: string, value: string, names: readonly Name[]) => {
    const found = names.find((name) => name === value) ?? null;
    if (value && !found) problems.push(HOST.oneOf(attribute, value, names));
    return found;
  };
  const link = settings ? decodeLink(settings) : null;
  if (settings && !link) problems.push(HOST.noLink);
  const wrongSeed = seed ? seedProblem(seed) : '';
  if (wrongSeed) problems.push(HOST.wrong('seed', seed, wrongSeed));
  oneOf('theme', theme, THEMES);
  oneOf('view', view.replace(/\/.*/, ''), VIEW_WORDS);
  for (const part of hide.split(/\s+/)) oneOf('hide', part, PARTS);
  return {
    link,
    preset: oneOf('preset', preset, PRESET_NAMES),
    data: oneOf('data', data, DATA),
    seed: seed && !wrongSeed ? Number(seed) : null,
    problem: problems.join(' '),
  };
}

function seedProblem(seed: string): string {
  try {
    checkNetwork({ ...DEFAULT_NETWORK, seed: /^\d+$/.test(seed) ? Number(seed) : NaN });
    return '';
  } catch (error) {
    return plain(messageOf(error));
  }
}
