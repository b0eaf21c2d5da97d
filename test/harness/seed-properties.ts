import fc from 'fast-check';
import { walkSeed } from './walk-seed.ts';

if (process.env['KETENPAD_WALK_SEED'] !== undefined) fc.configureGlobal({ seed: walkSeed() });
