// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from 'lit';
import type { TrainSettings } from '../../lib/settings.ts';
import { emit } from '../events.ts';
import type { Problems } from '../store.ts';
import { MIXED_HELP } from '../texts/augmentation.ts';
import { MIXED_FIELD, type MixedFieldName } from '../texts/methods.ts';
import '../components/number-field.ts';

/** The field of one setting, which tells the page of a change. */
export function mixedField(
  from: HTMLElement,
  name: MixedFieldName,
  { training, problems }: { training: TrainSettings; problems: Problems },
): TemplateResult {
  return html`
    <mlp-number-field
      row
      .label=${MIXED_FIELD[name].label}
      .explanation=${MIXED_HELP[name]}
      .value=${training[name]}
      .problem=${problems[name]}
      @value-change=${({ detail }: CustomEvent<number>) =>
        emit(from, 'mlp-training', { [name]: detail })}
    ></mlp-number-field>
  `;
}
