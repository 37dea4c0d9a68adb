// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from 'lit';
import type { AugmentationSettings, MixSettings, TrainSettings } from '../../../lib/settings.ts';
import { emit } from '../../model/events.ts';
import type { Problems } from '../../model/state.ts';
import { LABEL } from '../../model/setting-texts.ts';
import '../../ui/field/number-field.ts';

/** The field of one setting, which tells the page of a change. */
export function mixedField(
  from: HTMLElement,
  name: keyof AugmentationSettings | keyof MixSettings,
  { training, problems }: { training: TrainSettings; problems: Problems },
): TemplateResult {
  return html`
    <mlp-number-field
      row
      .label=${LABEL[name]}
      .topic=${name}
      .value=${training[name]}
      .problem=${problems[name]}
      @value-change=${({ detail }: CustomEvent<number>) =>
        emit(from, 'mlp-training', { [name]: detail })}
    ></mlp-number-field>
  `;
}
