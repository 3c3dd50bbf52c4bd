-- The nouns of the ledger. The lists in the CHECKs mirror the unions of packages/core; a test compares them.

-- Sorts A-2 before A-10: every run of digits is filled up to ten.
CREATE FUNCTION sort_code(code text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(regexp_replace(code, '([0-9]+)', '0000000000\1', 'g'), '0*([0-9]{10})', '\1', 'g');

-- Titles are sorted as a Chinese reader expects, where the server was built with ICU.
DO $$
BEGIN
  EXECUTE 'CREATE COLLATION reading (provider = icu, locale = ''zh'')';
EXCEPTION WHEN OTHERS THEN
  EXECUTE 'CREATE COLLATION reading FROM "C"';
END
$$;

CREATE TABLE jurisdiction (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 300),
  name_en text CHECK (char_length(name_en) BETWEEN 1 AND 300),
  time_zone text NOT NULL,
  languages text[] NOT NULL CHECK (cardinality(languages) > 0),
  default_language text NOT NULL CHECK (default_language = ANY (languages)),
  licence text,
  licence_url text,
  sample boolean NOT NULL,
  independent boolean NOT NULL,
  contact text,
  set_up_on date NOT NULL
);

CREATE TABLE body (
  code text COLLATE "C" PRIMARY KEY CHECK (char_length(code) BETWEEN 1 AND 40),
  external_id text UNIQUE CHECK (char_length(external_id) BETWEEN 1 AND 300),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 300),
  name_en text CHECK (char_length(name_en) BETWEEN 1 AND 300),
  parent text COLLATE "C" REFERENCES body DEFERRABLE INITIALLY DEFERRED CHECK (parent <> code),
  inspects boolean NOT NULL,
  about text CHECK (char_length(about) BETWEEN 1 AND 4000),
  about_en text CHECK (char_length(about_en) BETWEEN 1 AND 4000),
  closed_on date,
  version integer NOT NULL CHECK (version > 0)
);

CREATE TABLE programme (
  code text COLLATE "C" PRIMARY KEY CHECK (char_length(code) BETWEEN 1 AND 40),
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 800),
  title_en text CHECK (char_length(title_en) BETWEEN 1 AND 800),
  period text NOT NULL,
  completion_rule text NOT NULL CHECK (completion_rule IN ('least', 'mean')),
  silent_after_days integer NOT NULL CHECK (silent_after_days BETWEEN 1 AND 3660),
  ranking_minimum integer NOT NULL CHECK (ranking_minimum BETWEEN 1 AND 800),
  published_on date,
  source text CHECK (char_length(source) BETWEEN 1 AND 300),
  version integer NOT NULL CHECK (version > 0)
);

CREATE TABLE indicator (
  code text COLLATE "C" PRIMARY KEY CHECK (char_length(code) BETWEEN 1 AND 40),
  external_id text UNIQUE CHECK (char_length(external_id) BETWEEN 1 AND 300),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 300),
  name_en text CHECK (char_length(name_en) BETWEEN 1 AND 300),
  definition text NOT NULL CHECK (char_length(definition) BETWEEN 1 AND 4000),
  definition_en text CHECK (char_length(definition_en) BETWEEN 1 AND 4000),
  unit text NOT NULL CHECK (char_length(unit) BETWEEN 1 AND 24),
  unit_en text CHECK (char_length(unit_en) BETWEEN 1 AND 24),
  kind text NOT NULL CHECK (kind IN ('flow', 'stock', 'ratio', 'duration', 'index')),
  polarity text NOT NULL CHECK (polarity IN ('up', 'down', 'none')),
  decimals integer NOT NULL CHECK (decimals BETWEEN 0 AND 6),
  frequency text NOT NULL CHECK (frequency IN ('month', 'quarter', 'half', 'year')),
  scale numeric NOT NULL CHECK (scale > 0),
  numerator text CHECK (char_length(numerator) BETWEEN 1 AND 300),
  denominator text CHECK (char_length(denominator) BETWEEN 1 AND 300),
  least numeric,
  most numeric CHECK (most >= least),
  source text CHECK (char_length(source) BETWEEN 1 AND 300),
  version integer NOT NULL CHECK (version > 0)
);

CREATE TABLE commitment (
  programme text COLLATE "C" NOT NULL REFERENCES programme,
  code text COLLATE "C" NOT NULL CHECK (char_length(code) BETWEEN 1 AND 40),
  external_id text CHECK (char_length(external_id) BETWEEN 1 AND 300),
  kind text NOT NULL CHECK (kind IN ('commitment', 'measure')),
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 800),
  title_en text CHECK (char_length(title_en) BETWEEN 1 AND 800),
  promise text CHECK (char_length(promise) BETWEEN 1 AND 4000),
  promise_en text CHECK (char_length(promise_en) BETWEEN 1 AND 4000),
  beneficiaries text CHECK (char_length(beneficiaries) BETWEEN 1 AND 4000),
  beneficiaries_en text CHECK (char_length(beneficiaries_en) BETWEEN 1 AND 4000),
  criterion text CHECK (char_length(criterion) BETWEEN 1 AND 4000),
  criterion_en text CHECK (char_length(criterion_en) BETWEEN 1 AND 4000),
  lead text COLLATE "C" NOT NULL REFERENCES body,
  support text[] COLLATE "C" NOT NULL DEFAULT '{}' CHECK (NOT lead = ANY (support)),
  start date,
  due date CHECK (due >= start),
  first_due date,
  source text CHECK (char_length(source) BETWEEN 1 AND 300),
  stage text NOT NULL CHECK (stage IN ('draft', 'published', 'declared', 'judged', 'withdrawn')),
  published_on date CHECK (stage = 'draft' OR published_on IS NOT NULL),
  declared_on date CHECK (stage <> 'declared' OR declared_on IS NOT NULL),
  verdict_conclusion text
    CHECK (verdict_conclusion IN ('kept', 'partlyKept', 'notKept', 'cannotBeVerified'))
    CHECK ((stage = 'judged') = (verdict_conclusion IS NOT NULL)),
  verdict_body text COLLATE "C" REFERENCES body
    CHECK (verdict_body <> lead AND NOT verdict_body = ANY (support)),
  verdict_on date,
  verdict_finding text CHECK (char_length(verdict_finding) BETWEEN 1 AND 4000),
  withdrawn_on date CHECK ((stage = 'withdrawn') = (withdrawn_on IS NOT NULL)),
  last_recorded_on date,
  -- 0 to 1, computed by core.completionOf and kept for sorting; null is unknown. Never typed.
  completion double precision CHECK (completion BETWEEN 0 AND 1),
  version integer NOT NULL CHECK (version > 0),
  code_sort text COLLATE "C" GENERATED ALWAYS AS (sort_code(code)) STORED,
  bodies text[] COLLATE "C" GENERATED ALWAYS AS (array_prepend(lead, support)) STORED,
  PRIMARY KEY (programme, code),
  CHECK (num_nulls(verdict_conclusion, verdict_body, verdict_on, verdict_finding) IN (0, 4))
);
CREATE UNIQUE INDEX commitment_external_id ON commitment (programme, external_id) WHERE external_id IS NOT NULL;
CREATE INDEX commitment_bodies ON commitment USING gin (bodies);
CREATE INDEX commitment_lead ON commitment (lead);
-- Counts by standing read this index alone.
CREATE INDEX commitment_public ON commitment (programme, lead, kind)
  INCLUDE (stage, verdict_conclusion, start, due, published_on, last_recorded_on) WHERE stage <> 'draft';
-- One index per order of the public list, so that a page is read and not sorted. The programme comes last: one that has
-- most of the rows finds its page just as fast, and few rows are sorted fast.
CREATE INDEX commitment_by_code ON commitment (code_sort, programme);
CREATE INDEX commitment_by_title ON commitment (title COLLATE reading, code_sort, programme);
CREATE INDEX commitment_by_due ON commitment (due, code_sort, programme);
CREATE INDEX commitment_by_due_descending ON commitment (due DESC NULLS LAST, code_sort, programme);
CREATE INDEX commitment_by_completion ON commitment (completion, code_sort, programme);
CREATE INDEX commitment_by_completion_descending ON commitment (completion DESC NULLS LAST, code_sort, programme);
CREATE INDEX commitment_by_recorded ON commitment (last_recorded_on, code_sort, programme);
CREATE INDEX commitment_by_recorded_descending ON commitment (last_recorded_on DESC NULLS LAST, code_sort, programme);

CREATE TABLE milestone (
  programme text COLLATE "C" NOT NULL,
  commitment text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL CHECK (char_length(code) BETWEEN 1 AND 40),
  position integer NOT NULL,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 800),
  title_en text CHECK (char_length(title_en) BETWEEN 1 AND 800),
  due date NOT NULL,
  first_due date NOT NULL,
  weight numeric CHECK (weight > 0),
  done_on date,
  PRIMARY KEY (programme, commitment, code),
  FOREIGN KEY (programme, commitment) REFERENCES commitment ON DELETE CASCADE
);

CREATE TABLE target (
  programme text COLLATE "C" NOT NULL,
  commitment text COLLATE "C" NOT NULL,
  indicator text COLLATE "C" NOT NULL REFERENCES indicator,
  body text COLLATE "C" NOT NULL REFERENCES body,
  period text COLLATE "C" NOT NULL,
  position integer NOT NULL,
  value numeric NOT NULL,
  baseline numeric CHECK (baseline <> value),
  PRIMARY KEY (programme, commitment, indicator, body, period),
  FOREIGN KEY (programme, commitment) REFERENCES commitment ON DELETE CASCADE
);
CREATE INDEX target_indicator ON target (indicator, body);

CREATE TABLE observation (
  indicator text COLLATE "C" NOT NULL REFERENCES indicator,
  body text COLLATE "C" NOT NULL REFERENCES body,
  period text COLLATE "C" NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL CHECK (last_day >= first_day),
  shape text NOT NULL CHECK (shape IN ('number', 'ratio', 'mean', 'notCollected')),
  value numeric CHECK ((shape = 'number') = (value IS NOT NULL)),
  numerator numeric CHECK ((shape = 'ratio') = (numerator IS NOT NULL)),
  denominator numeric CHECK ((shape = 'ratio') = (denominator IS NOT NULL)) CHECK (denominator <> 0),
  mean numeric CHECK ((shape = 'mean') = (mean IS NOT NULL)),
  count numeric CHECK ((shape = 'mean') = (count IS NOT NULL)) CHECK (count > 0),
  source text CHECK (char_length(source) BETWEEN 1 AND 300),
  note text CHECK (char_length(note) BETWEEN 1 AND 4000),
  confirmed text CHECK (char_length(confirmed) BETWEEN 1 AND 500),
  recorded_on date NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  PRIMARY KEY (indicator, body, period)
);
CREATE INDEX observation_body ON observation (body, last_day DESC);
CREATE INDEX observation_time ON observation (indicator, body, last_day);

CREATE TABLE progress (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  programme text COLLATE "C" NOT NULL,
  commitment text COLLATE "C" NOT NULL,
  text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 4000),
  happened_on date NOT NULL,
  body text COLLATE "C" NOT NULL REFERENCES body,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (programme, commitment) REFERENCES commitment
);
CREATE INDEX progress_commitment ON progress (programme, commitment, happened_on DESC, id DESC);

CREATE TABLE file (
  sha256 text COLLATE "C" PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text NOT NULL,
  size bigint NOT NULL CHECK (size >= 0),
  stored_at timestamptz NOT NULL DEFAULT now()
);

-- What it shows: a commitment, perhaps one of its milestones or progress entries, or an observation.
CREATE TABLE evidence (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256 text COLLATE "C" NOT NULL REFERENCES file,
  file_name text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 255),
  caption text NOT NULL CHECK (char_length(caption) BETWEEN 1 AND 300),
  shows_on date NOT NULL,
  programme text COLLATE "C",
  commitment text COLLATE "C",
  milestone text COLLATE "C" CHECK (milestone IS NULL OR commitment IS NOT NULL),
  progress bigint REFERENCES progress CHECK (progress IS NULL OR commitment IS NOT NULL),
  indicator text COLLATE "C" REFERENCES indicator,
  body text COLLATE "C" REFERENCES body,
  period text COLLATE "C",
  recorded_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (programme, commitment) REFERENCES commitment,
  CHECK (num_nonnulls(programme, commitment) IN (0, 2)),
  CHECK (num_nonnulls(indicator, body, period) IN (0, 3)),
  CHECK (num_nonnulls(commitment, indicator) = 1)
);
CREATE INDEX evidence_commitment ON evidence (programme, commitment) WHERE commitment IS NOT NULL;
CREATE INDEX evidence_observation ON evidence (indicator, body, period) WHERE indicator IS NOT NULL;
CREATE INDEX evidence_file ON evidence (sha256);
