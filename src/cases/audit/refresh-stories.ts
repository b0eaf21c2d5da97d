import type { CaseStory } from '../../audit/story.ts';
import { currentFact } from '../../engine/migrate.ts';
import type { Database } from '../../platform/db/database.ts';
import { BEFORE_ALL, keepStories, readBehind, readFactsOf } from '../../reading/case-stories.ts';
import { storyOfCase } from './story-of-case.ts';

const AT_ONCE = 250;

/**
 * Brings the story of every case up to its facts. May be interrupted and repeated: a story that is up to date is left
 * alone. @returns how many were made.
 */
export async function refreshStories(db: Database, tell: (made: number) => void): Promise<number> {
  let made = 0;
  for (let after = BEFORE_ALL; ;) {
    const behind = await readBehind(db, after, AT_ONCE);
    const last = behind.at(-1);
    if (last === undefined) return made;
    const facts = await readFactsOf(
      db,
      behind.map(({ id }) => id),
    );
    const rows = behind.flatMap(({ id, resident, seq }) => {
      // What came in between is read the next time: a story goes as far as `seq`.
      const own = (facts.get(id) ?? []).filter((fact) => fact.seq <= seq).map(currentFact);
      return own.length === 0 ? [] : [{ case_id: id, resident, seq, story: storyOfCase(own, { resident }) }];
    });
    await keepStories<CaseStory>(db, rows);
    made += rows.length;
    after = last.id;
    tell(made);
  }
}
