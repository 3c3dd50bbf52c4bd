-- Signing in: a second step, passwords that a steward or the operator made, closed accounts, and where one is signed in.

ALTER TABLE account
  ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
  ADD COLUMN closed_on date,
  -- While set, the password was made by somebody else: it ends at that time, and opens only the choice of an own one.
  ADD COLUMN one_time_until timestamptz,
  ADD COLUMN second_step boolean NOT NULL DEFAULT false;

-- The browser's family and system in two words, so that somebody knows their own devices; never what a browser sends.
ALTER TABLE session ADD COLUMN device text CHECK (device ~ '^[a-z]{1,12}/[a-z]{1,12}$');

-- The secret that codes are computed from, and the backup codes: both encrypted by better-auth with the ledger's secret.
CREATE TABLE second_step (
  id text PRIMARY KEY,
  account_id text NOT NULL UNIQUE REFERENCES account ON DELETE CASCADE,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  -- False until the first code was right.
  verified boolean NOT NULL DEFAULT false,
  failed_verification_count integer,
  -- Nobody is locked out: see docs/decisions/0013.
  locked_until timestamptz CHECK (locked_until IS NULL)
);

-- A code that has opened something opens nothing again; kept as long as it would be right.
CREATE TABLE spent_code (
  account_id text NOT NULL REFERENCES account ON DELETE CASCADE,
  code text NOT NULL CHECK (code ~ '^[0-9]{6}$'),
  spent_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, code)
);

-- Other migrations may have added verbs of their own.
DO $$
DECLARE
  verbs text[];
BEGIN
  SELECT array_agg(piece[1]) INTO verbs FROM pg_constraint,
    LATERAL regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''', 'g') AS piece
    WHERE conrelid = 'history'::regclass AND conname = 'history_verb_check';
  verbs := verbs || ARRAY['account.changed', 'account.closed', 'account.reopened', 'account.password-changed',
    'account.password-reset', 'account.second-step-on', 'account.second-step-off', 'account.second-step-reset',
    'account.backup-codes-made', 'account.sessions-ended'];
  ALTER TABLE history DROP CONSTRAINT history_verb_check;
  EXECUTE format('ALTER TABLE history ADD CONSTRAINT history_verb_check CHECK (verb IN (%s))',
    (SELECT string_agg(DISTINCT quote_literal(verb), ', ') FROM unnest(verbs) AS verb));
END
$$;
