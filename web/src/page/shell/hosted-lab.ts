// SPDX-License-Identifier: MIT
import { LitElement, type PropertyValues } from 'lit';
import type { Theme } from '../model/theme.ts';
import { currentTheme } from './theme.ts';
import type { Wishes } from './wishes.ts';

/** Attributes that are followed at the start, and when they change. */
const FOLLOWED = ['settings', 'preset', 'data', 'seed', 'view', 'hide', 'theme'] as const;

const isTheme = (value: string | null): value is Theme => value === 'light' || value === 'dark';

/**
 * What the page round a lab can ask of it. A value that is none is named in the lab, and never
 * thrown. public/custom-elements.json has it for programs, the README for people.
 */
export abstract class HostedLab extends LitElement {
  static override get properties() {
    return {
      siteUrl: { attribute: 'site-url' },
      address: { type: Boolean },
      settings: {},
      preset: {},
      data: {},
      seed: {},
      view: {},
      hide: {},
      theme: {
        reflect: true,
        converter: (value: string | null) => (isTheme(value) ? value : currentTheme()),
      },
    };
  }

  /** The folder that holds data/manifest.json, relative to the page; '': that of the script. */
  declare siteUrl: string;
  /** The address of the page holds the settings: for a page that is the lab's own. */
  declare address: boolean;
  /** All settings, as the query of a link has them. */
  declare settings: string;
  /** The name of a preset. */
  declare preset: string;
  /** mnist or generated. */
  declare data: string;
  /** Of the first weights, the order of the images and all else that is random. */
  declare seed: string;
  /** train, step-by-step, look-inside, look-inside/weights, data, runs or models. */
  declare view: string;
  /** Parts to leave out, by spaces; wishes.ts has their names. */
  declare hide: string;
  /** What is shown. As an attribute it is the page's choice, which stands over the system's. */
  declare theme: Theme;

  /** Whether the page has chosen the theme. */
  protected themeGiven = false;
  #reflecting = false;
  /** What was followed last. */
  #followed: Wishes | null = null;
  #badTheme = '';

  constructor() {
    super();
    this.siteUrl = this.settings = this.preset = this.data = this.seed = this.view = this.hide = '';
    this.address = false;
    this.theme = currentTheme();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === 'theme' && !this.#reflecting) {
      this.themeGiven = isTheme(value);
      this.#badTheme = this.themeGiven ? '' : (value ?? '');
      if (old === value) return;
    }
    super.attributeChangedCallback(name, old, value);
  }

  protected override update(changed: PropertyValues): void {
    this.#reflecting = true;
    super.update(changed);
    this.#reflecting = false;
  }

  /** All that is asked for; null: nothing. */
  protected firstWishes(): Wishes | null {
    const wishes = (this.#followed = this.#wishes);
    return FOLLOWED.some((name) => wishes[name]) ? wishes : null;
  }

  /** What is asked for anew since it was asked last; null: nothing. */
  protected newWishes(): Wishes | null {
    const [before, now] = [this.#followed, this.#wishes];
    if (!before) return null;
    this.#followed = now;
    const fresh = FOLLOWED.map((name) => [name, now[name] === before[name] ? '' : now[name]]);
    return fresh.some(([, value]) => value) ? (Object.fromEntries(fresh) as Wishes) : null;
  }

  get #wishes(): Wishes {
    const { settings, preset, data, seed, view, hide } = this;
    return { settings, preset, data, seed, view, hide, theme: this.#badTheme };
  }
}
