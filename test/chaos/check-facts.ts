import { createHash } from 'node:crypto';
import { rebuild } from '../../src/engine/evolve.ts';
import { canonicalJson } from '../../src/platform/crypto/canonical-json.ts';
import type { Findings } from './findings.ts';
import { grouped } from './grouped.ts';
import type { ReadModel } from './read-model.ts';

/** PostgreSQL against itself: facts 1..n without gaps, the hash chain, and a head that the facts rebuild. */
export function checkFacts({ cases, facts }: ReadModel, findings: Findings): void {
  const byCase = grouped(facts, (fact) => fact.case_id);
  for (const { id, seq, state, hash, status } of cases) {
    const own = byCase.get(id) ?? [];
    if (status === 'starting') continue;
    own.forEach((fact, index) => {
      if (fact.seq !== index + 1) findings.add('lost', `case ${id}: fact ${index + 1} is missing`);
    });
    if (seq !== own.length) findings.add('lost', `case ${id}: head ${seq}, ${own.length} facts`);
    let chained: Buffer = Buffer.alloc(0);
    for (const fact of own) {
      const hashed = createHash('sha256')
        .update(chained)
        .update(fact.text)
        .update(fact.commitment ?? '');
      chained = hashed.digest();
      if (!chained.equals(fact.hash)) findings.add('phantom', `case ${id}: the chain breaks at fact ${fact.seq}`);
    }
    if (!chained.equals(hash)) findings.add('phantom', `case ${id}: the chain does not end at the head`);
    if (canonicalJson(rebuild(own.map(({ codes }) => codes))) !== canonicalJson(state)) {
      findings.add('phantom', `case ${id}: the head is not what its facts make`);
    }
  }
}
