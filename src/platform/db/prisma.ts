import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

export type Prisma = PrismaClient;

/** For everything that is not a hot statement: the directory, the demo region, set-up. */
export function openPrisma(url: string): Prisma {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 4, connectionTimeoutMillis: 2_500 }) });
}
