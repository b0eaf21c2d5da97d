import { expect, test } from 'vitest';
import { decision, holder, MONDAY, referral } from '../../../test/journeys/start-case.ts';
import type { Content } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import { valpreventieV1 as chain } from '../../chains/valpreventie/v1/chain.ts';
import { apply } from '../../engine/apply.ts';
import type { Fact } from '../../engine/facts.ts';
import type { Command } from '../../engine/messages.ts';
import type { CaseState } from '../../engine/state.ts';
import { mayRead, type Written } from './form-reader.ts';

function play(...commands: Command[]): { state: CaseState; facts: readonly Fact[] } {
  let state: CaseState | null = null;
  const facts: Fact[] = [];
  for (const [index, command] of commands.entries()) {
    const result = apply(chain, state, `c${index}`, command, MONDAY);
    state = result.state;
    facts.push(...result.facts);
  }
  return { state: state!, facts };
}

const by = (role: string, practitioner = holder(role).practitioner): Subject => {
  const { organisation } = holder(role);
  return { sub: 'sub', roles: [role], organisation, practitioner, municipality: null, machine: false, client: 'test' };
};

/** What each of these may read of the decision on a step. */
function readers(step: string, ...commands: Command[]): (subject: Subject, content: Content) => boolean {
  const { state, facts } = play(...commands);
  const written = facts.find(
    (fact): fact is Extract<Written, { fact: 'decided' }> => fact.fact === 'decided' && fact.step === step,
  )!;
  return (subject, content) => mayRead({ chain, state, facts, subject, content }, written);
}

const caseId = referral(chain, 'valrisicotest').case;
const colleague = (role: string): Subject => by(role, '00000000-0000-4000-8000-000000000000');

test('a colleague in the role of a step reads what was written there, whoever of them did it', () => {
  const may = readers(
    'valrisicotest',
    referral(chain, 'valrisicotest'),
    decision('tester', `${caseId}.valrisicotest.1`, 'matig'),
  );
  expect(may(by('tester'), 'contribution')).toBe(true);
  expect(may(colleague('tester'), 'contribution')).toBe(true);
  expect(may({ ...colleague('tester'), roles: ['fysio'] }, 'contribution')).toBe(false);
  expect(may({ ...colleague('tester'), organisation: holder('huisarts').organisation }, 'step')).toBe(false);
  expect(may(by('huisarts'), 'status')).toBe(false);
});

test('what was written at a confidential step is for who wrote it and who has the regie, not for a colleague in that role', () => {
  const may = readers(
    'veiligheid',
    referral(chain, 'valrisicotest'),
    { kind: 'event', actor: holder('huisarts'), event: 'veiligheidssignaal', on: '2026-03-02' },
    decision('tester', `${caseId}.veiligheid.1`, 'afgehandeld'),
  );
  expect(may(by('tester'), 'contribution')).toBe(true);
  expect(may(colleague('tester'), 'contribution')).toBe(false);
  expect(may(colleague('tester'), 'step')).toBe(false);
  expect(may(by('huisarts'), 'status')).toBe(false);
  expect(may(colleague('tester'), 'whole')).toBe(true);
});
