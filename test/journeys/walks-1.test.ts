import { everyWalk } from './every-walk.ts';
import { grounds } from './walks.ts';

for (const ground of grounds.filter((_, index) => index % 2 === 0)) everyWalk(ground);
