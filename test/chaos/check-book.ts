import { isDeepStrictEqual } from 'node:util';
import type { Fact } from '../../src/engine/facts.ts';
import type { Findings } from './findings.ts';
import { grouped } from './grouped.ts';
import type { CommandRow, ReadModel } from './read-model.ts';
import { accepted, type Book, type Operation, refused } from './record.ts';

/** The clients' own books against PostgreSQL: all that was acknowledged is there, once, and nothing else. */
export function checkBook({ operations }: Book, model: ReadModel, findings: Findings): void {
  const byKey = new Map(model.commands.map((command) => [command.key, command]));
  const factsOf = grouped(
    model.facts.map(({ codes }) => codes),
    ({ command }) => command,
  );
  for (const operation of operations) {
    const command = byKey.get(operation.key);
    const own = command === undefined ? [] : (factsOf.get(command.id) ?? []);
    const effects = own.filter((fact) => isEffect(operation, fact));
    if (effects.length > 1) findings.add('doubled', `${nameOf(operation)}: ${effects.length} facts of one command`);
    if (accepted(operation)) checkAccepted(operation, command, effects, findings);
    if (refused(operation) && effects.length > 0) findings.add('phantom', `${nameOf(operation)}: refused, and done`);
    checkRepeats(operation, findings);
  }
  checkRivals(operations, findings);
  checkNothingElse(operations, model, findings);
}

function checkAccepted(
  operation: Operation,
  command: CommandRow | undefined,
  effects: readonly Fact[],
  findings: Findings,
): void {
  const name = nameOf(operation);
  const told = operation.answer?.body as { readonly id?: string; readonly seq?: number };
  if (command === undefined) return findings.add('lost', `${name}: acknowledged, and there is no command`);
  if (command.case_id !== told.id) findings.add('lost', `${name}: acknowledged for another case`);
  const answer = command.answer;
  if (answer === null || !('seq' in answer) || answer.seq !== told.seq) {
    findings.add('lost', `${name}: told seq ${told.seq}, answered ${JSON.stringify(answer)}`);
  }
  const [effect] = effects;
  if (effect === undefined) return findings.add('lost', `${name}: acknowledged, and no fact says so`);
  const { asked } = operation;
  if (asked.kind !== 'decide' || effect.fact !== 'decided') return;
  if (effect.step !== asked.step || effect.outcome !== asked.outcome) {
    findings.add('lost', `${name}: the fact is ${effect.step} ${effect.outcome}`);
  }
}

function isEffect({ asked }: Operation, fact: Fact): boolean {
  return fact.fact === (asked.kind === 'refer' ? 'started' : 'decided');
}

function checkRepeats(operation: Operation, findings: Findings): void {
  const first = operation.answer;
  if (first === null) return;
  for (const repeat of operation.repeats) {
    if (accepted(operation) && !isDeepStrictEqual(repeat, first)) {
      findings.add(
        'doubled',
        `${nameOf(operation)}: a repeat was answered ${JSON.stringify(repeat)} after ${JSON.stringify(first)}`,
      );
    }
    if (refused(operation) && repeat.status < 300)
      findings.add('phantom', `${nameOf(operation)}: a refusal became a yes`);
  }
}

function checkRivals(operations: readonly Operation[], findings: Findings): void {
  const byNumber = new Map(operations.map((operation) => [operation.number, operation]));
  for (const operation of operations) {
    const rival = operation.rival === null ? undefined : byNumber.get(operation.rival);
    if (rival === undefined || rival.number < operation.number) continue;
    if (accepted(operation) && accepted(rival)) findings.add('doubled', `${nameOf(operation)}: both rivals won`);
    if (refused(operation) && refused(rival)) findings.add('lost', `${nameOf(operation)}: both rivals were refused`);
  }
}

/** Every decision and every case goes back to something that a client asked; nothing counted twice. */
function checkNothingElse(operations: readonly Operation[], model: ReadModel, findings: Findings): void {
  const asked = new Map(operations.map((operation) => [operation.key, operation]));
  const keyOf = new Map(model.commands.map(({ id, key }) => [id, key]));
  const once = (what: string, ids: readonly string[]): void => {
    for (const [id, all] of grouped(ids, (each) => each)) {
      if (all.length > 1) findings.add('doubled', `${what} ${id}: ${all.length} times`);
    }
  };
  const decided = model.facts.flatMap(({ codes }) => (codes.fact === 'decided' ? [codes] : []));
  for (const fact of decided) {
    const operation = asked.get(keyOf.get(fact.command ?? '') ?? '');
    const same = operation?.asked.kind === 'decide' && operation.asked.openStep === fact.openStep;
    if (!same) findings.add('phantom', `decision on ${fact.openStep}: nobody asked for it`);
  }
  for (const { case_id: id, key } of model.commands.filter(({ kind }) => kind === 'refer')) {
    if (!asked.has(key ?? '')) findings.add('phantom', `case ${id}: nobody referred`);
  }
  once(
    'decision on',
    decided.map(({ openStep }) => openStep),
  );
  once(
    'start of case',
    model.facts.flatMap(({ codes, case_id: id }) => (codes.fact === 'started' ? [id] : [])),
  );
  // No client refers a resident twice, and residents are not shared.
  once(
    'case of resident',
    model.cases.map(({ resident, chain }) => `${resident} ${chain}`),
  );
}

function nameOf({ number, asked }: Operation): string {
  return asked.kind === 'refer'
    ? `operation ${number} (refer)`
    : `operation ${number} (${asked.openStep} ${asked.outcome})`;
}
