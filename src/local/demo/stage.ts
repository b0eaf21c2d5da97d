import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { addDuration, parseDuration } from '../../engine/calendar/duration.ts';
import { daysBetween, type LocalDate } from '../../engine/calendar/local-date.ts';
import { clockAnswer, meAnswer } from './answers.ts';
import { mustHold } from './as-told.ts';
import { longDate } from './dutch-dates.ts';
import type { Talk } from './talk.ts';

/** Who plays in the story: the user of the demo region, and what this party is called. */
export const cast = {
  huisarts: 'Huisarts',
  'huisarts-2': 'Andere huisarts',
  poh: 'POH',
  tester: 'Tester',
  'valpreventie-coordinator': 'Coördinator valpreventie',
  fysio: 'Fysiotherapeut',
  buurtsportcoach: 'Buurtsportcoach',
  'sociaal-verwijzer': 'Sociaal verwijzer',
  aanbieder: 'Aanbieder',
  'centrale-zorgcoordinator': 'Zorgcoördinator',
  leefstijlcoach: 'Leefstijlcoach',
  jeugdarts: 'Jeugdarts',
  jeugdverpleegkundige: 'Jeugdverpleegkundige',
  czv: 'Centrale zorgverlener',
  verloskundige: 'Verloskundige',
  kraamzorg: 'Kraamzorg',
  gebiedsteam: 'Gebiedsteam',
  ketencoordinator: 'Ketencoördinator',
} as const;
export type Player = keyof typeof cast;

const COLUMNS = 100;
const INDENT = 33;

/** Where the story is played: the virtual time, and what was printed. */
export class Stage {
  readonly talk: Talk;
  private readonly print: (line: string) => void;
  private clock = new Date().toISOString();
  private readonly shown = new Map<string, string>();
  private readonly introduced = new Set<Player>();
  private readonly organisations = new Map<Player, string>();

  constructor(talk: Talk, print: (line: string) => void) {
    this.talk = talk;
    this.print = print;
  }

  /** The virtual time, RFC 3339. */
  get now(): string {
    return this.clock;
  }

  /** The local day that lies so long after today. `after`: such as 'P3W'. */
  dayAfter(after: string): LocalDate {
    return addDuration(localDateOf(Date.parse(this.clock)), parseDuration(after));
  }

  /** True the first time that this is shown, and whenever it is another than the last time. */
  isNew(id: string, value = ''): boolean {
    const isNew = this.shown.get(id) !== value;
    this.shown.set(id, value);
    return isNew;
  }

  /** Moves all of the system forward, as the beheerder of a demo may. `duration`: such as 'P3D', or 'P0D' to look. */
  async advance(duration: string): Promise<void> {
    const { now } = await this.talk.post('beheerder', '/dev/clock', { advance: duration }, clockAnswer);
    mustHold(now >= this.clock || duration === 'P0D', 'de tijd loopt vooruit');
    this.clock = now;
  }

  /** At least so long ahead, to a day from Monday to Friday. */
  async toWeekday(after: string): Promise<void> {
    const day = this.dayAfter(after);
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    const restOfWeekend = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
    await this.advance(`P${daysBetween(this.dayAfter('P0D'), day) + restOfWeekend}D`);
  }

  /** Prints who plays from here on and was not introduced yet, and remembers where they work. */
  async introduce(...players: readonly Player[]): Promise<void> {
    for (const user of players.filter((player) => !this.introduced.has(player))) {
      this.introduced.add(user);
      const { organisation, organisationName } = await this.talk.get(user, '/me', meAnswer);
      if (organisation !== null) this.organisations.set(user, organisation);
      this.print(`  ${cast[user].padEnd(29)}${organisationName ?? ''}`);
    }
  }

  organisationOf(who: Player): string {
    return this.organisations.get(who) ?? '';
  }

  chapter(title: string): void {
    this.print(`\n=== ${title} ===`);
  }

  act(title: string): void {
    this.print(`--- ${title} ---`);
  }

  scene(title: string): void {
    this.print(`${longDate(this.clock)}: ${title}`);
  }

  does(who: Player, ...lines: readonly string[]): void {
    this.tell(`${cast[who]} doet`, lines);
  }

  sees(who: Player, ...lines: readonly string[]): void {
    this.tell(`${cast[who]} ziet`, lines);
  }

  line(text: string): void {
    this.print(text);
  }

  private tell(label: string, lines: readonly string[]): void {
    const fitting = lines.flatMap((line) => folded(line, COLUMNS - INDENT));
    for (const [number, line] of fitting.entries()) {
      this.print(`${(number === 0 ? `  ${label}` : '').padEnd(INDENT)}${line}`);
    }
  }
}

/** A text in lines of at most so many characters, broken between words. */
function folded(text: string, width: number): readonly string[] {
  return text.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= width) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}
