import type { Talk } from './talk.ts';
import { clockAnswer, meAnswer, trailAnswer, type TrailItem } from './answers.ts';
import { mustHold } from './as-told.ts';
import { longDate } from './dutch-dates.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Who plays in the story: the user of the demo region, and what this party is called. */
export const cast = {
  huisarts: 'Huisarts',
  'huisarts-2': 'Andere huisarts',
  tester: 'Tester',
  'valpreventie-coordinator': 'Coördinator valpreventie',
  ketencoordinator: 'Ketencoördinator',
} as const;
export type Player = keyof typeof cast;

/** Where the story is played: the virtual time, what was printed, and what the parties know of the case's trail. */
export class Stage {
  readonly talk: Talk;
  private readonly print: (line: string) => void;
  private clock = new Date().toISOString();
  private readonly shown = new Set<string>();
  private readonly seen = new Map<number, TrailItem>();
  private readonly names = new Map<string, string>();

  constructor(talk: Talk, print: (line: string) => void) {
    this.talk = talk;
    this.print = print;
  }

  /** The virtual time, RFC 3339. */
  get now(): string {
    return this.clock;
  }

  /** True the first time that this is asked of something with an id. */
  isNew(id: string): boolean {
    const isNew = !this.shown.has(id);
    this.shown.add(id);
    return isNew;
  }

  /** Moves all of the system forward, as the beheerder of a demo may. `duration`: such as 'P3D', or 'P0D' to look. */
  async advance(duration: string): Promise<void> {
    const { now } = await this.talk.post('beheerder', '/dev/clock', { advance: duration }, clockAnswer);
    mustHold(now >= this.clock || duration === 'P0D', 'de tijd loopt vooruit');
    this.clock = now;
  }

  /** At least this many days ahead, to a day from Monday to Friday. */
  async toWeekday(days: number): Promise<void> {
    const weekday = new Date(Date.parse(this.clock) + days * DAY_MS).getUTCDay();
    const restOfWeekend = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
    await this.advance(`P${days + restOfWeekend}D`);
  }

  /** Prints who plays, and remembers what their organisations are called. */
  async introduce(): Promise<void> {
    for (const [user, label] of Object.entries(cast)) {
      const { organisation, organisationName } = await this.talk.get(user, '/me', meAnswer);
      if (organisation !== null && organisationName !== null) this.names.set(organisation, organisationName);
      this.print(`  ${label.padEnd(26)}${organisationName ?? ''}`);
    }
  }

  nameOf(organisation: string | null): string {
    return this.names.get(organisation ?? '') ?? '';
  }

  scene(title: string): void {
    this.print(`\n${longDate(this.clock)}: ${title}`);
  }

  does(who: Player, ...lines: readonly string[]): void {
    this.tell(`${cast[who]} doet`, lines);
  }

  sees(who: Player, ...lines: readonly string[]): void {
    this.tell(`${cast[who]} ziet`, lines);
  }

  tell(label: string, lines: readonly string[]): void {
    for (const [number, line] of lines.entries()) this.print(`  ${(number === 0 ? label : '').padEnd(31)}${line}`);
  }

  line(text: string): void {
    this.print(text);
  }

  /** What this party may see of the trail now. What the parties see together is kept. */
  async trail(who: Player, caseId: string): Promise<readonly TrailItem[]> {
    const { items } = await this.talk.get(who, `/cases/${caseId}/trail`, trailAnswer);
    for (const item of items) this.seen.set(item.seq, { ...this.seen.get(item.seq), ...item });
    return items;
  }

  /** Everything that the parties saw of the trail, in order. @throws NotAsTold when a number is missing. */
  wholeTrail(): readonly TrailItem[] {
    const items = [...this.seen.values()].toSorted((a, b) => a.seq - b.seq);
    mustHold(
      items.length > 0 && items.every(({ seq }, index) => seq === index + 1),
      'de feiten zijn doorlopend genummerd',
    );
    return items;
  }
}
