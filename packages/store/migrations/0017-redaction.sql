-- Redaction: what may not stay is proposed by one body and decided by another; then text and salt are destroyed everywhere
-- in the database, and the leaf with its seal stays.

-- No free text: what is said here is public for good.
CREATE TABLE redaction (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Where it was noticed; the same text elsewhere in the record goes with it.
  target bigint NOT NULL REFERENCES log_entry,
  field text COLLATE "C" NOT NULL,
  ground text NOT NULL CHECK (ground IN (
    'personal-data', 'personal-safety', 'business-secret', 'state-secret', 'court-order')),
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'approved', 'refused')),
  proposed_by text COLLATE "C" NOT NULL REFERENCES body,
  proposed_on date NOT NULL,
  decided_by text COLLATE "C" REFERENCES body CHECK (decided_by <> proposed_by),
  decided_on date,
  -- Set once what it names is gone.
  applied_at timestamptz CHECK (applied_at IS NULL OR state = 'approved'),
  CHECK ((state = 'proposed') = (decided_by IS NULL)),
  CHECK (num_nulls(decided_by, decided_on) IN (0, 2))
);

ALTER TABLE log_opening ALTER salt DROP NOT NULL, ALTER value DROP NOT NULL,
  ADD redaction bigint REFERENCES redaction,
  ADD CHECK (num_nulls(salt, value) IN (0, 2)),
  ADD CHECK ((redaction IS NULL) = (salt IS NOT NULL));
CREATE INDEX log_opening_redaction ON log_opening (redaction) WHERE redaction IS NOT NULL;
CREATE INDEX history_redaction ON history (((new -> 'redaction' ->> 'target')::bigint)) WHERE verb = 'redaction.made';

-- A text without the given paragraphs, each replaced by the mark of a redaction.
CREATE FUNCTION blanked_text(told text, gone text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(
    (SELECT string_agg(CASE WHEN part = ANY (gone) THEN '▇▇▇' ELSE part END, E'\n' ORDER BY place)
      FROM unnest(string_to_array(told, E'\n')) WITH ORDINALITY AS parts (part, place)), told)
$$;

CREATE FUNCTION blanked(told jsonb, gone text[]) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  CASE jsonb_typeof(told)
    WHEN 'string' THEN
      RETURN to_jsonb(blanked_text(told #>> '{}', gone));
    WHEN 'array' THEN
      RETURN coalesce((SELECT jsonb_agg(blanked(one, gone) ORDER BY place)
        FROM jsonb_array_elements(told) WITH ORDINALITY AS parts (one, place)), told);
    WHEN 'object' THEN
      RETURN coalesce((SELECT jsonb_object_agg(key, blanked(value, gone)) FROM jsonb_each(told)), told);
    ELSE
      RETURN told;
  END CASE;
END
$$;

-- The text an approved redaction is about to take; none once it was applied, since its opening is gone.
CREATE FUNCTION redacted_text(wanted bigint) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(o.value #>> '{}'), '{}') FROM redaction AS r
    JOIN log_opening AS o ON o.index = r.target AND o.field = r.field
    WHERE r.id = wanted AND r.state <> 'refused' AND r.applied_at IS NULL AND jsonb_typeof(o.value) = 'string'
$$;

-- The history of the record that a redaction is in.
CREATE FUNCTION redacted_record(wanted bigint) RETURNS SETOF history LANGUAGE sql STABLE AS $$
  SELECT h.* FROM redaction AS r JOIN log_entry AS e ON e.index = r.target JOIN history AS t ON t.seq = e.history_seq
    JOIN history AS h ON h.subject = t.subject
      OR (h.programme = t.programme AND h.commitment = t.commitment)
      OR (h.indicator = t.indicator AND h.body = t.body)
    WHERE r.id = wanted
$$;

-- Every field of the log that holds the text, within the record.
CREATE FUNCTION redacted_fields(wanted bigint) RETURNS TABLE (index bigint, field text, subject text)
LANGUAGE sql STABLE AS $$
  SELECT o.index, o.field, e.subject FROM redacted_record(wanted) AS h JOIN log_entry AS e ON e.history_seq = h.seq
    JOIN log_opening AS o ON o.index = e.index
    WHERE o.value IS NOT NULL AND o.value <> blanked(o.value, redacted_text(wanted))
    ORDER BY o.index, o.position
$$;

-- The one exception to append-only: the very text that an approved redaction names becomes its mark, and nothing else.
CREATE FUNCTION refuse_change_but_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone text[] := redacted_text(nullif(current_setting('yinuo.redaction', true), '')::bigint);
BEGIN
  IF cardinality(gone) > 0
    AND NEW.old = blanked(OLD.old, gone) AND NEW.new = blanked(OLD.new, gone)
    AND NEW.reason IS NOT DISTINCT FROM blanked_text(OLD.reason, gone)
    AND to_jsonb(NEW) - '{old,new,reason}'::text[] = to_jsonb(OLD) - '{old,new,reason}'::text[]
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'history is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
DROP TRIGGER history_is_append_only ON history;
CREATE TRIGGER history_is_append_only BEFORE DELETE OR TRUNCATE ON history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER history_changes_by_redaction_alone BEFORE UPDATE ON history
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_redaction();

CREATE FUNCTION refuse_opening_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.redaction IS NULL AND NEW.redaction = nullif(current_setting('yinuo.redaction', true), '')::bigint
    AND NEW.salt IS NULL AND NEW.value IS NULL
    AND to_jsonb(NEW) - '{salt,value,redaction}'::text[] = to_jsonb(OLD) - '{salt,value,redaction}'::text[]
    AND EXISTS (SELECT FROM redaction WHERE id = NEW.redaction AND state = 'approved' AND applied_at IS NULL)
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'log_opening changes by redaction alone: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
DROP TRIGGER log_opening_is_append_only ON log_opening;
CREATE TRIGGER log_opening_changes_by_redaction_alone BEFORE UPDATE ON log_opening
  FOR EACH ROW EXECUTE FUNCTION refuse_opening_change();
CREATE TRIGGER log_opening_is_kept BEFORE DELETE OR TRUNCATE ON log_opening
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();

-- Takes the text of an approved redaction out of the record, its history, its openings and forms not sent yet, once. Each
-- field has its entry of the history before. Its owner may do what the app may not.
CREATE FUNCTION apply_redaction(wanted bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  gone text[] := redacted_text(wanted);
  place history;
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
  PERFORM blank_record(place, gone);
  DELETE FROM form_draft WHERE fields <> blanked(fields, gone);
  -- Last but one: it is by its own opening that the text is known.
  UPDATE log_opening AS o SET salt = NULL, value = NULL, redaction = wanted FROM redacted_fields(wanted) AS f
    WHERE f.index = o.index AND f.field = o.field;
  UPDATE redaction SET applied_at = now() WHERE id = wanted;
  PERFORM set_config('yinuo.redaction', '', true);
END
$$;

-- The record as it stands now.
CREATE FUNCTION blank_record(place history, gone text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE commitment SET title = blanked_text(title, gone), title_en = blanked_text(title_en, gone),
    promise = blanked_text(promise, gone), promise_en = blanked_text(promise_en, gone),
    beneficiaries = blanked_text(beneficiaries, gone), beneficiaries_en = blanked_text(beneficiaries_en, gone),
    criterion = blanked_text(criterion, gone), criterion_en = blanked_text(criterion_en, gone),
    source = blanked_text(source, gone), verdict_finding = blanked_text(verdict_finding, gone)
    WHERE programme = place.programme AND code = place.commitment;
  UPDATE milestone SET title = blanked_text(title, gone), title_en = blanked_text(title_en, gone)
    WHERE programme = place.programme AND commitment = place.commitment;
  UPDATE progress SET text = blanked_text(text, gone)
    WHERE programme = place.programme AND commitment = place.commitment;
  UPDATE evidence SET caption = blanked_text(caption, gone), file_name = blanked_text(file_name, gone)
    WHERE (programme = place.programme AND commitment = place.commitment)
      OR (indicator = place.indicator AND body = place.body);
  UPDATE observation SET source = blanked_text(source, gone), note = blanked_text(note, gone),
    confirmed = blanked_text(confirmed, gone) WHERE indicator = place.indicator AND body = place.body;
  IF place.subject LIKE 'body/%' THEN
    UPDATE body SET about = blanked_text(about, gone), about_en = blanked_text(about_en, gone) WHERE code = place.body;
  ELSIF place.subject LIKE 'indicator/%' THEN
    UPDATE indicator SET definition = blanked_text(definition, gone), definition_en = blanked_text(definition_en, gone),
      source = blanked_text(source, gone) WHERE code = place.indicator;
  ELSIF place.subject LIKE 'programme/%' THEN
    UPDATE programme SET title = blanked_text(title, gone), title_en = blanked_text(title_en, gone),
      source = blanked_text(source, gone) WHERE code = place.programme;
  END IF;
END
$$;
