import { v5 } from '../../cases/derived-id.ts';
import { ageOn } from '../../cases/resident/age.ts';
import { currentDefinition } from '../../chains/index.ts';
import { localDateOf, startOfLocalDay } from '../../engine/calendar/amsterdam.ts';
import { addDays, parseLocalDate } from '../../engine/calendar/local-date.ts';
import { followUpsOf } from '../../engine/follow-ups.ts';
import type { Refer } from '../../engine/messages.ts';
import { type AnyChain } from '../../language/define.ts';
import { type Beginning, beginningOf } from './begin.ts';
import { leftAlone, whatWasBefore } from './before.ts';
import { CasePlayer } from './case-player.ts';
import { decideElsewhere, openBeside } from './couple.ts';
import { doOn, tryTo } from './deeds.ts';
import type { Habits } from './habits.ts';
import { habitsOf } from './habits/every-chain.ts';
import { recordHappening } from './happen.ts';
import { lifeAhead } from './life.ts';
import { atWork, DAY_MS } from './office-hours.ts';
import { referrerFor } from './parties.ts';
import { type Person, personOf } from './person.ts';
import { habitOf } from './plan.ts';
import { birthAround } from './pregnancy.ts';
import type { Random } from './random.ts';

interface Coming {
  readonly at: number;
  readonly chain: string;
  readonly person: Person;
}

/** One person, their family, and every case that they have: played together, moment after moment. */
export class Story {
  readonly players: CasePlayer[] = [];
  private readonly coming: Coming[] = [];
  private readonly random: Random;
  private readonly namespace: string;
  private readonly about: { readonly number: number; readonly room: number; readonly until: number };
  private people = 0;
  private cases = 0;

  /** `room`: how many cases it may have; nothing happens after `until` (milliseconds). */
  constructor(namespace: string, random: Random, about: { number: number; room: number; until: number }) {
    this.namespace = namespace;
    this.random = random;
    this.about = about;
  }

  get hasRoom(): boolean {
    return this.players.length < this.about.room;
  }

  /** Plays everything that comes of a first referral into this chain. */
  play(habits: Habits, at: number): readonly CasePlayer[] {
    const { random } = this;
    const day = localDateOf(at);
    const { ages, women } = habits;
    const person = personOf(random, this.nextPersonId(), this.about.number, {
      day,
      ages,
      ...(women === undefined ? {} : { women }),
    });
    this.refer({ at: atWork(at, random), chain: habits.chain, person });
    for (;;) {
      const moments = this.players.map((each) => each.nextAt(this.namespace));
      const next = Math.min(...moments, ...this.coming.map((each) => each.at));
      if (next > this.about.until) return this.players;
      const coming = this.coming.findIndex((each) => each.at <= next);
      if (coming >= 0) for (const each of this.coming.splice(coming, 1)) this.refer(each);
      else this.advance(moments.indexOf(next), next);
    }
  }

  nextPersonId(): string {
    this.people += 1;
    return v5(this.namespace, `person/${this.about.number}/${this.people}`);
  }

  nextCaseId(): string {
    this.cases += 1;
    return v5(this.namespace, `case/${this.about.number}/${this.cases}`);
  }

  isLive(chain: string, { id }: Person): boolean {
    return this.players.some((each) => each.chain.id === chain && each.person.id === id && !each.ended);
  }

  before(chain: AnyChain, person: Person, practice: string, now: number): Pick<Refer, 'previous' | 'marks'> {
    return whatWasBefore(this.players, chain, person, { practice, now });
  }

  /** A case that begins now; undefined where the engine refuses it. */
  add(chain: AnyChain, person: Person, habits: Habits, beginning: Beginning, now: number): CasePlayer | undefined {
    const { random } = this;
    const made: CasePlayer[] = [];
    const who = { chain, person, habits, random, level: 0.2 + random.next() * 0.4 };
    tryTo(() => made.push(new CasePlayer(who, beginning, now)));
    const [player] = made;
    if (player === undefined) return undefined;
    this.players.push(player);
    player.happenings.push(...lifeAhead(habits, now, random));
    this.expectBirth(player, beginning.command.anchors ?? {});
    for (const { chain: other, type, share, days } of habits.beside) {
      if (type === 'apart' && random.chance(share))
        this.comesLater(other, person, now + random.around(days, 0.5) * DAY_MS);
    }
    return player;
  }

  private refer({ at, chain: id, person }: Coming): void {
    const chain = currentDefinition(id);
    const habits = habitsOf(id);
    const { random } = this;
    const dead = this.players.some((each) => each.person.id === person.id && each.state.ending === 'overleden');
    if (chain === undefined || dead || !this.hasRoom || this.isLive(id, person)) return;
    const begins = habits.begins.filter(({ role }) => referrerFor(chain, role, person) !== undefined);
    for (let tries = 0; tries < 5; tries += 1) {
      const index = random.weighted(Object.fromEntries(begins.map(({ weight }, place) => [`${place}`, weight])));
      const begin = begins[Number(index)];
      const organisation = begin === undefined ? undefined : referrerFor(chain, begin.role, person);
      if (begin === undefined || organisation === undefined) return;
      const { role, entry } = begin;
      const before = this.before(chain, person, organisation, at);
      const who = { chain, case: this.nextCaseId(), person, role, organisation, entry };
      const how = { habit: habitOf(habits, entry), now: at, random, level: 0.3, before };
      const beginning = beginningOf({ ...who, ...how });
      if (beginning !== undefined && this.add(chain, person, habits, beginning, at) !== undefined) return;
    }
  }

  private advance(index: number, now: number): void {
    const player = this.players[index];
    if (player === undefined) throw new RangeError('nobody is there to play');
    const known = new Map(this.players.map((each) => [each, each.facts.length] as const));
    const next = player.takeNext(now);
    if (next !== null && 'doing' in next) {
      doOn(player, {
        ...next,
        now,
        namespace: this.namespace,
        elsewhere: (decide, form) => decideElsewhere(this, player, decide, form, now),
      });
    } else if (next !== null) this.happen(player, next.what, now);
    for (const [each, length] of known) this.tellOthers(each, length, now);
    if (player.ended) this.afterwards(player);
  }

  private happen(player: CasePlayer, what: CasePlayer['happenings'][number]['what'], now: number): void {
    if (player.ended) return;
    if (what.kind === 'beside') {
      openBeside(this, player, what, now);
      return;
    }
    if (!recordHappening(player, what, now)) return;
    if (what.kind !== 'dies' && what.kind !== 'moves') return;
    for (const other of this.players) {
      if (other !== player && other.person.id === player.person.id)
        other.happenings.push({ at: atWork(now + DAY_MS, this.random), what });
    }
  }

  /** What happened in one case may count in a case that it is linked with, at once. */
  private tellOthers(player: CasePlayer, since: number, now: number): void {
    const { chain, state } = player;
    for (const { to, command } of followUpsOf(chain, player.facts.slice(since), state)) {
      const other = this.players.find((each) => each.state.case === to);
      if (other === undefined || other.ended) continue;
      const length = other.facts.length;
      if (tryTo(() => other.carryOut(command, now))) this.tellOthers(other, length, now);
    }
  }

  /** Some come back. */
  private afterwards({ habits, state, person }: CasePlayer): void {
    const { share, days } = habits.comesBack;
    if (leftAlone.includes(state.ending ?? '') || !this.random.chance(share)) return;
    this.comesLater(state.chain, person, (state.endedAt ?? 0) + (14 + this.random.around(days, 0.7)) * DAY_MS);
  }

  private comesLater(chain: string, person: Person, at: number): void {
    const [from, to] = habitsOf(chain).ages;
    const age = ageOn(person.identity.birthDate, localDateOf(at));
    if (age >= from && age <= to) this.coming.push({ at: atWork(at, this.random), chain, person });
  }

  private expectBirth(player: CasePlayer, { aterme, geboorte }: Readonly<Record<string, string>>): void {
    const { random } = this;
    const { startedAt } = player.state;
    if (player.chain.id !== 'kansrijke-start' || geboorte !== undefined) return;
    const known =
      aterme === undefined ? addDays(localDateOf(startedAt), random.whole(170, 240)) : parseLocalDate(aterme);
    if (aterme === undefined)
      player.happenings.push({ at: atWork(startedAt + 40 * DAY_MS, random), what: { kind: 'due', on: known } });
    const on = birthAround(known, random);
    const born = startOfLocalDay(on);
    if (random.chance(0.04)) {
      player.happenings.push({ at: atWork(startedAt + (born - startedAt) / 2, random), what: { kind: 'miscarries' } });
    }
    player.happenings.push({ at: atWork(born + DAY_MS, random), what: { kind: 'born', on } });
  }
}
