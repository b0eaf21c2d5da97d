import { valpreventieV1Content } from '../v1/content.ts';

/** What is proposed is as in version 1. */
export const rules = valpreventieV1Content.propose;
