import { OUTSIDE } from '../../audit/emissions/links.ts';
import { EVERY_CHAIN } from '../../audit/every-chain.ts';
import type { Names } from '../../audit/figures/names.ts';
import { indicatorsOf } from '../../chains/indicators.ts';
import { currentDefinition, definitions } from '../../chains/definitions.ts';
import { type AnyChain, endingNamed, linkTypes, reasonsOf, REGIEHOUDER, stepNamed } from '../../language/define.ts';
import { domainLabels } from './domains.ts';
import { BY_LIFE } from './story-secrets.ts';

const gaps: Readonly<Record<string, string>> = {
  'geen-organisatie': 'Er is hier geen organisatie voor deze stap',
  'hoog-route': 'De hoge route is er hier niet',
  nnz: 'Nu Niet Zwanger is er hier niet',
  'geen-aanbod-licht-risico': 'Er is hier geen aanbod bij licht verhoogd risico',
  'geen-aanbod-hoog-risico': 'Er is hier geen aanbod bij sterk of extreem verhoogd risico',
};

const links: Readonly<Record<string, string>> = { ...linkTypes, verwijzing: 'Verwezen', instroom: 'Ingestroomd' };

/** The words of every chain, newest version first: what an earlier one called something is found there too. */
export const chainNames: Names = {
  chains: Object.keys(definitions),
  chain: (chain) => {
    if (chain === EVERY_CHAIN) return 'Alle ketens';
    return chain === OUTSIDE ? 'buiten de ketens' : (currentDefinition(chain)?.label ?? chain);
  },
  step: (chain, step) => found(chain, (version) => stepNamed(version, step)?.label) ?? step,
  holder: (chain, step) => found(chain, (version) => holderOf(version, step)) ?? '',
  role: (chain, role) => wordOf(domainLabels, role) ?? found(chain, ({ roles }) => wordOf(roles, role)) ?? role,
  ending: (chain, ending) =>
    ending === BY_LIFE
      ? 'Geëindigd door verhuizing, overlijden of een andere omstandigheid'
      : (found(chain, (version) => endingNamed(version, ending)) ?? ending),
  reason: (chain, reason) => found(chain, (version) => wordOf(reasonsOf(version), reason)) ?? reason,
  gap: (chain, gap) => wordOf(gaps, gap) ?? found(chain, (version) => lackNamed(version, gap)) ?? gap,
  link: (type) => wordOf(links, type) ?? type,
  reach: (chain) => indicatorsOf(chain).reach ?? [],
};

function found(chain: string, of: (version: AnyChain) => string | undefined): string | undefined {
  const versions = Object.hasOwn(definitions, chain) ? (definitions[chain] ?? []) : [];
  for (const version of versions.toReversed()) {
    const word = of(version);
    if (word !== undefined) return word;
  }
  return undefined;
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}

function holderOf(chain: AnyChain, id: string): string | undefined {
  const step = stepNamed(chain, id);
  if (step === undefined || step.kind === 'rule') return undefined;
  const roles = typeof step.by === 'string' ? [step.by] : step.by;
  return roles
    .map((role) => (role === REGIEHOUDER ? 'Wie de regie heeft' : (wordOf(chain.roles, role) ?? role)))
    .join(' of ');
}

/** A place lacks the step to which this gap belongs. */
function lackNamed(chain: AnyChain, gap: string): string | undefined {
  const lacking = Object.entries(chain.mayLack ?? {}).find(([, lack]) => lack?.gap === gap);
  const label = lacking === undefined ? undefined : stepNamed(chain, lacking[0])?.label;
  return label === undefined ? undefined : `Deze stap is er hier niet: ${label}`;
}
