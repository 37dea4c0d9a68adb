// SPDX-License-Identifier: MIT
import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { INITIAL_STATE } from '../model/initial-state.ts';
import { NAMES } from '../model/names.ts';
import { NETWORK } from '../settings/texts.ts';
import { statusOf } from '../train/selectors.ts';
import { servicesContext, themeContext } from '../ui/contexts.ts';
import { follow, Selection } from '../ui/selection.ts';
import { base, tokens } from '../ui/styles.ts';
import { LATER } from '../ui/texts.ts';
import { obey } from './commands.ts';
import { Controller } from './controller.ts';
import { frameOf, type Width, widthOf } from './frame.ts';
import { HostedLab } from './hosted-lab.ts';
import { Parts } from './later.ts';
import { narrow } from './layout.ts';
import { footer } from './footer.ts';
import { currentTheme, onSystemTheme, storeTheme } from './theme.ts';
import { LAZY_VIEWS, type LazyView, OWN_DATA, viewIn } from './views.ts';
import { wide } from './wide-layout.ts';
import './app-header.ts';
import '../data/drop-zone.ts';
import '../data/index.ts';
import '../pad/drawing-pad.ts';
import '../pad/prediction-view.ts';
import '../pad/probability-list.ts';
import '../settings/settings-panel.ts';
import '../train/run-charts.ts';
import '../train/run-controls.ts';
import '../train/run-progress.ts';
import '../train/test-accuracy.ts';
import '../ui/view-slot.ts';
import './view-links.ts';

const lazyViews = Object.keys(LAZY_VIEWS) as LazyView[];

/**
 * The whole laboratory; main.ts and element.ts define it as <mlp-scratchpad>. Fires `mlp-status`
 * when its status text or its theme changes, and what lab-events.ts has.
 */
export class MlpScratchpad extends HostedLab {
  static override get properties() {
    return { ...HostedLab.properties, width: { state: true } };
  }

  /** Narrow: one column, the settings folded. Wide: three columns. See layout.ts. */
  declare width: Width;

  #controller: Controller | null = null;
  /** Whose events are told. */
  #told: Controller | null = null;
  #endings: (() => void)[] = [];
  #status = '';
  readonly #parts = new Parts(() => this.#controller?.say(LATER.failed));
  readonly #services = new ContextProvider(this, { context: servicesContext });
  readonly #theme: ContextProvider<typeof themeContext>;
  readonly #page = new Selection(
    this,
    { store: () => this.#controller?.store ?? null, initial: INITIAL_STATE },
    frameOf,
  );
  readonly #route = follow(this, () => this.#controller?.services.route, { hash: '' });

  static override styles = [tokens, base, narrow, wide];

  constructor() {
    super();
    this.width = 'wide';
    this.#theme = new ContextProvider(this, { context: themeContext, initialValue: this.theme });
  }

  /** Where its files are, unless `site-url` says so. */
  protected readonly home: string = './';

  /** How the training stands, for a title; '' while there is nothing to say. */
  get statusText(): string {
    return this.#status;
  }

  /** Whether it trains at the moment. */
  get training(): boolean {
    return this.#controller?.store.state.run === 'training';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { address, view } = this;
    const site = new URL(this.siteUrl || this.home, document.baseURI);
    const controller = new Controller(site, { address, place: view && `#${view}` });
    const sizes = new ResizeObserver(() => (this.width = widthOf(this)));
    sizes.observe(this);
    this.#controller = controller;
    this.#services.setValue(controller.services);
    this.#endings = [
      controller.store.subscribe((state) => this.#tell(statusOf(state))),
      onSystemTheme(() => {
        if (!this.themeGiven) this.theme = currentTheme();
      }),
      () => sizes.disconnect(),
      () => controller.dispose(),
    ];
    controller.start(this.firstWishes());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#endings) end();
    this.#controller = null;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    obey(root, {
      controller: () => this.#controller,
      toggleTheme: () => this.#toggleTheme(),
      loadMore: () => this.#parts.load('more'),
    });
    root.addEventListener('click', this.#followLink);
    return root;
  }

  override willUpdate(): void {
    this.#theme.setValue(this.theme);
    const { begun, ready, yesNo, interrupted } = this.#page.value;
    if (interrupted) this.#parts.load('interrupted');
    if (begun) {
      this.#parts.load('charts');
      this.#tellEvents();
    }
    if (ready) this.#parts.load('ready');
    if (yesNo) this.#parts.load('yesNo');
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('theme')) this.dispatchEvent(new Event('mlp-status'));
    const wishes = this.newWishes();
    if (!wishes) return;
    if (wishes.view) this.#controller?.services.route.go(`#${wishes.view}`);
    this.#controller?.ask(wishes);
  }

  override render() {
    const { theme, address } = this;
    const linkOf = this.#controller?.linkOf;
    const hidden = new Set(this.hide.split(/\s+/));
    const { canUse, quiet, yesNo, ownPanel, interrupted } = this.#page.value;
    const view = viewIn(this.#route.value.hash);
    const isWide = this.width === 'wide';
    // Where the settings are folded or far below, loading and its errors stand beside Train; while
    // nothing else is to be told, in the place of the progress, so that nothing moves in the end.
    const statusInSight = isWide || canUse;
    const early = !statusInSight && quiet;
    const status = html`<mlp-data-status class=${early ? 'early' : ''}></mlp-data-status>`;
    return html`
      <div class="page" lang="en">
        <mlp-app-header ?hidden=${hidden.has('header')} ?dark=${theme === 'dark'} ?own=${address}>
          ${linkOf ? html`<mlp-share-link slot="share" .linkOf=${linkOf}></mlp-share-link>` : nothing}
          <mlp-view-links ?hidden=${hidden.has('views')} view=${view}></mlp-view-links>
        </mlp-app-header>
        ${interrupted ? html`<mlp-interrupted-run></mlp-interrupted-run>` : nothing}
        <div
          role=${address ? 'main' : nothing}
          class="main ${view === 'train' ? 'train' : `other ${view}`} ${hidden.has('pad') ? 'no-pad' : ''}"
        >
          <div class="run" ?hidden=${hidden.has('run')}>
            <span class="number" aria-hidden="true">1</span>
            <mlp-run-controls ?quiet=${early}></mlp-run-controls>
            ${statusInSight || early ? nothing : status}
          </div>
          ${early ? status : nothing}
          <mlp-run-progress ?hidden=${early || hidden.has('run')}></mlp-run-progress>
          <mlp-test-accuracy ?hidden=${hidden.has('charts')}></mlp-test-accuracy>
          <section class="pad" ?hidden=${hidden.has('pad')}>
            <mlp-drawing-pad>
              <h2><span class="number" aria-hidden="true">2</span>${NAMES.pad}</h2>
            </mlp-drawing-pad>
            <mlp-prediction-view>
              <mlp-pad-options slot="options"></mlp-pad-options>
            </mlp-prediction-view>
            <mlp-probability-list></mlp-probability-list>
            <mlp-correction></mlp-correction>
          </section>
          ${lazyViews.map(
            (name) => html`
              <mlp-view-slot
                class=${name}
                .lazy=${LAZY_VIEWS[name]}
                ?active=${view === name}
              ></mlp-view-slot>
            `,
          )}
          <mlp-run-charts
            class="charts"
            ?hidden=${hidden.has('charts')}
            ?wide=${isWide}
          ></mlp-run-charts>
          <details
            class="settings"
            ?hidden=${hidden.has('settings')}
            ?open=${this.width !== 'narrow'}
          >
            <summary>${NETWORK.settings}</summary>
            <mlp-settings-panel ?hide-data-status=${!statusInSight}></mlp-settings-panel>
          </details>
          ${yesNo ? html`<mlp-yes-no-panel></mlp-yes-no-panel>` : nothing}
        </div>
        <mlp-drop-zone ?whole=${address}></mlp-drop-zone><mlp-offline></mlp-offline>
        <mlp-view-slot class="over" .lazy=${OWN_DATA} ?active=${ownPanel}></mlp-view-slot>
        <footer role=${address ? nothing : 'none'} ?hidden=${hidden.has('footer')}>
          ${footer(address)}
        </footer>
      </div>
    `;
  }

  #tell(status: string): void {
    if (status === this.#status) return;
    this.#status = status;
    this.dispatchEvent(new Event('mlp-status'));
  }

  /** To the page round the lab, from the time on when there is a network. */
  #tellEvents(): void {
    const controller = this.#controller;
    if (!controller || controller === this.#told) return;
    this.#told = controller;
    import('./lab-events.ts').then(
      ({ tellEvents }) => {
        if (controller === this.#controller) this.#endings.push(tellEvents(controller.store, this));
      },
      () => undefined, // nobody is told; the lab works
    );
  }

  /** A place of the lab; in somebody else's page the address is left alone. */
  #followLink = (event: Event): void => {
    if (this.address) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const href = link?.getAttribute('href');
    if (!href?.startsWith('#')) return;
    event.preventDefault();
    this.#controller?.services.route.go(href);
  };

  #toggleTheme(): void {
    this.theme = this.theme === 'dark' ? 'light' : 'dark';
    storeTheme(this.theme);
  }
}
