// SPDX-License-Identifier: MIT
import { html, LitElement, nothing } from 'lit';
import { chartLines, measures, view } from '../model/view-model.ts';
import { Controller } from './controller.ts';
import type { PageEvent } from '../model/events.ts';
import { loadPart } from './later.ts';
import { layout, MEDIUM_REM, WIDE_REM } from './layout.ts';
import { INITIAL_STATE, type State } from '../model/store.ts';
import { base, tokens } from '../ui/styles.ts';
import { NAMES } from '../model/names.ts';
import { HEADER } from './texts.ts';
import { LATER } from '../ui/texts.ts';
import { NETWORK } from '../settings/texts.ts';
import { CHARTS } from '../train/texts.ts';
import { CHART } from '../ui/chart/texts.ts';
import { PAD } from '../pad/texts.ts';
import { currentTheme, onSystemTheme, storeTheme, type Theme } from './theme.ts';
import * as format from '../model/format.ts';
import './app-header.ts';
import '../data/data-status.ts';
import '../pad/drawing-pad.ts';
import '../data/drop-zone.ts';
import '../train/epoch-table.ts';
import '../pad/prediction-view.ts';
import '../pad/probability-list.ts';
import '../train/run-controls.ts';
import '../train/run-progress.ts';
import '../settings/settings-panel.ts';
import '../train/test-accuracy.ts';
import './view-links.ts';
import '../ui/view-slot.ts';
import { currentView, OWN_DATA, LAZY_VIEWS, type LazyView, onView, type View } from './views.ts';

const lazyViews = Object.keys(LAZY_VIEWS) as LazyView[];

/**
 * The whole laboratory; main.ts defines it as <mlp-scratchpad>. Fires `mlp-status` when its status
 * text or its theme changes.
 */
export class MlpScratchpad extends LitElement {
  static override get properties() {
    return {
      siteUrl: { attribute: 'site-url' },
      address: { type: Boolean },
      theme: { reflect: true },
      width: { state: true },
      page: { state: true },
      view: { state: true },
    };
  }

  /** The folder that holds data/manifest.json, relative to the page. */
  declare siteUrl: string;
  /** The address of the page holds the settings: for a page that is the lab's own. */
  declare address: boolean;
  declare theme: Theme;
  /** Narrow: one column, the settings folded. Wide: three columns. See layout.ts. */
  declare width: Width;
  declare page: State;
  declare view: View;

  #controller: Controller | null = null;
  #endings: (() => void)[] = [];
  #status = '';

  static override styles = [tokens, base, layout];

  constructor() {
    super();
    this.siteUrl = './';
    this.address = false;
    this.theme = currentTheme();
    this.width = 'wide';
    this.page = INITIAL_STATE;
    this.view = currentView();
  }

  /** How the training stands, for a title; '' while there is nothing to say. */
  get statusText(): string {
    return this.#status;
  }

  /** Whether it trains at the moment. */
  get training(): boolean {
    return this.page.run === 'training';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { address } = this;
    const controller = new Controller(new URL(this.siteUrl, document.baseURI), { address });
    const sizes = new ResizeObserver(() => (this.width = widthOf(this)));
    sizes.observe(this);
    this.#controller = controller;
    this.#endings = [
      controller.store.subscribe((state) => (this.page = state)),
      onSystemTheme(() => (this.theme = currentTheme())),
      onView(() => (this.view = currentView())),
      () => sizes.disconnect(),
      () => controller.dispose(),
    ];
    controller.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#endings) end();
    this.#controller = null;
  }

  override willUpdate(): void {
    const { page } = this;
    this.#status = view(page).status;
    const fail = (): void => this.#controller?.say(LATER.failed);
    if (page.backend || page.data.kind === 'failed') loadPart('charts', fail);
    if (page.data.kind === 'ready') loadPart('drawings', fail);
    if (page.network.output === 'sigmoid') loadPart('yesNo', fail);
  }

  override updated(): void {
    this.dispatchEvent(new Event('mlp-status'));
  }

  override render() {
    const { page, theme } = this;
    const shown = view(page);
    const { ready, free, reason, hint, positive, trained, cost, accuracy, latest } = shown;
    const { preset, scheduled, testAccuracy, alwaysNo } = shown;
    const wide = this.width === 'wide';
    // Where the settings are folded or far below, loading and its errors stand beside Train; while
    // nothing else is to be told, in the place of the progress, so that nothing moves in the end.
    const statusInSight = wide || ready;
    const early = !statusInSight && shown.quiet;
    const status = html`<mlp-data-status
      class=${early ? 'early' : ''}
      .data=${page.data}
      .hasMnist=${page.hasMnist}
    ></mlp-data-status>`;
    return html`
      <div
        class="page"
        @mlp-train=${() => this.#controller?.train()}
        @mlp-step=${() => this.#controller?.step()}
        @mlp-reset=${() => this.#controller?.reset()}
        @mlp-more=${() => loadPart('more', () => this.#controller?.say(LATER.failed))}
        @mlp-undo=${(e: PageEvent<'mlp-undo'>) => this.#controller?.undo(e.detail)}
        @mlp-finder=${(e: PageEvent<'mlp-finder'>) => this.#controller?.finder(e.detail)}
        @mlp-retry=${() => this.#controller?.retry()}
        @mlp-theme=${this.#toggleTheme}
        @mlp-data=${(e: PageEvent<'mlp-data'>) => this.#controller?.chooseData(e.detail)}
        @mlp-own=${(e: PageEvent<'mlp-own'>) => this.#controller?.openOwn(e.detail)}
        @mlp-network=${(e: PageEvent<'mlp-network'>) => this.#controller?.changeNetwork(e.detail)}
        @mlp-training=${(e: PageEvent<'mlp-training'>) =>
          this.#controller?.changeTraining(e.detail)}
        @mlp-engine=${(e: PageEvent<'mlp-engine'>) => this.#controller?.changeEngine(e.detail)}
        @mlp-preset=${(e: PageEvent<'mlp-preset'>) => this.#controller?.choosePreset(e.detail)}
        @mlp-threshold=${(e: PageEvent<'mlp-threshold'>) =>
          this.#controller?.setThreshold(e.detail)}
        @mlp-strokes=${(e: PageEvent<'mlp-strokes'>) => this.#controller?.draw(e.detail)}
        @mlp-deskew=${(e: PageEvent<'mlp-deskew'>) => this.#controller?.setDeskew(e.detail)}
        @mlp-image=${(e: PageEvent<'mlp-image'>) => this.#controller?.showImage(e.detail)}
      >
        <mlp-app-header ?dark=${theme === 'dark'} .linkOf=${this.#controller?.linkOf ?? null}>
          <mlp-view-links view=${this.view}></mlp-view-links>
        </mlp-app-header>
        <main class=${this.view === 'train' ? 'train' : `other ${this.view}`}>
          <div class="run">
            <span class="number" aria-hidden="true">1</span>
            <mlp-run-controls .run=${page.run} ?ready=${free} .reason=${early ? '' : reason}>
            </mlp-run-controls>
            ${statusInSight || early ? nothing : status}
          </div>
          ${early ? status : nothing}
          <mlp-run-progress
            ?hidden=${early}
            .run=${page.run}
            ?busy=${page.busy !== null}
            ?scheduled=${scheduled}
            .progress=${page.progress}
            .accuracy=${testAccuracy}
            .step=${page.step}
            .lastEpoch=${page.lastEpoch}
            .finished=${latest?.epoch ?? 0}
            .hint=${hint}
            .outcome=${page.busy === 'learn' ? '' : page.outcome}
            .notice=${shown.notice}
          ></mlp-run-progress>
          <mlp-test-accuracy
            .accuracy=${testAccuracy}
            .alwaysNo=${alwaysNo}
            ?training=${page.run === 'training'}
          ></mlp-test-accuracy>
          <section class="pad">
            <mlp-drawing-pad .theme=${theme} .image=${page.padImage} .invitation=${PAD.here}>
              <h2><span class="number" aria-hidden="true">2</span>${NAMES.pad}</h2>
            </mlp-drawing-pad>
            <mlp-prediction-view
              .reading=${page.reading}
              .positive=${positive}
              .threshold=${page.threshold}
              ?trained=${trained}
              .classes=${page.look.classes}
              .theme=${theme}
            >
              <mlp-pad-options slot="options" ?deskew=${page.deskew}></mlp-pad-options>
            </mlp-prediction-view>
            <mlp-probability-list
              .probabilities=${page.reading?.probabilities ?? null}
              ?yes-no=${positive !== null}
              .threshold=${page.threshold}
              .classes=${page.look.classes}
            ></mlp-probability-list>
            <mlp-correction .context=${this.#controller?.context} .page=${page}></mlp-correction>
          </section>
          ${lazyViews.map(
            (name) => html`
              <mlp-view-slot
                class=${name}
                .lazy=${LAZY_VIEWS[name]}
                .context=${this.#controller?.context}
                ?active=${this.view === name}
                theme=${theme}
              ></mlp-view-slot>
            `,
          )}
          <div class="charts">
            <mlp-line-chart
              class="cost"
              .label=${NAMES.costChart}
              .lines=${chartLines.cost}
              .data=${cost}
              .xMax=${page.lastEpoch}
              .overlays=${page.overlays}
              .measure=${measures.cost}
              .marks=${page.marks}
              .format=${format.axisCost}
              .empty=${CHARTS.costEmpty}
              .theme=${theme}
            ></mlp-line-chart>
            <mlp-line-chart
              class="rate"
              ?hide-title=${wide}
              .label=${NAMES.accuracyChart}
              .xLabel=${CHART.x}
              .lines=${chartLines.accuracy}
              .data=${accuracy}
              .xMax=${page.lastEpoch}
              .overlays=${page.overlays}
              .measure=${measures.accuracy}
              .marks=${page.marks}
              .yRange=${'share'}
              .format=${format.axisPercent}
              .empty=${CHARTS.accuracyEmpty}
              .theme=${theme}
            ></mlp-line-chart>
            <mlp-epoch-table .epochs=${page.epochs} .kept=${page.kept}></mlp-epoch-table>
          </div>
          <details class="settings" ?open=${this.width !== 'narrow'}>
            <summary>${NETWORK.settings}</summary>
            <mlp-settings-panel
              .context=${this.#controller?.context}
              .page=${page}
              .preset=${preset}
              .changes=${shown.changes}
              ?hide-data-status=${!statusInSight}
            ></mlp-settings-panel>
          </details>
          ${
            positive === null
              ? nothing
              : html`<mlp-yes-no-panel
                  .scores=${page.scores}
                  .curves=${page.curves}
                  .threshold=${page.threshold}
                  .positive=${positive}
                ></mlp-yes-no-panel>`
          }
        </main>
        <mlp-drop-zone ?whole=${this.address}></mlp-drop-zone>
        <mlp-view-slot
          class="over"
          .lazy=${OWN_DATA}
          .context=${this.#controller?.context}
          ?active=${page.ownPanel !== null}
          theme=${theme}
        ></mlp-view-slot>
        <footer>${HEADER.footer}</footer>
      </div>
    `;
  }

  #toggleTheme = (): void => {
    this.theme = this.theme === 'dark' ? 'light' : 'dark';
    storeTheme(this.theme);
  };
}

type Width = 'narrow' | 'medium' | 'wide';

function widthOf(element: HTMLElement): Width {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const width = element.clientWidth / rem;
  return width >= WIDE_REM ? 'wide' : width >= MEDIUM_REM ? 'medium' : 'narrow';
}
