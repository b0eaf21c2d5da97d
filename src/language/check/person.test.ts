import { describe } from 'vitest';
import { accepts, refuses } from '../../../test/language/refusals.ts';

const code = { label: 'Kans', code: 'kans', in: ['a'], instead: 'De jeugdarts' };
const { in: _in, ...bare } = code;
const place = { ...bare, byKnob: 'route', cases: { aan: ['a'], uit: [] } };

describe('for whom the chain is', () => {
  accepts([
    ['a code, whatever the place, and where the case begins', { inclusion: [code, { ...place, begins: ['begin'] }] }],
    ['birthdays, and who consents', { birthdays: { dag: 'P12Y' }, events: { geboorte: { label: 'Geboorte' } } }],
  ]);
  refuses([
    ['nobody', { 'inclusion/0/minAge': 81 }, ['criterion 1: nobody has such an age']],
    [
      'no word for all others',
      { 'inclusion/0/instead': ' ' },
      ['criterion 1: it does not say where someone else can go'],
    ],
    [
      'a code that nobody keeps',
      { inclusion: [{ ...code, code: 'ggr' }] },
      ['criterion 1: no step keeps the code ggr'],
    ],
    ['no value at all', { inclusion: [{ ...code, in: [] }] }, ['criterion 1: nobody has such a code']],
    ['a knob that is not there', { inclusion: [{ ...place, byKnob: 'weg' }] }, ['criterion 1: there is no knob weg']],
    [
      'an option without codes, and codes without an option',
      { inclusion: [{ ...place, cases: { aan: ['a'], misschien: ['a'] } }] },
      ['criterion 1: knob route has no codes for uit', 'criterion 1: knob route has no option misschien'],
    ],
    [
      'where no case begins',
      { inclusion: [{ ...code, begins: ['na', 'nergens'] }] },
      ['criterion 1: there is no step nergens', 'criterion 1: no case begins at na'],
    ],
  ]);
});

describe('birthdays follow from the birth date alone', () => {
  refuses([
    ['no such date', { birthdays: { nooit: 'P12Y' } }, ['birthday nooit: there is no anchor nooit']],
    ['a date that an event sets', { birthdays: { dag: 'P12Y' } }, ['birthday dag: an event or a group sets it']],
    ['a date of a group', { birthdays: { start: 'P12Y' } }, ['birthday start: an event or a group sets it']],
    [
      'no whole years',
      { birthdays: { dag: 'P17Y6M' }, events: { geboorte: { label: 'Geboorte' } } },
      ['birthday dag: P17Y6M is not a number of years'],
    ],
  ]);
});

describe('at every age somebody consents', () => {
  const rest = { by: ['inwoner'], says: 'De jongere zelf.' };
  const young = { under: 12, by: ['ouder'], says: 'De ouders.' };
  accepts([['parents, then the child itself', { consentBy: [young, rest] }]]);
  refuses([
    ['nobody from 12 on', { consentBy: [young] }, ['consent: from some age on nobody gives it']],
    ['ages that go back', { consentBy: [young, { ...young, under: 8 }, rest] }, ['consent 2: no age comes to it']],
    ['after everybody', { consentBy: [rest, rest] }, ['consent 2: no age comes to it']],
    ['somebody unknown', { consentBy: [{ ...rest, by: ['buur'] }] }, ['consent 1: nobody is called buur']],
    [
      'nobody, without a word',
      { consentBy: [{ by: [], says: '' }] },
      ['consent 1: nobody gives it', 'consent 1: it does not say who'],
    ],
  ]);
});
