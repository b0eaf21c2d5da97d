import { kansrijkeStartJourneys } from '../../journeys/kansrijke-start.ts';
import { tellOverHttp } from './journeys-over-http.ts';

tellOverHttp(kansrijkeStartJourneys);
