-- DropIndex
DROP INDEX "open_steps_organisation_role_due_at_id_idx";

-- AlterTable
ALTER TABLE "open_steps" ADD COLUMN     "confidential" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "not_before" TIMESTAMPTZ(3),
ADD COLUMN     "roles" TEXT[],
ADD COLUMN     "sender" UUID,
ADD COLUMN     "stage" TEXT NOT NULL DEFAULT 'open';

-- CreateTable
CREATE TABLE "groups" (
    "id" UUID NOT NULL,
    "chain" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "kern" TEXT,
    "organisation" UUID NOT NULL,
    "coordinator" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_seats" (
    "command" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,

    CONSTRAINT "group_seats_pkey" PRIMARY KEY ("command")
);

-- CreateTable
CREATE TABLE "knobs" (
    "chain" TEXT NOT NULL,
    "layer" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "knobs_pkey" PRIMARY KEY ("chain","layer","place","name")
);

-- CreateIndex
CREATE INDEX "groups_coordinator_starts_on_id_idx" ON "groups"("coordinator", "starts_on", "id");

-- CreateIndex
CREATE INDEX "groups_organisation_starts_on_id_idx" ON "groups"("organisation", "starts_on", "id");

-- CreateIndex
CREATE INDEX "group_seats_group_id_idx" ON "group_seats"("group_id");

-- CreateIndex
CREATE INDEX "group_seats_case_id_idx" ON "group_seats"("case_id");

-- CreateIndex
CREATE INDEX "open_steps_organisation_due_at_id_idx" ON "open_steps"("organisation", "due_at", "id");

-- CreateIndex
CREATE INDEX "open_steps_sender_idx" ON "open_steps"("sender");

-- CreateIndex
CREATE INDEX "open_steps_step_municipality_kern_opened_at_idx" ON "open_steps"("step", "municipality", "kern", "opened_at");

-- AddForeignKey
ALTER TABLE "group_seats" ADD CONSTRAINT "group_seats_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is open by now was held in one role.
UPDATE open_steps SET roles = ARRAY[role];

-- As before, with the roles, stage and window of each open step; when the case wants to be woken is told by whoever knows it.
DROP FUNCTION project_case(uuid, jsonb, jsonb, jsonb, jsonb);
-- Brings facts that history holds into the read model, all or nothing; may be called any number of times, by anyone.
CREATE FUNCTION project_case(p_case uuid, p_facts jsonb, p_head jsonb, p_open jsonb, p_messages jsonb, p_wake double precision)
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
    IF v_fact->>'fact' IN ('decided', 'attempted', 'paused', 'withdrawn', 'happened') THEN
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
      wake_at = to_timestamp(p_wake / 1000)
    WHERE id = p_case;
    DELETE FROM open_steps WHERE case_id = p_case AND NOT (id IN (SELECT o->>'id' FROM jsonb_array_elements(p_open) o));
    INSERT INTO open_steps (id, case_id, step, role, roles, organisation, unfilled, sender, stage, confidential, opened_at, not_before, due_at, escalations, chain, municipality, kern)
    SELECT o->>'id', p_case, o->>'step', o->>'role', ARRAY(SELECT jsonb_array_elements_text(o->'roles')),
           (o->>'organisation')::uuid, (o->>'unfilled')::boolean, (o->>'sender')::uuid, o->>'stage', (o->>'confidential')::boolean,
           to_timestamp((o->>'openedAt')::double precision / 1000), to_timestamp((o->>'notBefore')::double precision / 1000),
           to_timestamp((o->>'dueAt')::double precision / 1000), (o->>'escalations')::int, v_case.chain, v_case.municipality, v_case.kern
    FROM jsonb_array_elements(p_open) o
    ON CONFLICT (id) DO UPDATE SET role = excluded.role, roles = excluded.roles, organisation = excluded.organisation, unfilled = excluded.unfilled, sender = excluded.sender,
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
