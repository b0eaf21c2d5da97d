import { describe } from 'vitest';
import { accepts, refuses } from '../../../test/language/refusals.ts';

describe('a name that is not there is refused', () => {
  refuses([
    ['entry', { 'entries/huisarts': ['begin', 'bgin'] }, ['entry of huisarts: there is no step bgin']],
    ['consent step', { afterConsent: ['bgin'] }, ['afterConsent: there is no step bgin']],
    ['role of a step', { 'steps/begin/by': 'testr' }, ['step begin: role testr has no label']],
    ['one of several roles', { 'steps/zij/by': ['coach', 'testr'] }, ['step zij: role testr has no label']],
    ['role that is asked', { 'steps/begin/with': ['hsarts'] }, ['step begin: role hsarts has no label']],
    ['role that reports', { 'steps/wachten/reports': ['hsarts'] }, ['step wachten: role hsarts has no label']],
    ['role that offers', { 'steps/overdracht/from': 'testr' }, ['step overdracht: role testr has no label']],
    ['regiehouder of a phase', { 'phases/een/regie': 'testr' }, ['phase een: role testr has no label']],
    [
      'one of several regiehouders',
      { 'phases/twee/regie': ['coach', 'testr'] },
      ['phase twee: role testr has no label'],
    ],
    ['role that leads a group', { 'group/leads': 'testr' }, ['group: role testr has no label']],
    ['reason', { 'steps/begin/override': { reason: 'blk' } }, ['step begin: there is no reason blk']],
    [
      'milestone',
      { 'steps/begin/outcomes/ja/inform': 'gezin' },
      ['step begin, outcome ja: there is no milestone gezin'],
    ],
    ['milestone of a message', { 'steps/bericht/tells': 'gezin' }, ['step bericht: there is no milestone gezin']],
    ['milestone of what is missed', { 'steps/begin/missed': 'gezin' }, ['step begin: there is no milestone gezin']],
    [
      'mark',
      { 'steps/begin/outcomes/nee/mark': 'otgo' },
      ['step begin, outcome nee: there is no mark otgo', 'step begin, outcome samen: nothing counts otago'],
    ],
    ['anchor of an event', { 'events/geboorte/anchor': 'dg' }, ['event geboorte: there is no anchor dg']],
    ['anchor of a group', { 'group/starts': 'strt' }, ['group: there is no anchor strt']],
    ['anchor of a term', { 'steps/kraam/within/after': 'dg' }, ['step kraam: there is no anchor dg']],
    ['anchor before which it is due', { 'steps/na/within/aim/before': 'end' }, ['step na: there is no anchor end']],
    ['anchor of a trigger', { 'steps/nabellen/opens/at/before': 'end' }, ['step nabellen: there is no anchor end']],
    [
      'step since which a term runs',
      { 'steps/overdracht/within/since': 'bgin' },
      ['step overdracht: there is no step bgin'],
    ],
    ['variant of a term', { 'steps/wachten/within/byVariant': 'sped' }, ['step wachten: there is no variant sped']],
    [
      'value of a variant in a term',
      { 'steps/wachten/within/cases': { jaa: { fixed: 'P1D', source: 'B' } } },
      ['step wachten: variant spoed is never jaa'],
    ],
    ['code of a term', { 'steps/zij/within/byCode': 'kns' }, ['step zij: no step keeps the code kns']],
    [
      'code whose items open a step',
      { 'steps/evaluatie/each': 'lijs' },
      ['step evaluatie: no step keeps the code lijs'],
    ],
    ['step of a phase', { 'phases/twee/steps/5': 'bgin' }, ['phase twee: there is no step bgin']],
    ['step from which a limit counts', { 'limits/plafond/from': 'bgin' }, ['limit plafond: there is no step bgin']],
    ['step until which a limit counts', { 'limits/plafond/until': 'naa' }, ['limit plafond: there is no step naa']],
    ['step that a limit opens', { 'limits/plafond/opens': 'evaluate' }, ['limit plafond: there is no step evaluate']],
    ['step during which a seat is held', { 'group/during': ['naa'] }, ['group: there is no step naa']],
  ]);
});

describe('what is said and never used is refused', () => {
  refuses([
    ['a variant in which nothing opens', { 'variants/taal': ['nl'] }, ['variant taal: no step is opened in it']],
    [
      'a milestone that nobody is told',
      { 'milestones/los': { full: 'A', neutral: 'B' } },
      ['milestone los: nobody is ever told it'],
    ],
    [
      'an empty list of entries',
      { 'entries/huisarts': [] },
      [
        'no role has an entry',
        ...['begin', 'beslis', 'bericht', 'wachten', 'overdracht', 'na', 'zij', 'evaluatie', 'nabellen'].map(
          (step) => `step ${step}: nothing leads here`,
        ),
        'step overdracht: join: no branch begins with main',
      ],
    ],
  ]);
  accepts([
    ['a milestone that every chain has, in words of its own', { 'milestones/gestopt': { full: 'A', neutral: 'B' } }],
  ]);
});

describe('a name with two meanings is refused', () => {
  const spare = { label: 'Spare', kind: 'assess', by: 'coach', within: { fixed: 'P1D', source: 'B' } };
  const step = { ...spare, opens: { on: 'geboorte' }, outcomes: { klaar: { label: 'Klaar', to: { leave: true } } } };
  const named = (name: string): Record<string, unknown> => ({ [`steps/${name}`]: step, 'phases/een/steps/5': name });
  refuses([
    ['a step and an anchor', named('dag'), ['step dag: an anchor is called that']],
    ['a step and an event', named('geboorte'), ['step geboorte: an event is called that']],
    ['a step and one of every chain', named('na-pauze'), ['step na-pauze: a step that every chain has is called that']],
    [
      'a step and an event of every chain',
      named('verhuisd'),
      ['step verhuisd: an event that every chain has is called that'],
    ],
    ['a step and the own branch', named('main'), ['step main: the case’s own branch is called that']],
    [
      'an event and one of every chain',
      { 'events/overleden': { label: 'X' } },
      ['event overleden: an event that every chain has is called that'],
    ],
    [
      'two knobs',
      { 'knobs/begin.within': { options: ['a'], default: 'a', label: 'X' } },
      ['knob begin.within: two knobs are called that'],
    ],
  ]);
  accepts([
    ['an event and the anchor that it sets', { 'anchors/geboorte': 'Geboorte', 'events/geboorte/anchor': 'geboorte' }],
  ]);
});

describe('who has no name to be called by is refused', () => {
  refuses([
    ['a role with a blank label', { 'roles/coach': ' ' }, ['role coach has no label']],
    ['a step with a blank label', { 'steps/na/label': '' }, ['step na: it has no label']],
    ['a step that nobody holds', { 'steps/na/by': [] }, ['step na: nobody holds it']],
  ]);
});

describe('a switch has exactly one target for each of its options', () => {
  const ja = 'steps/begin/outcomes/ja/to';
  refuses([
    ['an unknown knob', { [`${ja}/byKnob`]: 'rout' }, ['step begin, outcome ja: there is no knob rout']],
    [
      'an option without a target',
      { [`${ja}/cases/uit`]: undefined },
      ['step begin, outcome ja: no target for route = uit'],
    ],
    [
      'a target for no option',
      { [`${ja}/cases/anders`]: 'wachten' },
      ['step begin, outcome ja: route has no option anders'],
    ],
    [
      'a default that is no option',
      { 'knobs/route/default': 'on' },
      ['knob route: its default on is not one of its options'],
    ],
  ]);
});
