import { project, type ProjectContext } from '../cases/project.ts';
import type { Projection } from '../workflows/protocol.ts';

/** What a case may ask of the outside world: to write down what it holds. */
export interface Activities {
  project(projection: Projection): Promise<void>;
}

export function createActivities(context: ProjectContext): Activities {
  return {
    async project({ why, facts, head }) {
      await context.hold.at(why === 'continue' ? 'at-continue-as-new' : 'at-timer');
      let outcome = 'failed';
      try {
        await project(context, facts, head);
        outcome = 'done';
      } finally {
        context.metrics.projections.inc({ why, outcome });
      }
    },
  };
}
