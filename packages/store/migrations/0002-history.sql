-- What happened, by which body, when: written beside every change, and never changed or removed again.

CREATE TABLE history (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  happened_on date NOT NULL,
  verb text NOT NULL CHECK (verb IN (
    'jurisdiction.set-up', 'jurisdiction.changed', 'body.created', 'body.changed', 'account.created',
    'account.changed', 'programme.created', 'programme.changed', 'programme.published', 'commitment.drafted',
    'commitment.edited', 'commitment.published', 'commitment.amended', 'commitment.withdrawn',
    'commitment.declared-done', 'commitment.declaration-taken-back', 'commitment.verdict-given',
    'progress.recorded', 'milestone.done', 'milestone.reopened', 'evidence.added', 'indicator.created',
    'indicator.changed', 'observation.recorded', 'observation.revised', 'observation.withdrawn', 'import.applied',
    'import.undone', 'permission.refused')),
  subject text COLLATE "C" NOT NULL,
  programme text COLLATE "C",
  commitment text COLLATE "C",
  indicator text COLLATE "C",
  body text COLLATE "C",
  account text,
  actor_role text CHECK (actor_role IN ('steward', 'officer', 'inspector', 'editor')),
  actor_body text COLLATE "C",
  reason text CHECK (char_length(reason) BETWEEN 1 AND 500),
  old jsonb NOT NULL CHECK (jsonb_typeof(old) = 'object'),
  new jsonb NOT NULL CHECK (jsonb_typeof(new) = 'object'),
  batch uuid
);
CREATE INDEX history_subject ON history (subject, seq DESC);
CREATE INDEX history_commitment ON history (programme, commitment, seq DESC) WHERE commitment IS NOT NULL;
CREATE INDEX history_indicator ON history (indicator, body, seq DESC) WHERE indicator IS NOT NULL;
CREATE INDEX history_body ON history (body, seq DESC) WHERE body IS NOT NULL;
CREATE INDEX history_batch ON history (batch, seq) WHERE batch IS NOT NULL;

CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

-- Heard by every process that keeps pages: the data is newer from here on.
CREATE FUNCTION tell_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('yinuo_changed', (SELECT coalesce(max(seq), 0)::text FROM written));
  RETURN NULL;
END
$$;
CREATE TRIGGER history_is_told AFTER INSERT ON history
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION tell_of_history();
