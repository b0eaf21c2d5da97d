import type { AnyChain, DateBounds } from '../define.ts';
import { lengthOfText } from '../duration-text.ts';
import { missingAnchors, missingSteps } from './unknown.ts';

/** Dates are kept within days that exist; who begins with a code begins where residents may begin. */
export function boundProblems(chain: AnyChain): readonly string[] {
  return [
    ...Object.entries(chain.bounds ?? {}).flatMap(([anchor, bounds]) =>
      bounds === undefined ? [] : [...missingAnchors(chain, [anchor]), ...wrongIn(chain, anchor, bounds)],
    ),
    ...wrongInvitation(chain),
  ];
}

function wrongIn(chain: AnyChain, anchor: string, { ahead, behind, around, until }: DateBounds): readonly string[] {
  const others = [around?.anchor, until].flatMap((each) => each ?? []);
  const lengths = [ahead, behind, around?.before, around?.after].flatMap((each) => each ?? []);
  return [
    ...missingAnchors(chain, others),
    ...(others.includes(anchor) ? ['it hangs on itself'] : []),
    ...(lengths.length === 0 && until === undefined ? ['nothing bounds it'] : []),
    ...lengths.flatMap((text) => (lengthOfText(text) === undefined ? [`${text} is not a duration`] : [])),
  ].map((problem) => `bounds of ${anchor}: ${problem}`);
}

function wrongInvitation({ invites, entries, ...chain }: AnyChain): readonly string[] {
  if (invites === undefined) return [];
  const own = entries['inwoner'] ?? [];
  return [
    ...missingSteps({ invites, entries, ...chain }, [invites]),
    ...(own.includes(invites) ? [] : [`residents may not begin at ${invites}`]),
  ].map((problem) => `invites: ${problem}`);
}
