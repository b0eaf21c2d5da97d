import { describe } from 'vitest';
import { accepts, refuses } from '../../../test/language/refusals.ts';

const samen = 'steps/zij/outcomes/samen/to';

describe('a target that is not there is refused', () => {
  refuses([
    [
      'step',
      { [samen]: 'bgin' },
      ['step zij, outcome samen: there is no step bgin', 'step overdracht: join: the branch zij never comes here'],
    ],
    [
      'step behind a switch',
      { 'steps/begin/outcomes/ja/to/cases/aan': 'bgin' },
      ['step begin, outcome ja: there is no step bgin'],
    ],
    [
      'fallback of a gap',
      { 'steps/begin/outcomes/ja/to/cases/uit': { gap: 'route', fallback: 'bgin' } },
      ['step begin, outcome ja: there is no step bgin'],
    ],
    [
      'step in a variant',
      { 'steps/begin/outcomes/spoed/to': { step: 'bgin', with: { spoed: 'ja' } } },
      ['step begin, outcome spoed: there is no step bgin'],
    ],
    [
      'step of several',
      { 'steps/begin/outcomes/samen/to': { all: ['beslis', 'zij', 'bgin'] } },
      ['step begin, outcome samen: there is no step bgin'],
    ],
    ['ending', { 'steps/na/outcomes/klaar/to': { end: 'klar' } }, ['step na, outcome klaar: there is no ending klar']],
    [
      'variant',
      { 'steps/begin/outcomes/spoed/to': { step: 'wachten', with: { sped: 'ja', spoed: 'ja' } } },
      ['step begin, outcome spoed: there is no variant sped'],
    ],
    [
      'value of a variant',
      { 'steps/begin/outcomes/spoed/to': { step: 'wachten', with: { spoed: 'jaa' } } },
      ['step begin, outcome spoed: variant spoed is never jaa'],
    ],
  ]);
});

describe('several at once are at least two, each once', () => {
  refuses([
    [
      'one',
      { 'steps/begin/outcomes/samen/to': { all: ['beslis'] } },
      [
        'step begin, outcome samen: all() names fewer than two steps',
        'step zij: nothing leads here',
        'step overdracht: join: no branch begins with zij',
      ],
    ],
    [
      'the same twice',
      { 'steps/begin/outcomes/samen/to': { all: ['beslis', 'zij', 'zij'] } },
      ['step begin, outcome samen: all() names a step twice'],
    ],
  ]);
  accepts([
    ['the second in a variant', { 'steps/begin/outcomes/samen/to/all/1': { step: 'zij', with: { spoed: 'nee' } } }],
  ]);
});

describe('what an outcome says must be possible for its step', () => {
  refuses([
    [
      'an end that the referrer does not hear of',
      { 'steps/na/outcomes/klaar/inform': undefined },
      ['step na, outcome klaar: it ends the case, and the referrer is told nothing'],
    ],
    [
      'an end behind a switch that the referrer does not hear of',
      {
        'steps/wachten/outcomes/opnieuw/to': { byKnob: 'route', cases: { aan: 'begin', uit: { end: 'weg' } } },
      },
      ['step wachten, outcome opnieuw: it ends the case, and the referrer is told nothing'],
    ],
    [
      'a sender of what is not offered',
      { 'steps/na/outcomes/klaar/by': 'sender' },
      ['step na, outcome klaar: only a hand-off has a sender'],
    ],
    [
      'a condition on what a rule decides',
      { 'steps/beslis/outcomes/wacht/when': [{ code: 'kans', in: ['a'] }] },
      ['step beslis, outcome wacht: a rule decides by its lines'],
    ],
    [
      'a reason of a rule',
      { 'steps/beslis/outcomes/wacht/reason': 'required' },
      ['step beslis, outcome wacht: a rule cannot be asked for a reason'],
    ],
    ...['aanvaard', 'geweigerd', 'omleiden', 'contact-bevestigd'].map(
      (name) =>
        [
          `an outcome ${name} of its own`,
          { [`steps/overdracht/outcomes/${name}`]: { label: 'X', to: 'na' } },
          [`step overdracht, outcome ${name}: every hand-off has this one already`],
        ] as const,
    ),
  ]);
  accepts([
    [
      'a message that ends the case tells it itself',
      { 'steps/bericht/outcomes/gedaan/to': { end: 'weg' }, 'steps/overdracht/join': undefined },
    ],
  ]);
});
