import type { z } from 'zod';
import type { FormOf } from '../../../language/define.ts';
import { valpreventieV1Forms } from '../v1/forms.ts';
import type { valpreventieV2 } from './chain.ts';

/** The same forms as in version 1. */
export const valpreventieV2Forms = valpreventieV1Forms satisfies Record<FormOf<typeof valpreventieV2>, z.ZodObject>;
