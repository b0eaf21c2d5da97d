import type { ChainContent } from '../../content.ts';
import { valpreventieV1Content } from '../v1/content.ts';
import { valpreventieV2Forms } from './forms.ts';
import { rules } from './rules.ts';

export const valpreventieV2Content: ChainContent = {
  ...valpreventieV1Content,
  forms: valpreventieV2Forms,
  propose: rules,
};
