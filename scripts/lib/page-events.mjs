// SPDX-License-Identifier: MIT
// The events that a template may listen to: the members of each interface named ...Events, what code
// gives to `new Event` or `new CustomEvent` by its name, and those of HTML's own elements.
import ts from 'typescript';

const isEvents = (node) => ts.isInterfaceDeclaration(node) && /Events$/.test(node.name.text);

const isHtmlEvents = (node) =>
  ts.isInterfaceDeclaration(node) && node.name.text === 'HTMLElementEventMap';

const isEvent = (node) =>
  ts.isNewExpression(node) && /^(Custom)?Event$/.test(node.expression.getText());

/** Each event with the types of its detail, as far as an interface says them. */
export function eventsOf(program, files) {
  const checker = program.getTypeChecker();
  const lib = program.getSourceFiles().find(({ fileName }) => fileName.endsWith('lib.dom.d.ts'));
  const events = new Map();
  const add = (name, ...types) => events.set(name, [...(events.get(name) ?? []), ...types]);
  const visit = (node) => {
    if (isEvents(node)) {
      for (const member of checker.getTypeAtLocation(node).getProperties())
        add(member.name, checker.getTypeOfSymbol(member));
    } else if (isHtmlEvents(node)) {
      for (const { name } of checker.getTypeAtLocation(node).getProperties()) add(name);
    } else if (isEvent(node)) {
      const [name] = node.arguments ?? [];
      if (name && ts.isStringLiteralLike(name)) add(name.text);
    }
    ts.forEachChild(node, visit);
  };
  [lib, ...files].forEach(visit);
  return events;
}
