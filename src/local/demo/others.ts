import { mustHold } from './as-told.ts';
import { decideQuietly, type Choice } from './deeds.ts';
import { workOn } from './looks.ts';
import { neighbours, refer } from './residents.ts';
import type { Player, Stage } from './stage.ts';

/** Those who are in the group with the residents of the story: they go the same way, all at once and without a word. */
export class Others {
  readonly cases: readonly string[];
  private readonly stage: Stage;

  private constructor(stage: Stage, cases: readonly string[]) {
    this.stage = stage;
    this.cases = cases;
  }

  /** The tester has tested them elsewhere, and signs them up. */
  static async signUp(stage: Stage): Promise<Others> {
    const signedUp = { entry: 'aanmelden-matig', outcome: 'gedaan' };
    const made = await Promise.all(neighbours.map((resident) => refer(stage, 'tester', resident, signedUp)));
    return new Others(
      stage,
      made.map(({ id }) => id),
    );
  }

  /** Takes the same decision for each of them. */
  async decide(who: Player, choice: Choice): Promise<void> {
    const items = (await workOn(this.stage, who, choice.step)).filter(({ case: id }) => this.cases.includes(id ?? ''));
    mustHold(items.length === this.cases.length, `ieder ander in de groep staat bij de stap ${choice.step}`);
    await Promise.all(
      items.map(({ case: id, openStep }) => decideQuietly(this.stage, who, id ?? '', openStep, choice)),
    );
  }
}
