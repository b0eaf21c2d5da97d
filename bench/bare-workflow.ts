import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

export interface Ping {
  readonly pad: string;
  /** How many characters come back. */
  readonly answer: number;
}

export const pingUpdate = defineUpdate<string, [Ping]>('ping');

/** The limit: takes Updates of the size of a decision, answers one of the size of its reply, and does nothing else. */
export async function bare(): Promise<void> {
  setHandler(pingUpdate, ({ answer }) => 'x'.repeat(answer));
  await condition(() => false);
}
