-- What somebody typed into a form of the desk and has not sent yet. Private to the account, never screened, never public:
-- it is left out of backups and forgotten after a while.

CREATE TABLE form_draft (
  id uuid PRIMARY KEY,
  -- NULL: sent after the session had ended; it belongs to whoever signs in and opens it, which takes its id.
  account text REFERENCES account ON DELETE CASCADE,
  -- The form's page below the language root, with what it needs to be the same form.
  path text NOT NULL CHECK (path LIKE '/desk/%' AND char_length(path) <= 500),
  fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'object' AND octet_length(fields::text) <= 400000),
  saved_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX form_draft_account ON form_draft (account, saved_at);
