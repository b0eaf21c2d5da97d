import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomChain } from '../../test/journeys/random-chain.ts';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { soundChain } from '../../test/language/sound-chain.ts';
import { type AnyChain, commonSteps, type Step } from './define.ts';
import { diagramOf } from './diagram.ts';
import { holderInWords } from './in-words.ts';

const LABEL = '"(?:[\\p{L}\\p{M}\\p{N} .,:?!()\'/-]|#\\d+;|<br/>)+"';
const ID = '[a-z]+[a-z0-9_]*';
/** The shape of each kind of step, of an ending, a switch, a fork, a flag and a gap. */
const SHAPES = [
  `\\[${LABEL}\\]`,
  `\\[\\[${LABEL}\\]\\]`,
  `\\{\\{${LABEL}\\}\\}`,
  `\\[/${LABEL}/\\]`,
  `\\(${LABEL}\\)`,
  `\\(\\[${LABEL}\\]\\)`,
  `\\{${LABEL}\\}`,
  `\\(\\(${LABEL}\\)\\)`,
  `>${LABEL}\\]`,
  `\\[/${LABEL}\\\\\\]`,
];
const NODE = `${ID}(?:${SHAPES.join('|')})`;
/** The part of Mermaid's grammar that a diagram may use, line by line. */
const GRAMMAR = [
  NODE,
  `${NODE} -\\.-> ${ID}`,
  `${ID} -->\\|${LABEL}\\| ${ID}`,
  `${ID} -\\.->\\|${LABEL}\\| ${ID}`,
  'classDef begin stroke-width:3px',
  `class ${ID}(?:,${ID})* begin`,
].map((line) => new RegExp(`^  (?:${line})$`, 'u'));

const linesOf = (diagram: string): string[] => diagram.split('\n').slice(1, -1);
const offGrammar = (diagram: string): string[] =>
  linesOf(diagram).filter((line) => !GRAMMAR.some((form) => form.test(line)));

/** The ids that edges and classes use, and those of the nodes that are there. */
function idsOf(diagram: string): { used: Set<string>; there: string[] } {
  const lines = linesOf(diagram);
  const there = lines.flatMap((line) => /^ {2}([a-z][a-z0-9_]*)[[({>]/.exec(line)?.[1] ?? []);
  const used = lines.flatMap((line) => {
    const edge = /^ {2}([a-z0-9_]+).* (?:-\.->|-\.->\|.*\||-->\|.*\|) ([a-z0-9_]+)$/u.exec(line);
    const named = /^ {2}class (\S+) begin$/.exec(line)?.[1]?.split(',') ?? [];
    return edge === null ? named : [edge[1]!, edge[2]!];
  });
  return { used: new Set(used), there };
}

describe('the diagram of valpreventie', () => {
  const diagram = diagramOf(valpreventieV1);
  const lines = linesOf(diagram);

  test('shows every step with its label and roles, in the shape of its kind', () => {
    for (const [id, step] of Object.entries<Step>(valpreventieV1.steps)) {
      const [open, close] = {
        assess: ['[', ']'],
        handoff: ['[[', ']]'],
        wait: ['{{', '}}'],
        inform: ['[/', '/]'],
        rule: ['(', ')'],
      }[step.kind]!;
      const start = `  stap_${id.replaceAll('-', '_')}${open}"${step.label}<br/>${holderInWords(valpreventieV1, step)}`;
      const line = lines.find((each) => each.startsWith(start)) ?? '';
      expect(line.endsWith(`"${close}`), start).toBe(true);
    }
  });

  test('shows every ending as a stadium', () => {
    for (const [id, label] of Object.entries(valpreventieV1.endings)) {
      expect(lines).toContain(`  einde_${id.replaceAll('-', '_')}(["${label}"])`);
    }
  });

  test('shows every outcome as an edge from its step, with its label and the variant that it opens', () => {
    for (const [id, step] of Object.entries<Step>(valpreventieV1.steps)) {
      for (const { label } of Object.values(step.outcomes)) {
        const start = `  stap_${id.replaceAll('-', '_')} -->|"${label}`;
        expect(lines.filter((line) => line.startsWith(`${start}"| `) || line.startsWith(`${start} (`))).toHaveLength(1);
      }
    }
    expect(diagram).toContain('(gebied: buurgemeente)"| stap_groep_toewijzen');
  });

  test('shows the switch with each of its options, and the gap with where it goes on', () => {
    expect(lines).toContain('  stap_valrisicotest -->|"Hoog risico"| keuze0');
    expect(lines).toContain('  keuze0 -->|"live"| stap_toestemming_hoog');
    expect(lines).toContain('  keuze0 -->|"pilot"| stap_toestemming_hoog');
    expect(lines).toContain('  keuze0 -->|"niet-beschikbaar"| gat1');
    expect(lines).toContain('  gat1[/"Ontbreekt hier: hoog-route"\\] -.-> stap_toestemming_hoog');
  });

  test('shows what a hand-off goes through, for how many it stands, and for what a join waits', () => {
    const line = (id: string): string => lines.find((each) => each.startsWith(`  ${id}[[`)) ?? '';
    expect(line('stap_otago_verwijzing')).toContain('aangeboden, aangenomen#59; geweigerd: terug naar de afzender');
    expect(line('stap_otago_verwijzing')).not.toContain('samen met de inwoner');
    expect(line('stap_structureel_aanbod')).toContain('aangenomen, samen met de inwoner');
    expect(line('stap_structureel_aanbod')).toContain('wacht op: Voorlichting over beweegaanbod in de buurt');
    expect(line('stap_doorverwijzing')).toContain('voor elk van: doorverwijzingen');
  });

  test('shows what begins at once, with the branch that goes on and the one beside it', () => {
    const [, node = ''] = /"Andere hulp, geen beweegprogramma"\| (\w+)/.exec(diagram) ?? [];
    expect(lines).toContain(`  ${node}(("en"))`);
    expect(lines).toContain(`  ${node} -->|"verder"| stap_t2_3`);
    expect(lines).toContain(`  ${node} -->|"daarnaast"| stap_doorverwijzing`);
  });

  test('shows what opens by itself as a dotted edge, and one place where branches are done', () => {
    expect(diagram).toMatch(/ {2}stap_interventie_groep -\.->\|"3 weken voor .*"\| stap_voorlichting_regulier\n/);
    expect(diagram).toMatch(/ {2}stap_otago_intake -\.->\|"2 maanden na .*"\| stap_otago_evaluatie\n/);
    expect(lines.filter((line) => line.includes('Deze tak is klaar'))).toHaveLength(1);
  });

  test('leaves out the steps that every chain has', () => {
    for (const id of Object.keys(commonSteps)) expect(diagram).not.toContain(`stap_${id.replaceAll('-', '_')}`);
  });

  test('marks the steps where a referral may start, with who may start it there', () => {
    expect(diagram).toMatch(/>"Begin: Huisarts, .*POH.*, Geschoold tester, .*Inwoner"\] -\.-> stap_valrisicotest\n/);
    expect(diagram).toMatch(/\n {2}class [a-z_,]*stap_valrisicotest[a-z_,]* begin\n/);
    expect(diagram).not.toMatch(/-\.-> stap_laag_advies/);
  });
});

test('an event, a limit and a rule are drawn too', () => {
  const lines = linesOf(diagramOf(soundChain));
  expect(lines).toContain('  stap_beslis("Beslis<br/>Ketenpad")');
  const [, event = ''] = /^ {2}(\w+)>"Geboorte"\]$/m.exec(diagramOf(soundChain)) ?? [];
  expect(lines.some((line) => line.startsWith(`  ${event} -.->|`) && line.endsWith('| stap_kraam'))).toBe(true);
  expect(lines).toContain('  stap_begin -.->|"Plafond"| stap_evaluatie');
});

test('a step is drawn and a label is readable whatever is written in it', () => {
  const nasty = 'end "x" `y` #quot; %%{init: {}}%% [a](b) {c} <b>|d|</b> ; --> \\ \n é 🙂';
  const chain: AnyChain = {
    ...valpreventieV1,
    roles: { tester: nasty },
    endings: { end: nasty, 'end ': nasty },
    knobs: { graph: { options: [nasty], default: nasty, label: nasty } },
    entries: { [nasty]: [nasty] },
    steps: {
      [nasty]: {
        kind: 'assess',
        label: nasty,
        by: 'tester',
        within: { fixed: '5wd', source: nasty },
        outcomes: {
          a: { label: nasty, to: { byKnob: 'graph', cases: { [nasty]: { gap: nasty, fallback: nasty } } } },
          b: { label: '', to: { end: 'end ' } },
        },
      },
    },
  };
  const diagram = diagramOf(chain);
  expect(offGrammar(diagram)).toEqual([]);
  expect(diagram).toContain('#34;x#34;');
  expect(new Set(idsOf(diagram).there).size).toBe(idsOf(diagram).there.length);
});

test('any chain is drawn in the same way each time, in grammar, with nodes that are there and each there once', () => {
  fc.assert(
    fc.property(randomChain, (chain) => {
      const diagram = diagramOf(chain);
      expect(diagramOf(JSON.parse(JSON.stringify(chain)) as AnyChain)).toBe(diagram);
      expect(offGrammar(diagram)).toEqual([]);
      const { used, there } = idsOf(diagram);
      expect([...used].filter((id) => !there.includes(id))).toEqual([]);
      expect(new Set(there).size).toBe(there.length);
      const outcomes = Object.values(chain.steps).flatMap((step) => Object.keys(step.outcomes));
      expect(linesOf(diagram).filter((line) => /^ {2}stap_\S+ -->\|/.test(line))).toHaveLength(outcomes.length);
    }),
    { numRuns: 100 },
  );
});

test('a chain that names a step that is not there is refused, not drawn wrong', () => {
  const steps = { ...valpreventieV1.steps } as Record<string, unknown>;
  delete steps['laag-advies'];
  expect(() => diagramOf({ ...valpreventieV1, steps } as unknown as AnyChain)).toThrow('laag-advies');
});
