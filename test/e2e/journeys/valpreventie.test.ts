import { valpreventieJourneys } from '../../journeys/valpreventie.ts';
import { tellOverHttp } from './journeys-over-http.ts';

tellOverHttp(valpreventieJourneys);
