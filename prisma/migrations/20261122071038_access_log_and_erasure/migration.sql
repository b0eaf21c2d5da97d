-- DropIndex
DROP INDEX "access_log_object_at_idx";

-- AlterTable
ALTER TABLE "access_log" ADD COLUMN     "access_point" TEXT,
ADD COLUMN     "access_point_type" INTEGER NOT NULL DEFAULT 2,
ADD COLUMN     "activity" TEXT NOT NULL DEFAULT 'ketenzorg',
ADD COLUMN     "basis" TEXT,
ADD COLUMN     "checks" TEXT[],
ADD COLUMN     "hash" BYTEA,
ADD COLUMN     "lane" SMALLINT,
ADD COLUMN     "number" BIGINT,
ADD COLUMN     "object_type" TEXT,
ADD COLUMN     "on_behalf_of" TEXT,
ADD COLUMN     "policy_version" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'TREAT',
ADD COLUMN     "resident" UUID,
ADD COLUMN     "residents" UUID[],
ADD COLUMN     "site" TEXT NOT NULL DEFAULT 'twente',
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'ketenpad-api',
ADD COLUMN     "source_type" INTEGER NOT NULL DEFAULT 4,
ADD COLUMN     "trace_id" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "erasures" (
    "id" UUID NOT NULL,
    "resident" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ground" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "destroyed" JSONB NOT NULL,
    "deleted_runs" INTEGER NOT NULL DEFAULT 0,
    "left_runs" INTEGER,

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coming_hashes" (
    "identity" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "resident" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coming_hashes_pkey" PRIMARY KEY ("identity","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "erasures_resident_key" ON "erasures"("resident");

-- CreateIndex
CREATE INDEX "coming_hashes_resident_idx" ON "coming_hashes"("resident");

-- CreateIndex
CREATE INDEX "access_log_resident_at_idx" ON "access_log"("resident", "at");

-- CreateIndex
CREATE UNIQUE INDEX "access_log_lane_number_key" ON "access_log"("lane", "number");

-- Lists of residents stand in few lines: only those are indexed.
CREATE INDEX access_log_residents ON access_log USING gin (residents) WHERE residents IS NOT NULL;

-- What is chained: every column of a line but its hash, in a fixed order, times in milliseconds.
CREATE FUNCTION access_line_text(l access_log) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN jsonb_build_array(l.lane, l.number, l.id, floor(extract(epoch FROM l.at) * 1000)::bigint, l.activity, l.event,
    l.action, l.outcome, l.trace_id, l.request_id, l.subject, l.on_behalf_of, l.roles, l.organisation, l.client, l.purpose,
    l.access_point_type, l.access_point, l.object, l.object_type, l.resident, l.residents, l.policy, l.policy_version,
    l.relation, l.basis, l.checks, l.site, l.source, l.source_type)::text;
END $$;

-- What was logged by now gets whose data it was, and a lane of its own behind the others.
ALTER TABLE access_log DISABLE TRIGGER access_log_only_grows;
UPDATE access_log l SET lane = 128, number = n.number, object_type = CASE WHEN l.object IS NULL THEN NULL ELSE 'traject' END,
  resident = (SELECT c.resident FROM cases c WHERE c.id::text = l.object), checks = '{}'
FROM (SELECT id, row_number() OVER (ORDER BY id) AS number FROM access_log) n WHERE n.id = l.id;
DO $$
DECLARE
  l access_log%ROWTYPE;
  v_hash bytea := ''::bytea;
BEGIN
  FOR l IN SELECT * FROM access_log ORDER BY number LOOP
    v_hash := sha256(v_hash || convert_to(access_line_text(l), 'UTF8'));
    UPDATE access_log SET hash = v_hash WHERE id = l.id;
  END LOOP;
END $$;
ALTER TABLE access_log ENABLE TRIGGER access_log_only_grows;
ALTER TABLE access_log ALTER COLUMN lane SET NOT NULL, ALTER COLUMN number SET NOT NULL, ALTER COLUMN hash SET NOT NULL;

-- As before, with every field of NEN 7513, and chained to the line before it. A transaction has one lane, for it has one
-- connection: two transactions wait for each other here only when they share a lane, and never in a ring.
CREATE OR REPLACE FUNCTION append_access(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  l access_log%ROWTYPE;
  v_before bytea;
BEGIN
  l.lane := pg_backend_pid() % 128;
  PERFORM pg_advisory_xact_lock(7513, l.lane);
  SELECT number + 1, hash INTO l.number, v_before FROM access_log WHERE lane = l.lane ORDER BY number DESC LIMIT 1;
  l.number := coalesce(l.number, 1);
  SELECT nextval('access_log_id_seq'), to_timestamp((p->>'at')::double precision / 1000)::timestamptz(3),
         coalesce(p->>'activity', 'ketenzorg'), p->>'event', p->>'action', (p->>'outcome')::int, coalesce(p->>'traceId', ''),
         p->>'requestId', p->>'subject', p->>'onBehalfOf', ARRAY(SELECT jsonb_array_elements_text(p->'roles')),
         (p->>'organisation')::uuid, p->>'client', coalesce(p->>'purpose', 'TREAT'), 2, p->>'address', p->>'object', p->>'policy',
         coalesce(p->>'policyVersion', ''), p->>'relation', p->>'basis',
         CASE WHEN jsonb_typeof(p->'checks') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(p->'checks')) ELSE '{}' END,
         'twente', 'ketenpad-api', 4
  INTO l.id, l.at, l.activity, l.event, l.action, l.outcome, l.trace_id, l.request_id, l.subject, l.on_behalf_of, l.roles,
       l.organisation, l.client, l.purpose, l.access_point_type, l.access_point, l.object, l.policy,
       l.policy_version, l.relation, l.basis, l.checks, l.site, l.source, l.source_type;
  IF jsonb_typeof(p->'residents') = 'array' THEN
    l.residents := ARRAY(SELECT jsonb_array_elements_text(p->'residents')::uuid);
  END IF;
  IF pg_input_is_valid(l.object, 'uuid') THEN
    SELECT resident, 'traject' INTO l.resident, l.object_type FROM cases WHERE id = l.object::uuid;
    -- What is no case is named by its route, such as groups.
    l.object_type := coalesce(l.object_type, split_part(split_part(l.event, ' ', 2), '/', 2));
    -- Which fact gave the consent that covers it.
    IF l.basis LIKE 'toestemming:%' THEN
      SELECT coalesce(l.basis || ':' || max(f.seq), l.basis) INTO l.basis FROM facts f
      WHERE f.case_id = l.object::uuid AND (
        (f.fact = 'started' AND f.codes->'consents' ? split_part(l.basis, ':', 2))
        OR (f.fact = 'consented' AND f.codes->'purposes' ? split_part(l.basis, ':', 2))
        OR (f.fact = 'agreed' AND f.codes->>'purpose' = split_part(l.basis, ':', 2) AND (f.codes->>'given')::boolean));
    END IF;
  END IF;
  l.hash := sha256(coalesce(v_before, ''::bytea) || convert_to(access_line_text(l), 'UTF8'));
  INSERT INTO access_log VALUES (l.*);
END $$;

-- The keys by which a person is found change in the same instant as who they are.
CREATE FUNCTION take_coming_hashes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_identity bytea := sha256(NEW.identity);
BEGIN
  IF EXISTS (SELECT 1 FROM coming_hashes WHERE identity = v_identity) THEN
    DELETE FROM resident_hashes WHERE resident = NEW.id;
    INSERT INTO resident_hashes (resident, kind, hash)
    SELECT NEW.id, kind, hash FROM coming_hashes WHERE identity = v_identity ON CONFLICT DO NOTHING;
    -- With what a refused change left behind.
    DELETE FROM coming_hashes WHERE identity = v_identity OR (resident = NEW.id AND at < now() - interval '1 day');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER identity_brings_hashes AFTER UPDATE OF identity ON residents FOR EACH ROW
  WHEN (NEW.identity IS NOT NULL AND NEW.identity IS DISTINCT FROM OLD.identity) EXECUTE FUNCTION take_coming_hashes();
