-- What an organisation was given to do in some role, by when: waiting time is measured over it.
CREATE INDEX facts_opened_for ON facts ((codes->>'organisation'), (codes->>'role'), at) WHERE fact = 'opened';

-- Facts can reach the read model after later ones of another case did: of what stood still meanwhile. When a case
-- changed for who polls is therefore when it changed here, and never before its last fact.
CREATE FUNCTION stamp_changed_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := greatest(NEW.changed_at, clock_timestamp()
    + coalesce((SELECT clock_offset_ms FROM installation LIMIT 1), 0) * interval '1 millisecond');
  RETURN NEW;
END $$;
CREATE TRIGGER stamp_changed_case BEFORE UPDATE OF seq ON cases FOR EACH ROW
  WHEN (NEW.seq > OLD.seq) EXECUTE FUNCTION stamp_changed_case();
