// SPDX-License-Identifier: MIT
// lit-analyzer takes the types of properties from decorators; a `static get properties()` tells it
// their names alone, and any value would do. Here they get the types that the class declares.

/** Gives each property of the elements that these files define its declared type. */
export function declareTypes(context, files) {
  context.setContextBase({ file: files[0] });
  context.updateComponents(files[0]);
  const checker = context.program.getTypeChecker();
  for (const file of files) {
    const { componentDefinitions = [] } =
      context.definitionStore.getAnalysisResultForFile(file) ?? {};
    for (const { declaration } of componentDefinitions) {
      const type = declaration && checker.getTypeAtLocation(declaration.node);
      for (const member of declaration?.members ?? []) {
        const symbol = member.kind === 'property' && type.getProperty(member.propName);
        if (!symbol) continue;
        member.type = () => checker.getTypeOfSymbol(symbol);
      }
    }
  }
}
