import { z } from 'zod';
import type { Fact } from '../../engine/facts.ts';
import type { NamedKey } from '../../platform/crypto/keyring.ts';
import { openForPerson } from '../../platform/crypto/person-key.ts';
import type { FormRow } from '../../reading/forms.ts';
import { v5 } from '../derived-id.ts';
import type { Written } from './form-reader.ts';

const form = z.record(z.string(), z.unknown()).nullish();
const filled = z.object({
  data: z.object({
    form,
    comment: z.string().optional(),
    /** Beside a referral: the forms of steps that were taken elsewhere. */
    done: z.array(z.object({ step: z.string(), form })).default([]),
  }),
});

/** One form, or comment, with the fact that it was written beside. */
export interface Part {
  readonly id: string;
  readonly step: string;
  readonly at: number;
  readonly fact: Written;
  readonly form: Readonly<Record<string, unknown>>;
  readonly comment: string | null;
}

/** What one command brought is sealed as one; a referral brings a form for each step of which it says what became. */
export function partsOf(row: FormRow, facts: readonly Fact[], key: NamedKey): readonly Part[] {
  const { data } = filled.parse(JSON.parse(openForPerson(row.data, key, 'form').toString()));
  const { id, step, at } = row;
  const command = facts.find(({ seq }) => seq === row.seq)?.command;
  const beside = facts.filter(isWritten).filter((fact) => fact.command === command);
  const taken = data.done.flatMap(({ step: done, form: filledIn }) => {
    const fact = beside.find((each) => each.fact === 'elsewhere' && each.step === done);
    const part = { id: v5(id, done), step: done, at, form: filledIn ?? {}, comment: null };
    return fact === undefined ? [] : [{ ...part, fact }];
  });
  const own = beside.find((each) => each.fact !== 'elsewhere');
  const nothing = data.form === null && data.comment === undefined;
  if (own === undefined || (nothing && taken.length > 0)) return taken;
  return [...taken, { id, step, at, fact: own, form: data.form ?? {}, comment: data.comment ?? null }];
}

function isWritten(fact: Fact): fact is Written {
  const kinds = ['decided', 'attempted', 'paused', 'withdrawn', 'happened', 'elsewhere', 'corrected'];
  return kinds.includes(fact.fact) && 'actor' in fact && fact.actor !== undefined && !('system' in fact.actor);
}
