-- Imports: one row per file brought in, and what people said about the columns of each source.

CREATE TABLE import_batch (
  id uuid PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('reading', 'waiting', 'running', 'applied', 'refused', 'failed', 'undone')),
  kind text NOT NULL CHECK (kind IN ('commitments', 'bodies', 'indicators', 'observations')),
  source text NOT NULL,
  file_name text,
  sha256 text COLLATE "C" CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  programme text COLLATE "C" REFERENCES programme,
  account text,
  actor_body text COLLATE "C",
  -- How the file was read: encoding, header rows, mapping; what apply must do again.
  choices jsonb NOT NULL DEFAULT '{}',
  -- created, updated, unchanged, refused.
  counts jsonb NOT NULL DEFAULT '{}',
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  problem text,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz
);
CREATE INDEX import_batch_created ON import_batch (created_at DESC);

CREATE TABLE import_mapping (
  source text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('commitments', 'bodies', 'indicators', 'observations')),
  -- Empty for a steward who speaks for no body.
  body text COLLATE "C" NOT NULL DEFAULT '',
  mapping jsonb NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (source, kind, body)
);
