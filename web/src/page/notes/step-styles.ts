// SPDX-License-Identifier: MIT
import { css } from 'lit';
import { mathStyles } from './math-styles.ts';

/** What the steps look like. */
export const stepStyles = css`
  ${mathStyles}

  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  .formulas {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 2.5rem;
    align-items: center;
  }

  .formulas > * {
    max-width: 100%;
  }

  section,
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }

  section p,
  .part > p {
    max-width: 46rem;
    text-wrap: pretty;
  }

  .equation {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1rem;
    align-items: flex-start;
  }

  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: 1.25rem 3rem;
    align-items: flex-start;
  }

  .beside > * {
    max-width: 100%;
  }

  .beside > .part {
    flex: 1 1 18rem;
  }

  figure {
    flex: none;
    width: min(100%, var(--wish, 100%));
    min-width: min-content;
    margin: 0;
  }

  /* A wide matrix takes what the narrow ones beside it leave. */
  figure.wide {
    flex: 1 1 var(--wide-basis, var(--wish, 25rem));
    max-width: 56rem;
  }

  figure.named {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 0.35rem;
    width: auto;
  }

  figure.named figcaption {
    grid-column: 1 / -1;
  }

  figure.named mlp-heat-map {
    width: var(--wish);
    max-width: 100%;
  }

  .names {
    margin: 1px 0 0;
    padding: 0;
    color: var(--muted);
    font-size: 0.75rem;
    line-height: 1;
    text-align: end;
    list-style: none;
  }

  .names li {
    display: grid;
    align-items: center;
    height: var(--row);
    max-width: 6rem;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  figcaption {
    display: flex;
    gap: 0.3rem;
    align-items: center;
    height: 1.75rem;
    white-space: nowrap;
  }

  figcaption math {
    font-size: 1.125rem;
  }

  .sign {
    font-size: 1.125rem;
  }

  .shape {
    font-size: 0.875rem;
  }

  .scroll {
    max-width: 100%;
    overflow-x: auto;
  }

  .rows {
    max-height: 16rem;
    margin: 0;
    overflow-y: auto;
  }

  .rows.whole {
    max-height: none;
  }

  section ol {
    margin: 0;
    padding-inline-start: 1.5rem;
  }

  .verdict {
    font-size: 1.0625rem;
  }

  table {
    border-collapse: collapse;
    font-size: 0.875rem;
  }

  th,
  td {
    padding: 0.15rem 1.1rem 0.15rem 0;
    text-align: end;
    white-space: nowrap;
  }

  :is(th, td):first-child {
    padding-inline-start: 0.2rem;
    text-align: start;
  }

  th {
    color: var(--muted);
    font-weight: 400;
  }

  .choice {
    display: flex;
    gap: 0.4rem;
    align-items: center;
  }

  .numbers {
    font-size: var(--number-size, 0.875rem);
  }

  .numbers :is(th, td) {
    padding-inline: var(--number-space, 0.6rem);
  }

  .numbers thead th {
    position: sticky;
    top: 0;
    background: var(--paper);
    color: var(--ink);
  }

  .numbers tbody th {
    color: var(--ink);
  }

  .numbers .strong :is(th, td) {
    font-weight: 600;
  }

  /* All of its columns are seen at once on a phone too. */
  @container (max-width: 30rem) {
    .numbers {
      font-size: 0.6875rem;
    }

    .numbers :is(th, td) {
      padding-inline: 0.1rem;
    }

    .numbers .why {
      display: block;
    }
  }

  .why {
    color: var(--muted);
    font-weight: 400;
  }

  thead th {
    border-bottom: 1px solid var(--line);
  }
`;
