import type { Statement } from '../../../platform/db/database.ts';

/* The rows of one story, each kind in one statement; bytes travel as base64. Who is there already stays as they are. */

export const ADD_RESIDENTS: Statement = {
  name: 'seed_residents',
  text: `insert into residents (id, wrapped_key, identity, circle)
         select (r->>'id')::uuid, decode(r->>'wrapped', 'base64'), decode(r->>'identity', 'base64'), r->>'circle'
         from jsonb_array_elements($1::jsonb) r`,
};
export const ADD_HASHES: Statement = {
  name: 'seed_hashes',
  text: `insert into resident_hashes (resident, kind, hash)
         select (h->>'resident')::uuid, h->>'kind', decode(h->>'hash', 'base64')
         from jsonb_array_elements($1::jsonb) h on conflict do nothing`,
};
export const ADD_CASE: Statement = {
  name: 'seed_case',
  text: `insert into cases (id, resident, chain, version, municipality, kern, details, referrer, status, hash, offset_ms, moved_ms)
         select (c->>'id')::uuid, (c->>'resident')::uuid, c->>'chain', (c->>'version')::int, c->>'municipality', c->>'kern',
                decode(c->>'details', 'base64'), (c->>'referrer')::uuid, 'starting', ''::bytea, $2::bigint, $2::bigint
         from (select $1::jsonb as c) one`,
};
export const ADD_COMMANDS: Statement = {
  name: 'seed_commands',
  text: `insert into commands (id, case_id, kind, subject, path, digest, payload, form, form_step, form_commitment, recorded_at, lease_until, attempt)
         select (m->>'id')::uuid, (m->>'case')::uuid, m->'command'->>'kind', 'seed', $2, ''::bytea, m->'command',
                decode(m->>'form', 'base64'), m->>'step', decode(m->>'commitment', 'base64'),
                to_timestamp((m->>'at')::double precision / 1000), '-infinity', 1
         from jsonb_array_elements($1::jsonb) with ordinality as each(m, place) order by place`,
};
export const ADD_CONSENTS: Statement = {
  name: 'seed_consents',
  text: `insert into consents (case_id, purpose, given, by, at)
         select (c->>'case')::uuid, c->>'purpose', true, c->>'by', to_timestamp((c->>'at')::double precision / 1000)
         from jsonb_array_elements($1::jsonb) c`,
};
export const ADD_GROUPS: Statement = {
  name: 'seed_groups',
  text: `insert into groups (id, chain, municipality, kern, organisation, coordinator, starts_on, ends_on, created_at)
         select (g->>'id')::uuid, g->>'chain', g->>'municipality', null, (g->>'organisation')::uuid, (g->>'coordinator')::uuid,
                (g->>'starts')::date, (g->>'ends')::date, to_timestamp((g->>'at')::double precision / 1000)
         from jsonb_array_elements($1::jsonb) g order by g->>'id' on conflict (id) do nothing`,
};
export const ADD_SEATS: Statement = {
  name: 'seed_seats',
  text: `insert into group_seats (command, group_id, case_id)
         select (s->>'command')::uuid, (s->>'group')::uuid, (s->>'case')::uuid from jsonb_array_elements($1::jsonb) s`,
};
/** What still went to a case that had ended by then is refused, as the case itself would do. */
export const REFUSE_LATE: Statement = {
  name: 'seed_refuse_late',
  text: `update commands m set answer = $2::jsonb, answered_at = clock_timestamp()
         from cases c where c.id = m.case_id and c.id = any($1::uuid[]) and c.status = 'ended' and m.answer is null`,
};
/** What is weeks old was read at the time. */
export const SEEN_BEFORE: Statement = {
  name: 'seed_seen',
  text: `update messages set delivered_at = at, seen_at = at
         where case_id = any($1::uuid[]) and at < to_timestamp($2::double precision / 1000)`,
};
export const ANY_THERE: Statement = {
  name: 'seed_any_there',
  text: 'select id from cases where id = any($1::uuid[]) limit 1',
};
/** When this region was first put in: its paths begin alike. */
export const FIRST_RUN: Statement = {
  name: 'seed_first_run',
  text: `select path from commands where subject = 'seed' and path like $1 limit 1`,
};
