import { vnggJourneys } from '../../journeys/vngg.ts';
import { tellOverHttp } from './journeys-over-http.ts';

tellOverHttp(vnggJourneys);
