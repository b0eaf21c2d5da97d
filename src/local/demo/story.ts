import { startWell } from './kansrijke-start.ts';
import { growUpHealthily } from './kngg.ts';
import { lookBack, type Told } from './look-back.ts';
import { findChoir } from './sociaal-verwijzen.ts';
import { type Player, Stage } from './stage.ts';
import { openTalk } from './talk.ts';
import { helpFamily } from './three-chains.ts';
import { preventFalls } from './valpreventie.ts';
import { followGli } from './vngg.ts';

export interface StoryOptions {
  /** Of an API with virtual time. */
  readonly url: string;
  /** An access token for a user of the demo region. */
  readonly token: (user: string) => Promise<string>;
  readonly print: (line: string) => void;
}

interface Chapter {
  readonly title: string;
  /** Who plays, as far as they did not play before. */
  readonly players: readonly Player[];
  /** Who sent the residents, and sees what became of them. */
  readonly referrer: Player;
  /** The case of each resident. */
  readonly play: (stage: Stage) => Promise<Readonly<Record<string, string>>>;
}

const chapters: readonly Chapter[] = [
  {
    title: 'Valpreventie',
    players: [
      ...(['huisarts', 'huisarts-2', 'poh', 'tester', 'valpreventie-coordinator', 'fysio'] as const),
      ...(['buurtsportcoach', 'ketencoordinator'] as const),
    ],
    referrer: 'huisarts',
    play: preventFalls,
  },
  {
    title: 'Sociaal Verwijzen',
    players: ['sociaal-verwijzer', 'aanbieder'],
    referrer: 'huisarts',
    play: async (stage) => ({ Henk: await findChoir(stage) }),
  },
  {
    title: 'Volwassenen naar een gezonder gewicht (VnGG)',
    players: ['centrale-zorgcoordinator', 'leefstijlcoach'],
    referrer: 'huisarts',
    play: async (stage) => ({ Ria: await followGli(stage) }),
  },
  {
    title: 'Kind naar een gezonder gewicht (KnGG)',
    players: ['jeugdarts', 'czv', 'jeugdverpleegkundige'],
    referrer: 'jeugdarts',
    play: async (stage) => ({ Sem: await growUpHealthily(stage) }),
  },
  {
    title: 'Kansrijke Start',
    players: ['verloskundige', 'kraamzorg'],
    referrer: 'verloskundige',
    play: async (stage) => ({ Noor: await startWell(stage) }),
  },
  {
    title: 'Eén gezin, vier ketens',
    players: ['gebiedsteam'],
    referrer: 'gebiedsteam',
    play: helpFamily,
  },
];

export interface Played {
  /** What became of everyone. */
  readonly told: readonly Told[];
  /** Per chapter, of real time. */
  readonly seconds: Readonly<Record<string, number>>;
}

/**
 * Plays residents through the five chains by the API alone, each to the end, and last a family through four of them at
 * once; prints what each party sees.
 * @throws NotAsTold when the system does anything else than the story tells.
 */
export async function playStory({ url, token, print }: StoryOptions): Promise<Played> {
  const stage = new Stage(openTalk(url, token), print);
  await stage.advance('P0D');
  print('Inwoners in vijf ketens, in versnelde tijd. Alle mensen en organisaties zijn verzonnen.');
  const told: Told[] = [];
  const seconds: Record<string, number> = {};
  for (const { title, players, referrer, play } of chapters) {
    const start = performance.now();
    stage.chapter(title);
    await stage.introduce(...players);
    await stage.toWeekday('P1D');
    const cases = await play(stage);
    told.push(...Object.entries(cases).map(([name, id]) => ({ name, chapter: title, referrer, id })));
    seconds[title] = (performance.now() - start) / 1000;
  }
  await lookBack(stage, told, seconds);
  return { told, seconds };
}
