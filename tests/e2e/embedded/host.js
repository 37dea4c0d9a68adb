// What a lesson hears of its labs.
globalThis.heard = [];
for (const name of ['mlp-epoch', 'mlp-trained', 'mlp-prediction']) {
  globalThis.document.addEventListener(name, ({ target, detail }) => {
    globalThis.heard.push({ name, lab: target.id, detail });
  });
}
