import type { CaseStory } from '../../src/audit/story.ts';
import { storyOfCase } from '../../src/cases/audit/story-of-case.ts';
import { playRegion } from '../../src/local/generator/play-region.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { keepStories } from '../../src/reading/case-stories.ts';

const PLAYED = 3_000;
const AT_ONCE = 200;

/** The same people once more, under other random ids. */
const AGAIN = {
  name: 'stories_again',
  text: `insert into case_stories (case_id, seq, resident, started_at, story)
         select c, seq, r, started_at, story || jsonb_build_object('case', c, 'resident', r)
         from (select md5(case_id::text || $1)::uuid c, md5(resident::text || $1)::uuid r, seq, started_at, story
               from case_stories where case_id = any($2::uuid[])) s`,
};

/**
 * A region of so many cases: some thousands are played, and stand there again and again as other people. @returns how
 * many there are now.
 */
export async function fillStories(
  db: Database,
  cases: number,
  now: number,
  tell: (what: string) => void,
): Promise<number> {
  const played = [...playRegion({ cases: Math.min(cases, PLAYED), seed: 1, now })].map(({ head, facts, resident }) => ({
    case_id: head.case,
    resident: resident.id,
    seq: head.seq,
    story: storyOfCase(facts, { resident: resident.id }),
  }));
  tell(`${played.length} cases played`);
  const batches = batchesOf(played, AT_ONCE);
  for (const batch of batches) await keepStories<CaseStory>(db, batch);
  const times = Math.floor(cases / played.length);
  for (let again = 1; again < times; again += 1) {
    for (const batch of batches) await db.query(AGAIN, [`${again}`, batch.map((each) => each.case_id)]);
    if (again % 20 === 0) tell(`${(again + 1) * played.length} stories`);
  }
  return times * played.length;
}

function batchesOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
