-- The keys with which bodies sign their entries of the log. No private key is here in plain, and nothing here opens one:
-- an account's is encrypted under its password, a body's for the accounts that hold it (decision 0023).

-- One key pair (X25519) for each account that has chosen its own password.
CREATE TABLE account_key (
  account_id text PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  public bytea NOT NULL CHECK (octet_length(public) = 32),
  salt bytea NOT NULL CHECK (octet_length(salt) = 16),
  -- The private key, under a key that is computed from the password and the salt.
  wrapped bytea NOT NULL CHECK (octet_length(wrapped) = 60),
  made_at timestamptz NOT NULL DEFAULT now()
);

-- The public keys (Ed25519) that were logged; without a body it is the jurisdiction's own.
CREATE TABLE body_key (
  id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{16}$'),
  body text COLLATE "C" REFERENCES body,
  public bytea NOT NULL CHECK (octet_length(public) = 32),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'rotated', 'replaced', 'revoked')),
  -- Somebody who held it holds it no more: whoever still does makes the next one.
  rotation_due boolean NOT NULL DEFAULT false,
  added_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz CHECK ((ended_at IS NULL) = (state = 'active'))
);
CREATE UNIQUE INDEX body_key_active ON body_key (coalesce(body, '')) WHERE state = 'active';

-- The private half of a body's key, sealed to an account that holds it.
CREATE TABLE body_seed (
  key_id text NOT NULL REFERENCES body_key,
  account_id text NOT NULL REFERENCES account_key ON DELETE CASCADE,
  sealed bytea NOT NULL CHECK (octet_length(sealed) = 92),
  -- By the body's key itself, that this public key of the account was given it: a public key that somebody exchanged
  -- in the table does not get the next one.
  holder bytea NOT NULL CHECK (octet_length(holder) = 32),
  PRIMARY KEY (key_id, account_id)
);
CREATE INDEX body_seed_account ON body_seed (account_id);

-- An account's private key while it is signed in, under a secret that is in the browser's cookie and nowhere else.
CREATE TABLE opened_key (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account_key ON DELETE CASCADE,
  -- Absent while the code of the second step is still due.
  session_id text REFERENCES session ON DELETE CASCADE,
  sealed bytea NOT NULL CHECK (octet_length(sealed) = 60),
  made_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX opened_key_account ON opened_key (account_id);
CREATE INDEX opened_key_session ON opened_key (session_id);

-- Other migrations may have added verbs of their own.
DO $$
DECLARE
  verbs text[];
BEGIN
  SELECT array_agg(piece[1]) INTO verbs FROM pg_constraint,
    LATERAL regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''', 'g') AS piece
    WHERE conrelid = 'history'::regclass AND conname = 'history_verb_check';
  verbs := verbs || ARRAY['account.key-given'];
  ALTER TABLE history DROP CONSTRAINT history_verb_check;
  EXECUTE format('ALTER TABLE history ADD CONSTRAINT history_verb_check CHECK (verb IN (%s))',
    (SELECT string_agg(DISTINCT quote_literal(verb), ', ') FROM unnest(verbs) AS verb));
END
$$;
