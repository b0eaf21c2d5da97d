import type { AnyChain } from './define.ts';
import { guardsInWords } from './guards-in-words.ts';
import { cell, durationInWords, regieInWords, roleInWords, stepInWords } from './in-words.ts';
import { type Knob, knobsOf } from './knobs.ts';
import { code, tableOf } from './markdown-table.ts';
import { asDefined, dayInWords } from './terms-in-words.ts';

/** What holds over all steps: phases, dates, events, limits, who pays, for whom the chain is, and what places choose. */
export function settingsTables(chain: AnyChain): string[] {
  const { phases = {}, anchors = {}, events = {}, limits = {}, inclusion = [], payers, group } = chain;
  return [
    ...section(
      'Phases',
      ['Phase', 'Regiehouder', 'Steps'],
      Object.values(phases).map((phase) => [
        cell(phase.label),
        cell(regieInWords(chain, phase)),
        phase.steps.map(code).join(', '),
      ]),
    ),
    ...section(
      'Dates',
      ['Anchor', 'Label'],
      Object.entries(anchors).map(([name, label]) => [code(name), cell(label)]),
    ),
    ...section(
      'Events',
      ['Event', 'Label', 'Date that it sets'],
      Object.entries(events).map(([name, { label, anchor }]) => [code(name), cell(label), anchor ?? '']),
    ),
    ...section(
      'Limits',
      ['Limit', 'From', 'Within', 'Opens', 'Unless'],
      Object.entries(limits).map(([name, { label, from, within, opens, until }]) => [
        cell(label),
        cell(stepInWords(chain, from)),
        cell(dayInWords(chain, within, name, asDefined)),
        cell(stepInWords(chain, opens)),
        until === undefined ? '' : cell(stepInWords(chain, until)),
      ]),
    ),
    ...section(
      'For whom',
      ['Criterion', 'Elsewhere'],
      inclusion.map(({ label, instead }) => [cell(label), cell(instead)]),
    ),
    ...section(
      'Who pays',
      ['Payer', 'When', 'Basis', 'From', 'Until'],
      (payers?.rules ?? []).map(({ payer, when, basis, validFrom, validUntil }) => [
        code(payer),
        cell(guardsInWords(chain, when)),
        cell(basis),
        validFrom,
        validUntil ?? '',
      ]),
    ),
    ...(group === undefined ? [] : [groupOf(chain, group)]),
    `## Knobs\n\n${tableOf(['Knob', 'What it sets', 'Default', 'Options or bounds', 'Source'], knobsOf(chain).map(rowOfKnob))}`,
  ];
}

function section(title: string, headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : [`## ${title}\n\n${tableOf(headings, rows)}`];
}

function groupOf(chain: AnyChain, { waits, during, starts, ends, leads }: NonNullable<AnyChain['group']>): string {
  const steps = during.map(code).join(', ');
  return `## Groups\n\nResidents wait in ${code(waits)}. A group is led by ${roleInWords(chain, leads)}, and sets the dates ${code(starts)} and ${code(ends)}. A seat can be given back during ${steps}.`;
}

function rowOfKnob(knob: Knob): string[] {
  const words = knob.kind === 'length' ? ` (${durationInWords(knob.default)})` : '';
  return [code(knob.name), cell(knob.label), `${code(knob.default)}${words}`, rangeOf(knob), sourceOf(knob)];
}

function rangeOf(knob: Knob): string {
  switch (knob.kind) {
    case 'switch':
    case 'phase':
      return knob.options.map(code).join(', ');
    case 'presence':
      return `${knob.options.map(code).join(', ')}; without it ${code(knob.gap)} is counted and ${code(knob.fallback)} follows`;
    case 'label':
      return `1 to ${knob.max} letters, spaces and hyphens`;
    case 'length':
    case 'number':
      return `${code(knob.min)} to ${code(knob.max)}`;
  }
}

/** Names and phases are no assumption about care. */
function sourceOf(knob: Knob): string {
  return knob.source ?? (knob.kind === 'label' || knob.kind === 'phase' ? '' : 'aanname');
}
