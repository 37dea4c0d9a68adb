// SPDX-License-Identifier: MIT
// Whether notes are of a network: who writes and who reads a file asks the same.
import { checkEngine, checkTraining } from '../check-settings.ts';
import { bad, checkInteger, checkNames, checkPositive } from '../checks.ts';
import { DEFAULT_ENGINE, LIMITS, type NetworkSettings } from '../settings.ts';
import { type ModelNotes, NO_NOTES } from './model.ts';

const LONGEST_NAME = 1000;
const FIGURES = ['trainCost', 'testCost', 'trainAccuracy', 'testAccuracy'];

/** Answers that a network can give: n_L classes, or no and yes. */
export const answersOf = ({ output, layers }: NetworkSettings): number =>
  output === 'sigmoid' ? 2 : (layers.at(-1) ?? 0);

function checkClasses({ classes }: ModelNotes, network: NetworkSettings): void {
  if (classes === null) return;
  const all: readonly unknown[] = Array.isArray(classes) ? classes : [];
  const answers = answersOf(network);
  const isName = (name: unknown) => typeof name === 'string' && name.length <= LONGEST_NAME;
  if (all.length !== answers || !all.every(isName)) {
    bad('classes', `must be ${answers} names, one for each answer, or null.`);
  }
}

function checkSides({ width, height }: ModelNotes, { layers }: NetworkSettings): void {
  if (width === null && height === null) return;
  checkInteger('width', width, 1, LIMITS.units);
  checkInteger('height', height, 1, LIMITS.units);
  if (Number(width) * Number(height) !== layers[0]) {
    const sides = `${width} x ${height}`;
    bad('width', `${sides} pixels are not the ${layers[0] ?? 0} that the network reads.`);
  }
}

function checkFigures({ figures }: ModelNotes): void {
  if (figures === null) return;
  checkNames('figures', figures, FIGURES);
  for (const name of FIGURES) {
    const value = (figures as unknown as Readonly<Record<string, unknown>>)[name];
    if (value !== null && !Number.isFinite(value)) bad(name, 'must be a number, or null.');
  }
}

/**
 * @param notes all of them
 * @throws ScratchpadError 'badSetting' that names the note
 */
export function checkNotes(notes: ModelNotes, network: NetworkSettings): void {
  checkNames('notes', notes, Object.keys(NO_NOTES));
  const { name, training, math } = notes;
  if (typeof name !== 'string' || name.length > LONGEST_NAME) {
    bad('name', `must be a text of at most ${LONGEST_NAME} characters.`);
  }
  checkClasses(notes, network);
  checkSides(notes, network);
  if (notes.inkSide !== null) checkPositive('inkSide', notes.inkSide);
  checkFigures(notes);
  if (training !== null) checkTraining(training);
  if (math !== null) checkEngine({ ...DEFAULT_ENGINE, math });
}
