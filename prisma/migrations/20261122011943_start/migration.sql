-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "demo" BOOLEAN NOT NULL,
    "clock_offset_ms" BIGINT NOT NULL DEFAULT 0,
    "clock_moved" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "agb" TEXT,
    "bsn_allowed" BOOLEAN NOT NULL,

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practitioners" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "agb" TEXT,
    "organisation" UUID NOT NULL,

    CONSTRAINT "practitioners_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directory" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "role" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "kern" TEXT,
    "organisation" UUID NOT NULL,

    CONSTRAINT "directory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "places" (
    "municipality" TEXT NOT NULL,
    "kern" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "places_pkey" PRIMARY KEY ("municipality","kern")
);

-- CreateTable
CREATE TABLE "residents" (
    "id" UUID NOT NULL,
    "wrapped_key" BYTEA,
    "identity" BYTEA,

    CONSTRAINT "residents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resident_hashes" (
    "resident" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "resident_hashes_pkey" PRIMARY KEY ("kind","hash","resident")
);

-- CreateTable
CREATE TABLE "commands" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "key" TEXT,
    "digest" BYTEA NOT NULL,
    "payload" JSONB NOT NULL,
    "form" BYTEA,
    "form_step" TEXT,
    "form_commitment" BYTEA,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3) NOT NULL,
    "attempt" INTEGER NOT NULL,
    "answer" JSONB,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "commands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "resident" UUID NOT NULL,
    "chain" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "municipality" TEXT NOT NULL,
    "kern" TEXT,
    "details" BYTEA,
    "referrer" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "ending" TEXT,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "state" JSONB,
    "hash" BYTEA NOT NULL,
    "wake_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "offset_ms" BIGINT NOT NULL DEFAULT 0,
    "moved_ms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "open_steps" (
    "id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organisation" UUID,
    "unfilled" BOOLEAN NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "escalations" INTEGER NOT NULL,
    "chain" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "kern" TEXT,

    CONSTRAINT "open_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facts" (
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fact" TEXT NOT NULL,
    "step" TEXT,
    "codes" JSONB NOT NULL,
    "command" UUID,
    "commitment" BYTEA,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "facts_pkey" PRIMARY KEY ("case_id","seq")
);

-- CreateTable
CREATE TABLE "forms" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "forms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "case_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("case_id","purpose","at")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "organisation" UUID NOT NULL,
    "milestone" TEXT NOT NULL,
    "full" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_log" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "subject" TEXT NOT NULL,
    "organisation" UUID,
    "roles" TEXT[],
    "client" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "object" TEXT,
    "relation" TEXT,
    "policy" TEXT,
    "outcome" INTEGER NOT NULL,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "directory_chain_municipality_idx" ON "directory"("chain", "municipality");

-- CreateIndex
CREATE INDEX "resident_hashes_resident_idx" ON "resident_hashes"("resident");

-- CreateIndex
CREATE UNIQUE INDEX "commands_number_key" ON "commands"("number");

-- CreateIndex
CREATE UNIQUE INDEX "commands_subject_path_key_key" ON "commands"("subject", "path", "key");

-- CreateIndex
CREATE INDEX "cases_referrer_changed_at_id_idx" ON "cases"("referrer", "changed_at", "id");

-- CreateIndex
CREATE INDEX "cases_wake_at_idx" ON "cases"("wake_at");

-- CreateIndex
CREATE INDEX "open_steps_organisation_role_due_at_id_idx" ON "open_steps"("organisation", "role", "due_at", "id");

-- CreateIndex
CREATE INDEX "open_steps_case_id_idx" ON "open_steps"("case_id");

-- CreateIndex
CREATE INDEX "forms_case_id_idx" ON "forms"("case_id");

-- CreateIndex
CREATE INDEX "messages_case_id_idx" ON "messages"("case_id");

-- CreateIndex
CREATE INDEX "access_log_object_at_idx" ON "access_log"("object", "at");

-- AddForeignKey
ALTER TABLE "practitioners" ADD CONSTRAINT "practitioners_organisation_fkey" FOREIGN KEY ("organisation") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directory" ADD CONSTRAINT "directory_organisation_fkey" FOREIGN KEY ("organisation") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resident_hashes" ADD CONSTRAINT "resident_hashes_resident_fkey" FOREIGN KEY ("resident") REFERENCES "residents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_resident_fkey" FOREIGN KEY ("resident") REFERENCES "residents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A live case is unique per resident and chain, whatever the code above it does.
CREATE UNIQUE INDEX one_live_case ON cases (resident, chain) WHERE status <> 'ended';

-- The sweeper's and the case's open commands, in recording order.
CREATE INDEX commands_open ON commands (case_id, number) WHERE answer IS NULL;

-- Facts and the access log only grow.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'KP009';
END $$;
CREATE TRIGGER facts_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON facts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER access_log_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One line of the access log. Who looks is recorded in the transaction of what they do.
CREATE FUNCTION append_access(p jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO access_log (at, subject, organisation, roles, client, action, event, object, relation, policy, outcome, request_id)
  VALUES (to_timestamp((p->>'at')::double precision / 1000), p->>'subject', (p->>'organisation')::uuid,
          ARRAY(SELECT jsonb_array_elements_text(p->'roles')), p->>'client', p->>'action', p->>'event', p->>'object',
          p->>'relation', p->>'policy', (p->>'outcome')::int, p->>'requestId')
$$;

-- Records one command on an existing case. One round trip: takes the key, the place in the case's order and the lease.
-- Returns what the case's state was, so that the sender can say what PostgreSQL knows.
CREATE FUNCTION record_command(
  p_id uuid, p_case uuid, p_kind text, p_subject text, p_path text, p_key text, p_digest bytea,
  p_payload jsonb, p_form bytea, p_form_step text, p_form_commitment bytea, p_lease_ms int, p_access jsonb
) RETURNS TABLE (recorded boolean, known_seq int, earlier_open boolean) LANGUAGE plpgsql AS $$
DECLARE
  v_seq int;
BEGIN
  -- The row lock makes the order of recording the order of numbers.
  SELECT seq INTO v_seq FROM cases WHERE id = p_case FOR NO KEY UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such case' USING ERRCODE = 'KP001'; END IF;
  INSERT INTO commands (id, case_id, kind, subject, path, key, digest, payload, form, form_step, form_commitment, recorded_at, lease_until, attempt)
  VALUES (p_id, p_case, p_kind, p_subject, p_path, p_key, p_digest, p_payload, p_form, p_form_step, p_form_commitment,
          clock_timestamp(), clock_timestamp() + p_lease_ms * interval '1 millisecond', 1)
  ON CONFLICT (subject, path, key) DO NOTHING;
  recorded := FOUND;
  PERFORM append_access(p_access);
  known_seq := v_seq;
  earlier_open := EXISTS (SELECT 1 FROM commands c WHERE c.case_id = p_case AND c.answer IS NULL AND c.id <> p_id);
  RETURN NEXT;
END $$;

-- Brings facts that history holds into the read model, all or nothing; may be called any number of times, by anyone.
CREATE FUNCTION project_case(p_case uuid, p_facts jsonb, p_head jsonb, p_open jsonb, p_messages jsonb)
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
    IF v_fact->>'fact' = 'decided' THEN
      SELECT form_commitment INTO v_commitment FROM commands WHERE id = v_command;
      INSERT INTO forms (id, case_id, seq, step, at, data)
      SELECT c.id, p_case, v_seq, c.form_step, to_timestamp((v_fact->>'at')::double precision / 1000), c.form
      FROM commands c WHERE c.id = v_command AND c.form IS NOT NULL
      ON CONFLICT (id) DO NOTHING;
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
      wake_at = (SELECT min(to_timestamp((o->'rung'->>'at')::double precision / 1000)) FROM jsonb_array_elements(p_head->'open') o)
    WHERE id = p_case;
    DELETE FROM open_steps WHERE case_id = p_case AND NOT (id IN (SELECT o->>'id' FROM jsonb_array_elements(p_open) o));
    INSERT INTO open_steps (id, case_id, step, role, organisation, unfilled, opened_at, due_at, escalations, chain, municipality, kern)
    SELECT o->>'id', p_case, o->>'step', o->>'role', (o->>'organisation')::uuid, (o->>'unfilled')::boolean,
           to_timestamp((o->>'openedAt')::double precision / 1000), to_timestamp((o->>'dueAt')::double precision / 1000),
           (o->>'escalations')::int, v_case.chain, v_case.municipality, v_case.kern
    FROM jsonb_array_elements(p_open) o
    ON CONFLICT (id) DO UPDATE SET role = excluded.role, organisation = excluded.organisation, unfilled = excluded.unfilled, due_at = excluded.due_at, escalations = excluded.escalations;
  END IF;

  IF p_messages = '[]'::jsonb THEN RETURN (p_head->>'seq')::int; END IF;
  INSERT INTO messages (id, case_id, seq, organisation, milestone, "full", at)
  SELECT (m->>'id')::uuid, p_case, (m->>'seq')::int, (m->>'organisation')::uuid, m->>'milestone', (m->>'full')::boolean,
         to_timestamp((m->>'at')::double precision / 1000)
  FROM jsonb_array_elements(p_messages) m
  ON CONFLICT (id) DO NOTHING;
  RETURN (p_head->>'seq')::int;
END $$;
