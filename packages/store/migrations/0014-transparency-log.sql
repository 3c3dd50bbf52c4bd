-- The transparency log: a leaf for every public entry of the history, what opens its fields, what was signed, what was
-- redacted. Positions have no gaps and a leaf is never changed: the database itself refuses both.

-- Other migrations may have added verbs of their own.
DO $$
DECLARE
  verbs text[];
BEGIN
  SELECT array_agg(piece[1]) INTO verbs FROM pg_constraint,
    LATERAL regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''', 'g') AS piece
    WHERE conrelid = 'history'::regclass AND conname = 'history_verb_check';
  verbs := verbs || ARRAY['redaction.proposed', 'redaction.refused', 'redaction.made',
    'key.added', 'key.rotated', 'key.revoked'];
  ALTER TABLE history DROP CONSTRAINT history_verb_check;
  EXECUTE format('ALTER TABLE history ADD CONSTRAINT history_verb_check CHECK (verb IN (%s))',
    (SELECT string_agg(quote_literal(verb), ', ') FROM unnest(verbs) AS verb));
END
$$;

CREATE TABLE log_entry (
  index bigint PRIMARY KEY CHECK (index >= 0),
  -- Absent for a leaf that was taken over from a copy of the log after its history was lost.
  history_seq bigint UNIQUE REFERENCES history,
  subject text COLLATE "C" NOT NULL,
  subject_seq integer NOT NULL CHECK (subject_seq >= 0),
  bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 4096),
  leaf_hash bytea NOT NULL CHECK (octet_length(leaf_hash) = 32),
  logged_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (subject, subject_seq)
);

CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER log_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();

CREATE FUNCTION log_entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  first bigint;
  last bigint;
  many bigint;
BEGIN
  SELECT min(index), max(index), count(*) INTO first, last, many FROM written;
  IF many > 0 AND (last - first + 1 <> many
    OR (first > 0 AND NOT EXISTS (SELECT FROM log_entry WHERE index = first - 1))) THEN
    RAISE EXCEPTION 'a leaf follows the last one: % to % refused', first, last USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER log_entry_follows AFTER INSERT ON log_entry
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION log_entry_follows();

-- Proposed by one body, decided by another. No free text: what is said here is public for good.
CREATE TABLE redaction (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Where it was noticed; the same text elsewhere in the record goes with it.
  target bigint NOT NULL REFERENCES log_entry,
  fields text[] COLLATE "C" NOT NULL CHECK (cardinality(fields) > 0),
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
CREATE INDEX redaction_target ON redaction (target);

-- What opens the fields of a leaf. A redaction takes salt and value; the commitment is in the leaf's bytes for good.
CREATE TABLE log_opening (
  index bigint NOT NULL REFERENCES log_entry,
  position integer NOT NULL CHECK (position >= 0),
  field text COLLATE "C" NOT NULL,
  commitment bytea NOT NULL CHECK (octet_length(commitment) = 32),
  salt bytea CHECK (octet_length(salt) >= 16),
  value jsonb,
  redaction bigint REFERENCES redaction,
  PRIMARY KEY (index, position),
  UNIQUE (index, field),
  CHECK (num_nulls(salt, value) IN (0, 2)),
  CHECK ((redaction IS NULL) = (salt IS NOT NULL))
);
CREATE INDEX log_opening_redaction ON log_opening (redaction) WHERE redaction IS NOT NULL;

-- All that goes with a redaction, chosen when it is proposed.
CREATE TABLE redaction_item (
  redaction bigint NOT NULL REFERENCES redaction,
  index bigint NOT NULL,
  field text COLLATE "C" NOT NULL,
  -- What goes: the value, or one text within it. It goes from here as well.
  told text,
  PRIMARY KEY (redaction, index, field),
  FOREIGN KEY (index, field) REFERENCES log_opening (index, field)
);

-- Every checkpoint that was signed. `number` is what two sequencers at once compare and swap by.
CREATE TABLE log_checkpoint (
  number bigint PRIMARY KEY CHECK (number >= 0),
  size bigint NOT NULL CHECK (size >= 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  note text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER log_checkpoint_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();

CREATE FUNCTION log_checkpoint_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before log_checkpoint;
BEGIN
  SELECT * INTO before FROM log_checkpoint WHERE number = NEW.number - 1;
  IF NEW.number > 0 AND (before.number IS NULL OR before.size > NEW.size
    OR (before.size = NEW.size AND before.root <> NEW.root)) THEN
    RAISE EXCEPTION 'checkpoint % does not continue the one before', NEW.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER log_checkpoint_follows BEFORE INSERT ON log_checkpoint
  FOR EACH ROW EXECUTE FUNCTION log_checkpoint_follows();

-- What pages say about proofs is newer from here on.
CREATE FUNCTION tell_of_checkpoint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('yinuo_changed', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER log_checkpoint_is_told AFTER INSERT ON log_checkpoint
  FOR EACH ROW EXECUTE FUNCTION tell_of_checkpoint();

-- One row while entries from before the log wait for their leaves; meanwhile new ones queue up behind them.
CREATE TABLE log_backlog (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one));
INSERT INTO log_backlog SELECT true WHERE EXISTS (SELECT FROM history);

-- Files whose bytes a redaction has yet to remove.
CREATE TABLE file_removal (sha256 text COLLATE "C" PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'));

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

-- The texts an approved redaction is about to remove; none once it was applied, since their openings are gone.
CREATE FUNCTION redacted_texts(wanted bigint) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(DISTINCT i.told), '{}') FROM redaction AS r
    JOIN redaction_item AS i ON i.redaction = r.id
    JOIN log_opening AS o ON o.index = i.index AND o.field = i.field
    WHERE r.id = wanted AND r.state = 'approved' AND r.applied_at IS NULL
      AND jsonb_path_exists(o.value, 'lax $.** ? (@ == $told)', jsonb_build_object('told', i.told))
$$;

CREATE FUNCTION redaction_at_work() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('yinuo.redaction', true), '')::bigint
$$;

-- The one exception to append-only: the very texts that an approved redaction names become its mark, and nothing else.
CREATE FUNCTION refuse_change_but_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone text[] := redacted_texts(redaction_at_work());
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
  IF OLD.redaction IS NULL AND NEW.redaction = redaction_at_work() AND NEW.salt IS NULL AND NEW.value IS NULL
    AND EXISTS (SELECT FROM redaction AS r JOIN redaction_item AS i ON i.redaction = r.id
      WHERE r.id = NEW.redaction AND r.state = 'approved' AND r.applied_at IS NULL
        AND i.index = OLD.index AND i.field = OLD.field)
    AND to_jsonb(NEW) - '{salt,value,redaction}'::text[] = to_jsonb(OLD) - '{salt,value,redaction}'::text[]
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'log_opening changes by redaction alone: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER log_opening_changes_by_redaction_alone BEFORE UPDATE ON log_opening
  FOR EACH ROW EXECUTE FUNCTION refuse_opening_change();
CREATE TRIGGER log_opening_is_kept BEFORE DELETE OR TRUNCATE ON log_opening
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();

-- Takes the texts of an approved redaction out of the history and the openings, once; the records' own tables are the
-- app's to change. Its owner may do what the app may not.
CREATE FUNCTION apply_redaction(wanted bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  gone text[] := redacted_texts(wanted);
BEGIN
  IF NOT EXISTS (SELECT FROM redaction WHERE id = wanted AND state = 'approved' AND applied_at IS NULL)
    OR NOT EXISTS (SELECT FROM history WHERE verb = 'redaction.made' AND new ->> 'redaction' = wanted::text) THEN
    RAISE EXCEPTION 'redaction % is not approved, or was applied', wanted USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('yinuo.redaction', wanted::text, true);
  UPDATE history AS h SET old = blanked(h.old, gone), new = blanked(h.new, gone), reason = blanked_text(h.reason, gone)
    WHERE (h.new ->> 'sha256' = ANY (gone) OR EXISTS (
        SELECT FROM redaction_item AS i JOIN log_entry AS e ON e.index = i.index JOIN history AS t ON t.seq = e.history_seq
        WHERE i.redaction = wanted AND (h.subject = t.subject
          OR (h.programme = t.programme AND h.commitment = t.commitment))))
      AND (h.old <> blanked(h.old, gone) OR h.new <> blanked(h.new, gone)
        OR h.reason IS DISTINCT FROM blanked_text(h.reason, gone));
  UPDATE log_opening AS o SET salt = NULL, value = NULL, redaction = wanted FROM redaction_item AS i
    WHERE i.redaction = wanted AND i.index = o.index AND i.field = o.field AND o.redaction IS NULL;
  UPDATE redaction_item SET told = NULL WHERE redaction = wanted;
  UPDATE redaction SET applied_at = now() WHERE id = wanted;
  PERFORM set_config('yinuo.redaction', '', true);
END
$$;

-- Why the log is not signed at present; said on /health and at the desk by every process.
CREATE TABLE log_trouble (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  trouble jsonb NOT NULL,
  since timestamptz NOT NULL DEFAULT now()
);
