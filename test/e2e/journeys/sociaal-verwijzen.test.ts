import { sociaalVerwijzenJourneys } from '../../journeys/sociaal-verwijzen.ts';
import { tellOverHttp } from './journeys-over-http.ts';

tellOverHttp(sociaalVerwijzenJourneys);
