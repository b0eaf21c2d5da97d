/* What the figures know of one case: codes, random ids and moments (milliseconds since 1970). No identity, no text. */

/** How a step that was opened came to its end; null while it stands open. */
export type StepEnd = 'decided' | 'lapsed' | 'withdrawn' | null;

/** One opening of one step. */
export interface StoryStep {
  readonly step: string;
  readonly round: number;
  readonly role: string;
  readonly openedAt: number;
  /** The last moment of its term, as it was last set. */
  readonly dueAt: number;
  /** When whoever has to do it took it on: an accepted hand-off, a claim, the first attempt. Null: not yet, or never. */
  readonly takenAt: number | null;
  readonly endedAt: number | null;
  readonly end: StepEnd;
  readonly outcome: string | null;
  readonly escalations: number;
  /** A professional chose something else than the rule proposed. */
  readonly overridden: boolean;
}

/** One offer of one hand-off: to a role, at one organisation. */
export interface StoryHandoff {
  readonly step: string;
  readonly from: string;
  readonly to: string;
  readonly fromOrganisation: string | null;
  readonly toOrganisation: string | null;
  readonly offeredAt: number;
  /** What became of it, and when; null while it is open. An offer that expired may still be accepted. */
  readonly answer: 'accepted' | 'declined' | 'redirected' | 'lapsed' | null;
  readonly answeredAt: number | null;
  readonly reason: string | null;
  readonly expiredAt: number | null;
  /** Contact with the person was confirmed by both. */
  readonly warmAt: number | null;
}

export interface StoryLink {
  readonly type: string;
  /** The chain of the other case, and that case; null while it is only promised, or outside. */
  readonly chain: string;
  readonly case: string | null;
  readonly at: number;
  /** This case was first (the side that sends); false: it was opened or coupled from elsewhere. */
  readonly first: boolean;
}

/** A decision, a rule or a step that was done elsewhere, with the codes that were kept of it. */
export interface StoryOutcome {
  readonly step: string;
  readonly outcome: string;
  readonly at: number;
  readonly how: 'decided' | 'ruled' | 'elsewhere';
  readonly reason: string | null;
  readonly kept: Readonly<Record<string, string>>;
}

/** A whole case, as the figures need it. Made from its facts alone (`cases/audit/story-of-case.ts`). */
export interface CaseStory {
  readonly case: string;
  readonly resident: string;
  readonly chain: string;
  readonly version: number;
  readonly municipality: string;
  readonly kern: string | null;
  /** Role and organisation that referred. */
  readonly referrer: { readonly role: string; readonly organisation: string | null };
  readonly startedAt: number;
  /** The person had been in this chain before. */
  readonly herinstroom: boolean;
  readonly endedAt: number | null;
  readonly ending: string | null;
  /** Why someone left, where the case ended by withdrawal or with a reason. */
  readonly dropout: { readonly reason: string; readonly step: string | null } | null;
  /** The last fact of the case, whatever it was. */
  readonly lastAt: number;
  readonly pauses: readonly { readonly from: number; readonly to: number | null }[];
  readonly steps: readonly StoryStep[];
  readonly outcomes: readonly StoryOutcome[];
  readonly handoffs: readonly StoryHandoff[];
  readonly gaps: readonly { readonly step: string; readonly gap: string; readonly at: number }[];
  readonly links: readonly StoryLink[];
  /** Terugkoppelingen that were sent, by milestone. */
  readonly informed: readonly { readonly milestone: string; readonly at: number }[];
}
