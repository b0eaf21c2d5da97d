import { describe, expect, test } from 'vitest';
import { definitions } from '../../chains/definitions.ts';
import { graphOfChain } from './graph-of-chain.ts';

const chains = Object.entries(definitions).flatMap(([id, versions]) =>
  versions.map((chain) => [`${id} v${chain.version}`, chain] as const),
);

describe.each(chains)('the graph of %s', (_name, chain) => {
  const graph = graphOfChain(chain);

  test('has every step and ending with its label', () => {
    expect(graph.steps).toEqual(Object.entries(chain.steps).map(([id, { label }]) => ({ id, label })));
    expect(graph.ends.map(({ label }) => label)).toEqual(Object.values(chain.endings));
  });

  test('has arrows only between what it has, and every outcome that goes somewhere', () => {
    const there = new Set([...graph.steps, ...graph.ends].map(({ id }) => id));
    for (const { from, to } of graph.edges) expect([from, to].filter((id) => !there.has(id))).toEqual([]);
    const labels = new Set(graph.edges.map(({ from, label }) => `${from}: ${label}`));
    for (const [id, step] of Object.entries(chain.steps)) {
      for (const { label, to } of Object.values(step.outcomes)) {
        const stays = typeof to !== 'string' && 'leave' in to;
        expect(labels.has(`${id}: ${label}`)).toBe(!stays);
      }
    }
  });
});
