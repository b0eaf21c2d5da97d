-- Two dossiers of one person: the same, or found by the same BSN, or by the same name, birth date and address or phone
-- as long as they have no BSNs that differ.
CREATE FUNCTION same_person(p_one uuid, p_other uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH pairs AS (
    SELECT a.kind, a.hash = b.hash AS same FROM resident_hashes a JOIN resident_hashes b ON b.kind = a.kind
    WHERE a.resident = p_one AND b.resident = p_other
  ), kinds AS (SELECT kind, bool_or(same) AS same FROM pairs GROUP BY kind)
  SELECT p_one = p_other OR (
    EXISTS (SELECT 1 FROM kinds WHERE same) AND NOT EXISTS (SELECT 1 FROM kinds WHERE kind = 'bsn' AND NOT same))
$$;

-- As before, and brings what follows from the facts to linked cases: each a command like any other.
DROP FUNCTION project_case(uuid, jsonb, jsonb, jsonb, jsonb, double precision);
-- Brings facts that history holds into the read model, all or nothing; may be called any number of times, by anyone.
CREATE FUNCTION project_case(
  p_case uuid, p_facts jsonb, p_head jsonb, p_open jsonb, p_messages jsonb, p_wake double precision,
  p_follow jsonb DEFAULT '[]'
)
RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_case cases%ROWTYPE;
  v_fact jsonb;
  v_next jsonb;
  v_seq int;
  v_old jsonb;
  v_command uuid;
  v_commitment bytea;
  v_hash bytea;
BEGIN
  SELECT * INTO v_case FROM cases WHERE id = p_case FOR NO KEY UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'facts of an unknown case' USING ERRCODE = 'KP001'; END IF;
  v_seq := (p_facts->0->>'seq')::int;
  IF v_seq > v_case.seq + 1 THEN
    RAISE EXCEPTION 'facts from % do not follow %', v_seq, v_case.seq USING ERRCODE = 'KP002';
  END IF;
  v_hash := v_case.hash;

  FOR v_fact IN SELECT value FROM jsonb_array_elements(p_facts) LOOP
    v_seq := (v_fact->>'seq')::int;
    IF v_seq <= v_case.seq THEN
      SELECT codes INTO v_old FROM facts WHERE case_id = p_case AND seq = v_seq;
      IF v_old IS DISTINCT FROM v_fact THEN
        RAISE EXCEPTION 'fact % is already another', v_seq USING ERRCODE = 'KP003';
      END IF;
      CONTINUE;
    END IF;
    v_command := (v_fact->>'command')::uuid;
    v_commitment := NULL;
    -- What someone wrote beside a choice: a form, or a comment.
    IF v_fact->>'fact' IN ('decided', 'attempted', 'paused', 'withdrawn', 'happened', 'asked', 'corrected', 'elsewhere') THEN
      SELECT form_commitment INTO v_commitment FROM commands WHERE id = v_command;
      INSERT INTO forms (id, case_id, seq, step, at, data)
      SELECT c.id, p_case, v_seq, c.form_step, to_timestamp((v_fact->>'at')::double precision / 1000), c.form
      FROM commands c WHERE c.id = v_command AND c.form IS NOT NULL
      ON CONFLICT (id) DO NOTHING;
    ELSIF v_fact->>'fact' = 'amended' THEN
      -- Who the person is changes with the fact that says so; which fields is in the fact, what they are is sealed.
      UPDATE residents r SET identity = c.form FROM commands c
      WHERE c.id = v_command AND c.form IS NOT NULL AND r.id = v_case.resident AND r.wrapped_key IS NOT NULL;
    END IF;
    v_hash := sha256(v_hash || convert_to(v_fact::text, 'UTF8') || coalesce(v_commitment, ''::bytea));
    INSERT INTO facts (case_id, seq, at, fact, step, codes, command, commitment, hash)
    VALUES (p_case, v_seq, to_timestamp((v_fact->>'at')::double precision / 1000), v_fact->>'fact', v_fact->>'step',
            v_fact, v_command, v_commitment, v_hash);
    -- The facts of one command follow each other: it is answered once, with the last of them.
    v_next := p_facts->(v_seq - (p_facts->0->>'seq')::int + 1);
    IF v_command IS NOT NULL AND (v_next->>'command')::uuid IS DISTINCT FROM v_command THEN
      UPDATE commands SET answer = jsonb_build_object('seq', v_seq), answered_at = clock_timestamp()
      WHERE id = v_command AND (answer IS NULL OR (answer->>'seq')::int < v_seq);
    END IF;
  END LOOP;

  IF (p_head->>'seq')::int > v_case.seq THEN
    UPDATE cases SET
      state = p_head, version = (p_head->>'version')::int, seq = (p_head->>'seq')::int, status = p_head->>'status', ending = p_head->>'ending', hash = v_hash,
      started_at = to_timestamp((p_head->>'startedAt')::double precision / 1000),
      ended_at = to_timestamp((p_head->>'endedAt')::double precision / 1000),
      changed_at = to_timestamp((p_facts->-1->>'at')::double precision / 1000),
      wake_at = to_timestamp(p_wake / 1000)
    WHERE id = p_case;
    DELETE FROM open_steps WHERE case_id = p_case AND NOT (id IN (SELECT o->>'id' FROM jsonb_array_elements(p_open) o));
    INSERT INTO open_steps (id, case_id, step, role, roles, organisation, assignee, unfilled, sender, stage, confidential, opened_at, not_before, due_at, escalations, chain, municipality, kern)
    SELECT o->>'id', p_case, o->>'step', o->>'role', ARRAY(SELECT jsonb_array_elements_text(o->'roles')),
           (o->>'organisation')::uuid, (o->>'assignee')::uuid, (o->>'unfilled')::boolean, (o->>'sender')::uuid, o->>'stage', (o->>'confidential')::boolean,
           to_timestamp((o->>'openedAt')::double precision / 1000), to_timestamp((o->>'notBefore')::double precision / 1000),
           to_timestamp((o->>'dueAt')::double precision / 1000), (o->>'escalations')::int, v_case.chain, v_case.municipality, v_case.kern
    FROM jsonb_array_elements(p_open) o
    ON CONFLICT (id) DO UPDATE SET step = excluded.step, role = excluded.role, roles = excluded.roles, organisation = excluded.organisation, assignee = excluded.assignee, unfilled = excluded.unfilled,
      sender = excluded.sender,
      not_before = excluded.not_before, due_at = excluded.due_at, escalations = excluded.escalations;
  END IF;

  IF p_follow <> '[]'::jsonb THEN
    -- Whoever is first takes it: its lease has run out. The order of the facts is the order of the numbers.
    INSERT INTO commands (id, case_id, kind, subject, path, digest, payload, recorded_at, lease_until, attempt, request_id)
    SELECT (f->>'id')::uuid, k.id, 'follow', 'ketenpad', 'follow ' || (f->>'id'), ''::bytea, f->'command',
           clock_timestamp(), '-infinity', 0,
           (SELECT c.request_id FROM commands c WHERE c.id = (
             SELECT (e->>'command')::uuid FROM jsonb_array_elements(p_facts) e WHERE e->'seq' = f->'command'->'cause'))
    FROM jsonb_array_elements(p_follow) WITH ORDINALITY AS each(f, place)
    JOIN cases k ON k.id = (f->>'to')::uuid
    WHERE (f->'command'->>'cause')::int > v_case.seq
      AND (NOT (f->>'person')::boolean OR same_person(k.resident, v_case.resident))
    ORDER BY place
    ON CONFLICT DO NOTHING;
  END IF;

  IF p_messages = '[]'::jsonb THEN RETURN (p_head->>'seq')::int; END IF;
  INSERT INTO messages (id, case_id, seq, organisation, milestone, "full", at)
  SELECT (m->>'id')::uuid, p_case, (m->>'seq')::int, (m->>'organisation')::uuid, m->>'milestone', (m->>'full')::boolean,
         to_timestamp((m->>'at')::double precision / 1000)
  FROM jsonb_array_elements(p_messages) m
  ON CONFLICT (id) DO NOTHING;
  RETURN (p_head->>'seq')::int;
END $$;
