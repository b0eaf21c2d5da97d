import type { AnyChain, Length, Outcome, Step } from './define.ts';
import { guardsInWords, lapsesInWords } from './guards-in-words.ts';
import { cell, holderInWords, nextInWords, shortStepInWords } from './in-words.ts';
import { code, tableOf } from './markdown-table.ts';
import { isHeld } from './targets.ts';
import { asDefined, dayInWords, termInWords, triggerInWords } from './terms-in-words.ts';

/** Every step: who, what, when, with the source of each value, and where each outcome leads. */
export function stepsTable(chain: AnyChain): string {
  const rows = Object.entries(chain.steps).map(([id, step]) => [
    code(id),
    cell(step.label),
    step.kind,
    cell(holderInWords(chain, step)),
    clockOf(chain, id, step),
    step.source ?? '',
    Object.entries(step.outcomes)
      .map(([name, outcome]) => outcomeOf(chain, name, outcome))
      .join('<br>'),
  ]);
  return tableOf(['Step', 'Label', 'Kind', 'Role', 'Term', 'Step from', 'Outcomes'], rows);
}

function clockOf(chain: AnyChain, id: string, step: Step): string {
  if (!isHeld(step)) return `rule ${code(step.rule)}, version ${step.version}`;
  const lapses = lapsesInWords(chain, step);
  const accept = (length: Length): string => dayInWords(chain, length, `${id}.accept`, asDefined);
  const lines = [
    termInWords(chain, id, step.within, asDefined),
    ...(step.kind === 'handoff' ? [`aannemen binnen ${accept(step.accept)}`] : []),
    ...(step.opens === undefined ? [] : [`begint ${triggerInWords(chain, id, step.opens, asDefined)}`]),
    ...(lapses === '' ? [] : [`vervalt bij ${lapses}`]),
    ...(step.each === undefined ? [] : [`één keer voor elk van: ${step.each}`]),
    ...joinOf(chain, step),
  ];
  return lines.map(cell).join('<br>');
}

function joinOf(chain: AnyChain, { join = [] }: Step): string[] {
  const branches = join.filter((branch) => branch !== 'main');
  return branches.length === 0 ? [] : [`wacht op ${branches.map((id) => shortStepInWords(chain, id)).join(', ')}`];
}

function outcomeOf(chain: AnyChain, name: string, { label, to, when = [], by, reason, mark, link }: Outcome): string {
  const more = [
    guardsInWords(chain, when),
    by === 'sender' ? 'door de afzender' : '',
    reason === 'required' ? 'met reden' : '',
    mark === undefined ? '' : `telt ${mark}`,
    link === undefined ? '' : `koppelt ${link.chain} (${link.type})`,
  ].filter((text) => text !== '');
  const said = more.length === 0 ? '' : ` (${more.join('; ')})`;
  return `${code(name)} ${cell(`${label}${said}`)} → ${cell(nextInWords(chain, to))}`;
}
