import { knggJourneys } from '../../journeys/kngg.ts';
import { SELF } from '../../journeys/play-over-http.ts';
import { tellOverHttp } from './journeys-over-http.ts';

// A resident starts for themselves only: parents have no account yet with which they could refer their child.
tellOverHttp(knggJourneys.filter(({ referral }) => referral.who !== SELF));
