-- Logins by better-auth, which names the tables' columns (apps/web/src/auth.ts). An account is a login and a role, no more.

CREATE TABLE account (
  id text PRIMARY KEY,
  -- The person or post the login was given to, as the steward wrote it; never public.
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
  email text NOT NULL UNIQUE CHECK (email = lower(email) AND char_length(email) BETWEEN 3 AND 254),
  email_verified boolean NOT NULL DEFAULT false,
  image text CHECK (image IS NULL),
  role text NOT NULL CHECK (role IN ('steward', 'officer', 'inspector', 'editor')),
  body text COLLATE "C" REFERENCES body CHECK (body IS NOT NULL OR role IN ('steward', 'editor')),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_body ON account (body);

-- The CHECKs on address and browser hold the rule that nobody is tracked against a later version of the library.
CREATE TABLE session (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text CHECK (ip_address IS NULL),
  user_agent text CHECK (user_agent IS NULL),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expires ON session (expires_at);

-- How an account proves itself: here a password's hash. The token columns are better-auth's and stay empty.
CREATE TABLE credential (
  id text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account ON DELETE CASCADE,
  provider_id text NOT NULL,
  provider_account_id text NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, provider_account_id)
);
CREATE INDEX credential_account ON credential (account_id);

CREATE TABLE verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verification_identifier ON verification (identifier);
