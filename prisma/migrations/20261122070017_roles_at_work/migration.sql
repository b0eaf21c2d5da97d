-- AlterTable
ALTER TABLE "commands" ADD COLUMN     "request_id" TEXT;

-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "shadow_of" UUID;

-- AlterTable
ALTER TABLE "open_steps" ADD COLUMN     "assignee" UUID;

-- CreateTable
CREATE TABLE "offers" (
    "id" UUID NOT NULL,
    "chain" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organisation" UUID NOT NULL,
    "municipality" TEXT NOT NULL,
    "kern" TEXT,
    "label" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "capacity" INTEGER,
    "seq" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "offers_chain_municipality_kern_id_idx" ON "offers"("chain", "municipality", "kern", "id");

-- CreateIndex
CREATE INDEX "offers_organisation_idx" ON "offers"("organisation");

-- In a chain whose existence is confidential, a second referral is a case of its own beside the first.
DROP INDEX one_live_case;
CREATE UNIQUE INDEX one_live_case ON cases (resident, chain) WHERE status <> 'ended' AND shadow_of IS NULL;
CREATE INDEX cases_shadow_of ON cases (shadow_of) WHERE shadow_of IS NOT NULL;

-- As before, and keeps which request brought it.
-- Records one command on an existing case. One round trip: takes the key, the place in the case's order and the lease.
-- Returns what the case's state was, so that the sender can say what PostgreSQL knows.
CREATE OR REPLACE FUNCTION record_command(
  p_id uuid, p_case uuid, p_kind text, p_subject text, p_path text, p_key text, p_digest bytea,
  p_payload jsonb, p_form bytea, p_form_step text, p_form_commitment bytea, p_lease_ms int, p_access jsonb
) RETURNS TABLE (recorded boolean, known_seq int, earlier_open boolean) LANGUAGE plpgsql AS $$
DECLARE
  v_seq int;
BEGIN
  -- The row lock makes the order of recording the order of numbers.
  SELECT seq INTO v_seq FROM cases WHERE id = p_case FOR NO KEY UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such case' USING ERRCODE = 'KP001'; END IF;
  INSERT INTO commands (id, case_id, kind, subject, path, key, digest, payload, form, form_step, form_commitment, recorded_at, lease_until, attempt, request_id)
  VALUES (p_id, p_case, p_kind, p_subject, p_path, p_key, p_digest, p_payload, p_form, p_form_step, p_form_commitment,
          clock_timestamp(), clock_timestamp() + p_lease_ms * interval '1 millisecond', 1,
          p_access->>'requestId')
  ON CONFLICT (subject, path, key) DO NOTHING;
  recorded := FOUND;
  PERFORM append_access(p_access);
  known_seq := v_seq;
  earlier_open := EXISTS (SELECT 1 FROM commands c WHERE c.case_id = p_case AND c.answer IS NULL AND c.id <> p_id);
  RETURN NEXT;
END $$;

-- As before, with who has claimed a step, questions, corrections and changed particulars.
-- Brings facts that history holds into the read model, all or nothing; may be called any number of times, by anyone.
CREATE OR REPLACE FUNCTION project_case(p_case uuid, p_facts jsonb, p_head jsonb, p_open jsonb, p_messages jsonb, p_wake double precision)
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
      state = p_head, seq = (p_head->>'seq')::int, status = p_head->>'status', ending = p_head->>'ending', hash = v_hash,
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
    ON CONFLICT (id) DO UPDATE SET role = excluded.role, roles = excluded.roles, organisation = excluded.organisation, assignee = excluded.assignee, unfilled = excluded.unfilled,
      sender = excluded.sender,
      not_before = excluded.not_before, due_at = excluded.due_at, escalations = excluded.escalations;
  END IF;

  IF p_messages = '[]'::jsonb THEN RETURN (p_head->>'seq')::int; END IF;
  INSERT INTO messages (id, case_id, seq, organisation, milestone, "full", at)
  SELECT (m->>'id')::uuid, p_case, (m->>'seq')::int, (m->>'organisation')::uuid, m->>'milestone', (m->>'full')::boolean,
         to_timestamp((m->>'at')::double precision / 1000)
  FROM jsonb_array_elements(p_messages) m
  ON CONFLICT (id) DO NOTHING;
  RETURN (p_head->>'seq')::int;
END $$;
