import type { AnyChain } from '../define.ts';

/**
 * Why cases of an earlier version could not come over to this one, or people and systems that know the earlier one
 * would be lost in this one; one readable line each.
 */
export function followProblems(older: AnyChain, newer: AnyChain): readonly string[] {
  const { follows } = newer;
  if (follows === undefined) return [];
  if (follows.version !== older.version) return [`follows version ${follows.version}, not ${older.version}`];
  return [
    ...Object.entries(follows.steps).flatMap(([was, is]) => renamingProblems(older, newer, was, is)),
    ...lost('role', older.roles, newer.roles),
    ...lost('milestone', older.milestones, newer.milestones),
    ...lost('ending', older.endings, newer.endings),
    ...lost('anchor', older.anchors ?? {}, newer.anchors ?? {}),
    ...lost('mark', older.marks ?? {}, newer.marks ?? {}),
    ...(older.group?.waits === newer.group?.waits ? [] : ['a group is formed at another step']),
    ...(older.confidentialExistence === newer.confidentialExistence ? [] : ['its existence is no longer as secret']),
  ];
}

function renamingProblems(older: AnyChain, newer: AnyChain, was: string, is: string): string[] {
  const before = Object.hasOwn(older.steps, was) ? older.steps[was] : undefined;
  const after = Object.hasOwn(newer.steps, is) ? newer.steps[is] : undefined;
  if (before === undefined) return [`step ${was}: version ${older.version} has no such step`];
  if (after === undefined) return [`step ${was}: becomes ${is}, which is no step here`];
  const entry = Object.values(older.entries).some((steps) => steps.includes(was));
  return [
    ...(before.kind === after.kind ? [] : [`step ${was}: was ${before.kind}, and ${is} is ${after.kind}`]),
    ...(Object.hasOwn(newer.steps, was) ? [`step ${was}: is still called that here`] : []),
    ...(Object.hasOwn(older.steps, is) ? [`step ${was}: another step was called ${is}`] : []),
    ...(entry ? [`step ${was}: referrals begin there, and name it so`] : []),
  ];
}

/** What cases and messages of the earlier version name must stay readable. */
function lost(what: string, before: object, after: object): string[] {
  return Object.keys(before).flatMap((name) => (Object.hasOwn(after, name) ? [] : [`${what} ${name} is gone`]));
}
