import { type Identity, identitySchema } from '../../cases/resident/identity.ts';

/** Truus Veldhuis, fictional: whom the account `inwoner` is, as a referral would name her. */
const inwoner = identitySchema.parse({
  name: { given: 'Truus', family: 'Veldhuis' },
  birthDate: '1947-09-14',
  sex: 'vrouw',
  postalCode: '7533AB',
  houseNumber: '18',
  phone: '0612345018',
});

/** Whose the accounts of residents are, by the id of the user. */
export const residentAccounts: ReadonlyMap<string, Identity> = new Map([
  ['63be81a0-24fa-4512-95c5-1313908e8243', inwoner],
]);
