// SPDX-License-Identifier: MIT
// The file itself: its words, its looks, and the places of what differs from network to network.

/** What stands in the file; all of it is escaped already. */
export interface PageParts {
  readonly title: string;
  /** Sentences that say which network it is. */
  readonly facts: readonly string[];
  /** What the network is, as JSON, for the reader. */
  readonly network: string;
  /** Base64 of W_1, b_1, W_2 ... as float32, the matrices column after column. */
  readonly weights: string;
  readonly seenWidth: number;
  readonly seenHeight: number;
  /** JavaScript: what reads a drawing, and what one sees. */
  readonly reader: string;
  readonly pad: string;
}

const STYLES = String.raw`
:root {
  color-scheme: light dark;
  --paper: #fbf8f1; --sheet: #fffefa; --ink: #20242e; --muted: #5a6070; --line: #d8d2c4;
  --accent: #1c4fa0; --bar: #b9c3d3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1d2522; --sheet: #222c28; --ink: #eef0ea; --muted: #abb6ae; --line: #414e48;
    --accent: #a9d1ff; --bar: #56655e;
  }
}
* { box-sizing: border-box; }
body {
  max-width: 46rem; margin: 0 auto; padding: 1rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.45 system-ui, sans-serif; font-variant-numeric: tabular-nums;
}
h1 { margin: 0 0 0.75rem; font-size: 1.375rem; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 1rem; }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1rem 1.5rem; }
.head { max-width: 20rem; display: flex; justify-content: space-between; align-items: center; margin-bottom: 0.35rem; }
button {
  min-height: 2.25rem; padding: 0.2rem 0.75rem; border: 1px solid var(--line); border-radius: 4px;
  background: var(--sheet); color: inherit; font: inherit;
}
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
#pad {
  display: block; width: min(100%, 20rem); aspect-ratio: 1; border: 1px solid var(--line);
  background: var(--sheet); cursor: crosshair; touch-action: none;
}
.answer { display: flex; justify-content: space-between; gap: 1rem; min-height: 6.5rem; }
#answer { font-size: 2.5rem; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; }
#answer.empty { color: var(--muted); font-size: 1.125rem; font-weight: 400; }
figure { margin: 0; text-align: end; }
#seen {
  height: 4.5rem; border: 1px solid var(--line); background: var(--sheet); image-rendering: pixelated;
}
ul { display: grid; gap: 0.2rem; margin: 0.35rem 0 0; padding: 0; list-style: none; font-size: 0.875rem; }
li { display: grid; grid-template-columns: minmax(1.5rem, auto) minmax(0, 1fr) 4rem; gap: 0.4rem; align-items: center; }
.name { max-width: 9rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bar { height: 0.6rem; border-inline-start: 1px solid var(--line); }
.bar i { display: block; width: 0; height: 100%; background: var(--bar); forced-color-adjust: none; }
.share { color: var(--muted); text-align: end; }
.top { font-weight: 600; }
.top .bar i { background: var(--accent); }
.top .share { color: inherit; }
footer, .quiet { color: var(--muted); font-size: 0.875rem; overflow-wrap: anywhere; }
p { margin: 0.35rem 0; }
`;

/** The policy forbids every request: the file holds all that it needs. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; form-action 'none'";

export const htmlPage = (parts: PageParts): string => `<!doctype html>
<!-- SPDX-License-Identifier: MIT -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.title}</title>
<style>${STYLES}</style>
</head>
<body>
<header><h1>${parts.title}</h1></header>
<main>
<section aria-labelledby="draw">
<div class="head"><h2 id="draw">Draw</h2><button type="button" id="clear">Clear</button></div>
<canvas id="pad" tabindex="0" role="application" aria-label="Drawing pad" aria-describedby="keys"></canvas>
<p id="keys" class="quiet">Draw with mouse, pen or finger. By keyboard: the arrow keys move, the space
bar puts the pen down and lifts it, Backspace undoes a stroke, Delete clears.</p>
</section>
<section aria-labelledby="prediction">
<h2 id="prediction">Prediction</h2>
<div class="answer">
<div>
<div id="answer" role="status" aria-label="Prediction"></div>
<p id="sure" class="quiet"></p>
</div>
<figure>
<figcaption class="quiet" aria-hidden="true">seen as</figcaption>
<canvas id="seen" width="${parts.seenWidth}" height="${parts.seenHeight}" role="img" \
aria-label="What the network sees: ${parts.seenWidth} by ${parts.seenHeight} pixels"></canvas>
</figure>
</div>
<h2 id="shares">Probabilities</h2>
<ul id="probabilities" aria-labelledby="shares"></ul>
</section>
</main>
<footer>
${parts.facts.map((fact) => `<p>${fact}</p>`).join('\n')}
<p>All of it is in this file: it asks no network for anything, and nothing that is drawn leaves it.
Made with MLP Scratchpad.</p>
</footer>
<noscript>This file needs JavaScript.</noscript>
<script id="network" type="application/json">${parts.network}</script>
<script id="weights" type="text/plain">${parts.weights}</script>
<script id="reader">${parts.reader}</script>
<script>${parts.pad}</script>
</body>
</html>
`;
