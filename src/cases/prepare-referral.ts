import type { Subject } from '../access/subject.ts';
import { currentDefinition, definitions } from '../chains/index.ts';
import { localDateOf } from '../engine/calendar/amsterdam.ts';
import { addDuration, parseDuration } from '../engine/calendar/duration.ts';
import { parseLocalDate } from '../engine/calendar/local-date.ts';
import { stepOf } from '../engine/holders.ts';
import type { Refer } from '../engine/messages.ts';
import { type AnyChain, type DurationText, TRANSFER } from '../language/define.ts';
import { rolesOf } from '../language/targets.ts';
import { anchorsOf } from './anchors-given.ts';
import { CaseError, type Pointed } from './case-error.ts';
import { checkForm } from './check-form.ts';
import { doneElsewhere, type StepsDone } from './done-elsewhere.ts';
import { knobsHere } from './knobs-here.ts';
import { RESIDENT } from './own-dossiers.ts';
import { ownRoles, partiesGiven } from './parties-given.ts';
import type { CaseContext } from './context.ts';
import { insistOnReason, refusalOf } from './refusal-of.ts';
import { ageOn } from './resident/age.ts';
import { birthdaysAhead } from './resident/birthdays.ts';
import { insistOnGiver } from './resident/consent-giver.ts';
import { isResident, selfStart } from './self/self-start.ts';
import { codesTold, insistOnTargetGroup } from './target-group.ts';
import { kernProblems, municipalityChoices } from './municipality-asked.ts';
import type { Referral } from './refer.ts';
import { isPossibleBirthDate, purposes, type ReferralRequest } from './referral-request.ts';
import { AHEAD_MS } from './when.ts';

/**
 * Checks a referral against chain, place, role, form and consent, and resolves who fulfils which role there. `coupled`:
 * who does so because of a case that it hangs together with.
 * @throws CaseError with a pointer to what is wrong and what can be chosen instead.
 */
export async function prepareReferral(
  context: CaseContext,
  subject: Subject,
  request: ReferralRequest,
  coupled: Coupled = {},
): Promise<Referral> {
  const chain = await chainAt(context, request);
  const { role, entry } = entryFor(chain, subject, request.entry);
  refuseImpossible(context, request);
  refuseReasonTold(chain, request);
  const today = localDateOf(context.clock.now());
  const { birthDate } = request.resident;
  const kern = request.kern ?? null;
  const knobs = await knobsHere(context, chain, request.municipality, kern);
  const age = ageOn(birthDate, today);
  insistOnTargetGroup(chain, {
    age: countedAge(birthDate, today, coupled),
    entry,
    codes: codesTold(chain, entry, request),
    knobs,
  });
  insistOnGiver(chain, request.consent, age, '/consent/by');
  const steps = doneElsewhere(chain, entry, request.done, { birthDate, today });
  const anchors = { ...anchorsOf(chain, today, request.anchors), ...birthdaysAhead(chain, birthDate, today) };
  const found = await context.directory.partiesOf(chain.id, Object.keys(chain.roles), request.municipality, kern);
  const self = isResident(subject) ? await selfStart(context, subject, request, chain, entry, found) : undefined;
  if (self === undefined) refuseCode(request);
  const own = self?.steward.organisation ?? subject.organisation ?? '';
  // The referrer's own roles stay with the referrer: a case comes back to the practice that sent it.
  const roles = ownRoles(chain, self?.steward.role ?? role);
  const named = await partiesGiven(context.db, chain, request.parties, { roles, organisation: own });
  const parties = {
    ...(self?.parties ?? found),
    ...coupled.parties,
    ...named,
    ...Object.fromEntries(roles.map((each) => [each, own] as const)),
  };
  const { decision, form } = decisionAtEntry(chain, { entry, role }, request, age);
  const holds = decision === undefined ? undefined : role;
  const consents = consentFor(chain, entry, { parties, own: self === undefined ? own : '', holds }, request);
  const command: Omit<Refer, 'case'> = {
    kind: 'refer',
    chain: chain.id,
    version: chain.version,
    municipality: request.municipality,
    kern,
    entry,
    actor: { role, organisation: own, practitioner: subject.practitioner },
    parties,
    knobs,
    consents,
    ...(Object.keys(anchors).length === 0 ? {} : { anchors }),
    ...(steps.done.length === 0 ? {} : { done: steps.done }),
    ...(decision === undefined ? {} : { decision }),
    ...(self === undefined ? {} : { steward: self.steward }),
  };
  const { reference, note, urgency, reason, consent } = request;
  return {
    identity: request.resident,
    referrer: own,
    command,
    form: filledIn(entry, form, reason?.comment, steps),
    consent: consent === undefined ? null : { by: consent.by, at: consent.at },
    details: { reference, note, urgency },
    ...(self === undefined ? {} : { self }),
  };
}

/** A code is for who begins themselves. */
function refuseCode({ code }: ReferralRequest): void {
  if (code === undefined) return;
  throw new CaseError('invalid-input', 'De verwijzing is niet goed ingevuld.', {
    errors: [{ pointer: '/code', detail: 'Een code is voor de inwoner zelf. Laat code weg als u verwijst.' }],
  });
}

/** What a case that it hangs together with says of a new one. */
interface Coupled {
  readonly parties?: Parties;
  /** The age from which someone comes over from the chain of that case. */
  readonly from?: DurationText | undefined;
}

/** Who comes over counts as old enough for the chain that they come to. */
function countedAge(birthDate: string, today: string, { from }: Coupled): number {
  const age = ageOn(birthDate, today);
  if (from === undefined || addDuration(parseLocalDate(birthDate), parseDuration(from)) > today) return age;
  return age + 1;
}

/** Everything that comes with one command is sealed as one; see look/written-at-once.ts for who reads what of it. */
function filledIn(entry: string, form: unknown, comment: string | undefined, { forms }: StepsDone): Referral['form'] {
  if (form === null && comment === undefined && forms.length === 0) return null;
  return { step: entry, data: { form, comment, ...(forms.length === 0 ? {} : { done: forms }) } };
}

/** Where nobody may learn that a case exists, no reason for it travels either. */
function refuseReasonTold(chain: AnyChain, { note, reason, done = [] }: ReferralRequest): void {
  if (chain.confidentialExistence !== true) return;
  const leave = (name: string): string => `Laat ${name} weg. Bespreek de reden met de inwoner zelf.`;
  const errors: Pointed[] = [
    ...(note === undefined ? [] : [{ pointer: '/note', detail: leave('note') }]),
    ...(reason?.comment === undefined ? [] : [{ pointer: '/reason/comment', detail: leave('comment') }]),
    ...done.flatMap(({ step, form }, index): readonly Pointed[] => {
      const pointer = `/done/${index}`;
      if (isConfidential(chain, step)) return [{ pointer: `${pointer}/step`, detail: leave(`de stap ${step}`) }];
      return form === undefined ? [] : [{ pointer: `${pointer}/form`, detail: leave('form') }];
    }),
  ];
  if (errors.length === 0) return;
  throw new CaseError('invalid-input', 'In deze keten gaat de reden van de verwijzing niet mee.', { errors });
}

function isConfidential(chain: AnyChain, id: string): boolean {
  const step = Object.hasOwn(chain.steps, id) ? chain.steps[id] : undefined;
  return step !== undefined && 'confidential' in step && step.confidential === true;
}

/** The chain as it is now, in a place that there is. @throws CaseError `invalid-input` with what can be chosen. */
export async function chainAt(
  context: Pick<CaseContext, 'directory'>,
  request: Pick<ReferralRequest, 'chain' | 'municipality' | 'kern'>,
): Promise<AnyChain> {
  const chain = currentDefinition(request.chain);
  const errors: Pointed[] = [];
  if (chain === undefined)
    errors.push({ pointer: '/chain', detail: `Kies uit: ${Object.keys(definitions).join(', ')}.` });
  if (!(await context.directory.hasMunicipality(request.municipality))) {
    errors.push({ pointer: '/municipality', detail: await municipalityChoices(context.directory) });
  } else errors.push(...(await kernProblems(context.directory, request, '/kern')));
  if (chain === undefined || errors.length > 0)
    throw new CaseError('invalid-input', 'De verwijzing is niet goed ingevuld.', { errors });
  return chain;
}

/** Where this person may start a case: the chain's own table of entries per role. */
function entryFor(chain: AnyChain, subject: Subject, asked: string | undefined): { role: string; entry: string } {
  const possible = subject.roles.flatMap((role) =>
    (Object.hasOwn(chain.entries, role) ? (chain.entries[role] ?? []) : []).map((entry) => ({ role, entry })),
  );
  const chosen = possible.find(({ entry }) => asked === undefined || entry === asked);
  if (chosen !== undefined) return chosen;
  if (possible.length === 0) throw new CaseError('forbidden', 'Met uw rol kunt u in deze keten niet verwijzen.');
  const entries = possible.map(({ entry }) => entry);
  throw new CaseError('invalid-input', 'De verwijzing kan niet bij deze stap beginnen.', {
    errors: [{ pointer: '/entry', detail: `Kies uit: ${entries.join(', ')}.` }],
    allowed: entries,
  });
}

function refuseImpossible(context: CaseContext, request: ReferralRequest): void {
  const errors: Pointed[] = [];
  if (!isPossibleBirthDate(request.resident.birthDate, localDateOf(context.clock.now()))) {
    errors.push({ pointer: '/resident/birthDate', detail: 'Deze geboortedatum kan niet. Controleer het jaar.' });
  }
  if (request.consent !== undefined && Date.parse(request.consent.at) > context.clock.now() + AHEAD_MS) {
    errors.push({ pointer: '/consent/at', detail: 'Het tijdstip van de toestemming ligt in de toekomst.' });
  }
  if (errors.length > 0) throw new CaseError('invalid-input', 'De verwijzing is niet goed ingevuld.', { errors });
}

/** Consent is needed when the entry lies after the consent step, or when another organisation holds it (contract 3). */
function consentFor(
  chain: AnyChain,
  entry: string,
  { parties, own, holds }: { readonly parties: Parties; readonly own: string; readonly holds: string | undefined },
  { consent }: ReferralRequest,
): readonly string[] {
  const given = consent?.given === true ? (consent.purposes ?? purposes) : [];
  const roles = rolesOf(stepOf(chain, entry));
  // Who decides the entry step in the same request holds it; else the first role that is fulfilled here does.
  const holder =
    holds !== undefined && roles.includes(holds) ? holds : roles.find((each) => parties[each] !== undefined);
  const elsewhere = holder === undefined || parties[holder] !== own;
  const needed = elsewhere || chain.afterConsent.includes(entry);
  if (consent?.given !== false && (!needed || given.includes(TRANSFER))) return given;
  throw new CaseError(
    'consent-missing',
    'Voor deze verwijzing is toestemming van de inwoner nodig. Vraag die en leg haar vast.',
    {
      errors: [
        consent?.given === true
          ? { pointer: '/consent/purposes', detail: 'Zonder het doel overdracht kan een ander niet beginnen.' }
          : { pointer: '/consent', detail: 'Vul in: given (true), at en by.' },
      ],
    },
  );
}

type Parties = Readonly<Record<string, string>>;

/** What a rule decides is nobody's to choose. */
function refuseChoice(given: Pick<ReferralRequest, 'outcome' | 'form' | 'reason'>): void {
  const errors = Object.entries(given).flatMap(([field, value]) =>
    value === undefined ? [] : [{ pointer: `/${field}`, detail: 'Deze stap beslist Ketenpad zelf. Laat dit weg.' }],
  );
  if (errors.length > 0) throw new CaseError('invalid-input', 'De verwijzing is niet goed ingevuld.', { errors });
}

/** The entry step decided in the same request: with an outcome, or by itself when there is only one and no form. */
function decisionAtEntry(
  chain: AnyChain,
  { entry, role }: { readonly entry: string; readonly role: string },
  { outcome, form, reason }: ReferralRequest,
  age: number,
): { readonly form: unknown; readonly decision?: Refer['decision'] } {
  const step = stepOf(chain, entry);
  if (step.kind === 'rule') {
    refuseChoice({ outcome, form, reason });
    return { form: null };
  }
  const outcomes = Object.keys(step.outcomes);
  // What only professionals do is not done because a resident begins there.
  const theirs = role !== RESIDENT || rolesOf(step).includes(role);
  const chosen = outcome ?? (outcomes.length === 1 && theirs ? outcomes[0] : undefined);
  if (chosen === undefined) {
    if (form === undefined && reason === undefined) return { form: null };
    throw new CaseError('invalid-input', 'Bij een formulier of reden hoort een uitkomst.', {
      errors: [{ pointer: '/outcome', detail: `Kies uit: ${outcomes.join(', ')}.` }],
    });
  }
  if (!Object.hasOwn(step.outcomes, chosen)) {
    throw new CaseError('invalid-input', 'Deze uitkomst hoort niet bij deze stap.', {
      errors: [{ pointer: '/outcome', detail: `Kies uit: ${outcomes.join(', ')}.` }],
      allowed: outcomes,
    });
  }
  const { data, proposed, kept } = checkForm(chain, entry, step, chosen, form, { age });
  insistOnReason(chain, reason?.code);
  if (proposed !== undefined && proposed !== chosen && reason === undefined) {
    const refused = {
      code: 'reason-required' as const,
      message: 'Uw keuze wijkt af van het voorstel. Geef een reden.',
    };
    throw refusalOf(refused, chain, { proposed });
  }
  const decision = {
    outcome: chosen,
    ...(reason === undefined ? {} : { reason: reason.code }),
    ...(proposed === undefined ? {} : { proposed }),
    ...(Object.keys(kept).length === 0 ? {} : { kept }),
  };
  return { decision, form: data };
}
