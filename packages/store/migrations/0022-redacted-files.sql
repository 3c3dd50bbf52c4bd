-- A redaction takes files as well as texts: their bytes go from every record that shows them, and what carried a text in with
-- it (spreadsheets, forms not sent) goes too. What has to leave the disk is written down here until it has.

-- Evidence whose file is gone keeps its caption, its day, and what took the file out.
ALTER TABLE evidence ALTER sha256 DROP NOT NULL, ADD redaction bigint REFERENCES redaction,
  ADD CHECK ((sha256 IS NULL) = (redaction IS NOT NULL));

-- Files to be removed once the transaction counts; a row goes when its file is gone, so that no crash keeps one.
CREATE TABLE doomed_file (
  sha256 text COLLATE "C" PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

-- A row while the database's own files may still hold what was redacted: dead rows, statistics, the write-ahead log.
CREATE TABLE sweep_due (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  since timestamptz NOT NULL DEFAULT now()
);

-- By the field that names it: a file is known by its SHA-256.
CREATE FUNCTION redacts_file(wanted bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT field ~ '(^|\.)sha256$' FROM redaction WHERE id = wanted
$$;

-- The history of the record that a text is in; for a file, of every record that shows the same bytes.
CREATE OR REPLACE FUNCTION redacted_record(wanted bigint) RETURNS SETOF history LANGUAGE sql STABLE AS $$
  SELECT h.* FROM redaction AS r JOIN log_entry AS e ON e.index = r.target JOIN history AS t ON t.seq = e.history_seq
    JOIN history AS h ON h.subject = t.subject
      OR (h.programme = t.programme AND h.commitment = t.commitment)
      OR (h.indicator = t.indicator AND h.body = t.body)
    WHERE r.id = wanted AND NOT (SELECT redacts_file(wanted))
  UNION ALL
  SELECT h.* FROM history AS h WHERE (SELECT redacts_file(wanted))
    AND (strpos(h.new::text, (SELECT (redacted_text(wanted))[1])) > 0
      OR strpos(h.old::text, (SELECT (redacted_text(wanted))[1])) > 0)
$$;

-- As a browser sends it, a line of a longer text ends with a carriage return.
CREATE FUNCTION holds_text(fields jsonb, gone text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT plain <> blanked(plain, gone) FROM (SELECT replace(fields::text, '\r\n', '\n')::jsonb AS plain) AS read
$$;

CREATE OR REPLACE FUNCTION apply_redaction(wanted bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  gone text[] := redacted_text(wanted);
  place history;
  -- Before the history is blanked: a file's records are found by it.
  leaves bigint[] := (SELECT array_agg(f.index) FROM redacted_fields(wanted) AS f);
  fields text[] := (SELECT array_agg(f.field) FROM redacted_fields(wanted) AS f);
BEGIN
  SELECT t.* INTO place FROM redaction AS r JOIN log_entry AS e ON e.index = r.target
    JOIN history AS t ON t.seq = e.history_seq WHERE r.id = wanted AND r.state = 'approved' AND r.applied_at IS NULL;
  IF place.seq IS NULL OR cardinality(gone) = 0 OR EXISTS (SELECT FROM redacted_fields(wanted) AS f WHERE NOT EXISTS (
    SELECT FROM history WHERE verb = 'redaction.made' AND (new -> 'redaction' ->> 'target')::bigint = f.index
      AND new -> 'redaction' ->> 'field' = f.field)) THEN
    RAISE EXCEPTION 'redaction % is not approved, was applied, or is not told', wanted USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('yinuo.redaction', wanted::text, true);
  UPDATE history AS h SET old = blanked(h.old, gone), new = blanked(h.new, gone), reason = blanked_text(h.reason, gone)
    FROM redacted_record(wanted) AS mine WHERE mine.seq = h.seq AND h.verb <> 'redaction.made'
      AND (h.old <> blanked(h.old, gone) OR h.new <> blanked(h.new, gone)
        OR h.reason IS DISTINCT FROM blanked_text(h.reason, gone));
  IF redacts_file(wanted) THEN
    UPDATE evidence SET sha256 = NULL, redaction = wanted WHERE sha256 = ANY (gone);
    UPDATE import_batch SET sha256 = NULL WHERE sha256 = ANY (gone);
    DELETE FROM file WHERE sha256 = ANY (gone);
    INSERT INTO doomed_file SELECT unnest(gone) ON CONFLICT DO NOTHING;
  ELSE
    PERFORM blank_record(place, gone);
  END IF;
  DELETE FROM form_draft AS d WHERE holds_text(d.fields, gone);
  -- Last but one: it is by its own opening that the text is known.
  UPDATE log_opening AS o SET salt = NULL, value = NULL, redaction = wanted
    FROM unnest(leaves, fields) AS f (index, field) WHERE f.index = o.index AND f.field = o.field;
  UPDATE redaction SET applied_at = now() WHERE id = wanted;
  INSERT INTO sweep_due DEFAULT VALUES ON CONFLICT (only_one) DO UPDATE SET since = clock_timestamp();
  PERFORM set_config('yinuo.redaction', '', true);
END
$$;
