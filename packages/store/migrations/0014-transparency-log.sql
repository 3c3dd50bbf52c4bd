-- The transparency log: a leaf for every public entry of the history, what opens its fields, what was signed.
-- Positions have no gaps and a leaf is never changed: the database itself refuses both.

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

-- What opens the fields of a leaf, kept as it was sealed.
CREATE TABLE log_opening (
  index bigint NOT NULL REFERENCES log_entry,
  position integer NOT NULL CHECK (position >= 0),
  field text COLLATE "C" NOT NULL,
  commitment bytea NOT NULL CHECK (octet_length(commitment) = 32),
  salt bytea NOT NULL CHECK (octet_length(salt) >= 16),
  value jsonb NOT NULL,
  PRIMARY KEY (index, position),
  UNIQUE (index, field)
);
CREATE TRIGGER log_opening_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log_opening
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();

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

-- Why the log is not signed at present; said on /health by every process.
CREATE TABLE log_trouble (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  trouble jsonb NOT NULL,
  since timestamptz NOT NULL DEFAULT now()
);
