-- Problems: what is wrong at a place or with a service, whose task it is, and which other body confirmed that it is gone.

-- Other migrations may have added verbs of their own.
DO $$
DECLARE
  verbs text[];
BEGIN
  SELECT array_agg(piece[1]) INTO verbs FROM pg_constraint,
    LATERAL regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''', 'g') AS piece
    WHERE conrelid = 'history'::regclass AND conname = 'history_verb_check';
  verbs := verbs || ARRAY['problem.opened', 'problem.planned', 'problem.step-done', 'problem.listed',
    'problem.extended', 'problem.declared-fixed', 'problem.delisted', 'problem.returned', 'problem.looked-back',
    'problem.reopened'];
  ALTER TABLE history DROP CONSTRAINT history_verb_check;
  EXECUTE format('ALTER TABLE history ADD CONSTRAINT history_verb_check CHECK (verb IN (%s))',
    (SELECT string_agg(quote_literal(verb), ', ') FROM unnest(verbs) AS verb));
END
$$;

CREATE TABLE problem (
  code text COLLATE "C" PRIMARY KEY CHECK (char_length(code) BETWEEN 1 AND 40),
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 800),
  title_en text CHECK (char_length(title_en) BETWEEN 1 AND 800),
  detail text NOT NULL CHECK (char_length(detail) BETWEEN 1 AND 4000),
  place text NOT NULL CHECK (char_length(place) BETWEEN 1 AND 300),
  owner text COLLATE "C" NOT NULL REFERENCES body,
  origin text NOT NULL CHECK (origin IN ('selfReport', 'finding')),
  reported_by text COLLATE "C" NOT NULL REFERENCES body CHECK ((origin = 'selfReport') = (reported_by = owner)),
  programme text COLLATE "C",
  commitment text COLLATE "C",
  opened_on date NOT NULL,
  due date NOT NULL,
  first_due date NOT NULL,
  stage text NOT NULL CHECK (stage IN ('open', 'listed', 'declared', 'returned', 'delisted', 'reopened')),
  listing_level text CHECK (listing_level IN ('county', 'city', 'province', 'nation')),
  listing_authority text COLLATE "C" REFERENCES body CHECK (listing_authority <> owner),
  listing_on date,
  listing_deadline date,
  listing_first_deadline date,
  declared_body text COLLATE "C" REFERENCES body,
  declared_on date,
  declared_text text CHECK (char_length(declared_text) BETWEEN 1 AND 4000),
  -- Nobody strikes off their own: neither the owner nor whoever declared it fixed.
  checked_body text COLLATE "C" REFERENCES body CHECK (checked_body <> owner),
  checked_on date,
  checked_text text CHECK (char_length(checked_text) BETWEEN 1 AND 4000),
  look_back_due date CHECK ((stage = 'delisted') = (look_back_due IS NOT NULL)),
  looked_back_on date,
  returns integer NOT NULL CHECK (returns >= 0),
  reopenings integer NOT NULL CHECK (reopenings >= 0),
  evidence_seen integer NOT NULL CHECK (evidence_seen >= 0),
  version integer NOT NULL CHECK (version > 0),
  search_text text NOT NULL,
  search_terms text[] NOT NULL,
  deadline date GENERATED ALWAYS AS (coalesce(listing_deadline, due)) STORED,
  FOREIGN KEY (programme, commitment) REFERENCES commitment,
  CHECK (num_nonnulls(programme, commitment) IN (0, 2)),
  CHECK (num_nonnulls(listing_level, listing_authority, listing_on, listing_deadline, listing_first_deadline) IN (0, 5)),
  CHECK (num_nonnulls(declared_body, declared_on, declared_text) IN (0, 3)),
  CHECK (num_nonnulls(checked_body, checked_on, checked_text) IN (0, 3)),
  CHECK (stage NOT IN ('declared', 'delisted') OR declared_on IS NOT NULL),
  CHECK (stage <> 'delisted' OR (checked_on IS NOT NULL AND checked_body <> declared_body))
);
CREATE INDEX problem_owner ON problem (owner, stage);
CREATE INDEX problem_by_deadline ON problem (deadline, code);
CREATE INDEX problem_search ON problem USING gin (search_terms);

CREATE TABLE problem_step (
  problem text COLLATE "C" NOT NULL REFERENCES problem ON DELETE CASCADE,
  code text COLLATE "C" NOT NULL CHECK (char_length(code) BETWEEN 1 AND 40),
  position integer NOT NULL,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 800),
  title_en text CHECK (char_length(title_en) BETWEEN 1 AND 800),
  due date NOT NULL,
  first_due date NOT NULL,
  done_on date,
  PRIMARY KEY (problem, code)
);

ALTER TABLE history ADD COLUMN problem text COLLATE "C";
CREATE INDEX history_problem ON history (problem, seq DESC) WHERE problem IS NOT NULL;

-- Evidence shows a commitment, an observation or a problem.
ALTER TABLE evidence ADD COLUMN problem text COLLATE "C" REFERENCES problem;
CREATE INDEX evidence_problem ON evidence (problem) WHERE problem IS NOT NULL;
DO $$
DECLARE
  old name;
BEGIN
  SELECT conname INTO STRICT old FROM pg_constraint WHERE conrelid = 'evidence'::regclass
    AND pg_get_constraintdef(oid) LIKE '%num_nonnulls(commitment, indicator) = 1%';
  EXECUTE format('ALTER TABLE evidence DROP CONSTRAINT %I', old);
END
$$;
ALTER TABLE evidence ADD CHECK (num_nonnulls(commitment, indicator, problem) = 1);

-- A redaction takes its text out of a problem as it stands now, too.
ALTER FUNCTION blank_record RENAME TO blank_record_but_problems;
CREATE FUNCTION blank_record(place history, gone text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM blank_record_but_problems(place, gone);
  UPDATE problem AS p SET title = blanked_text(p.title, gone), title_en = blanked_text(p.title_en, gone),
    detail = blanked_text(p.detail, gone), place = blanked_text(p.place, gone),
    declared_text = blanked_text(p.declared_text, gone), checked_text = blanked_text(p.checked_text, gone)
    WHERE p.code = blank_record.place.problem;
  UPDATE problem_step SET title = blanked_text(title, gone), title_en = blanked_text(title_en, gone)
    WHERE problem = place.problem;
  UPDATE evidence SET caption = blanked_text(caption, gone), file_name = blanked_text(file_name, gone)
    WHERE problem = place.problem;
END
$$;
