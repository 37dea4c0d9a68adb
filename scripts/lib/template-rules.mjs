// SPDX-License-Identifier: MIT
// Rules for templates that lit-analyzer does not have.
import { HtmlNodeAttrKind } from '@jackolope/lit-analyzer/lib/analyze/types/html-node/html-node-attr-types.js';
import { rangeFromHtmlNodeAttr } from '@jackolope/lit-analyzer/lib/analyze/util/range-util.js';

const { EVENT_LISTENER, PROPERTY } = HtmlNodeAttrKind;

/** The analyzer takes `.backEnd` for `.backend`; a browser does not. */
const noOtherCase = {
  id: 'no-other-case',
  meta: { priority: 'low' },
  visitHtmlAttribute(htmlAttr, { file, htmlStore, report }) {
    if (htmlAttr.kind !== PROPERTY && htmlAttr.kind !== EVENT_LISTENER) return;
    const target = htmlStore.getHtmlAttrTarget(htmlAttr);
    const location = rangeFromHtmlNodeAttr(htmlAttr);
    const written = file.text.slice(location.start, location.end).replace(/^[.@]/, '');
    if (!target || target.name === written) return;
    report({ location, message: `'${written}' should be '${target.name}'.` });
  },
};

/** A listener is given the detail that the event's interface says. */
const noIncompatibleEventDetail = (events) => ({
  id: 'no-incompatible-event-detail',
  meta: { priority: 'low' },
  visitHtmlAssignment({ htmlAttr, expression }, { program, report }) {
    const given = events.get(htmlAttr.name) ?? [];
    if (htmlAttr.kind !== EVENT_LISTENER || !expression || given.length === 0) return;
    const checker = program.getTypeChecker();
    const [signature] = checker.getTypeAtLocation(expression).getCallSignatures();
    const event = signature?.parameters[0];
    const detail = event && checker.getTypeOfSymbol(event).getProperty('detail');
    if (!detail) return;
    const wanted = checker.getTypeOfSymbolAtLocation(detail, expression);
    if (given.some((type) => checker.isTypeAssignableTo(type, wanted))) return;
    const [is, wants] = [given[0], wanted].map((type) => checker.typeToString(type));
    const location = rangeFromHtmlNodeAttr(htmlAttr);
    report({ location, message: `'${htmlAttr.name}' has the detail '${is}', not '${wants}'.` });
  },
});

export const ownRules = (events) => [noOtherCase, noIncompatibleEventDetail(events)];
