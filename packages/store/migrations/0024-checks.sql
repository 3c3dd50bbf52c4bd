-- Checks: a frozen list of subjects, each given to an inspecting body without a part in it, and what was found. "check" is a
-- reserved word of SQL: the table is called inspection.

-- Other migrations may have added verbs of their own.
DO $$
DECLARE
  verbs text[];
BEGIN
  SELECT array_agg(piece[1]) INTO verbs FROM pg_constraint,
    LATERAL regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''', 'g') AS piece
    WHERE conrelid = 'history'::regclass AND conname = 'history_verb_check';
  verbs := verbs || ARRAY['commitment.verdict-changed', 'check.planned', 'check.opened', 'check.reassigned',
    'check.finished', 'check.called-off', 'finding.recorded', 'finding.revised', 'finding.appealed',
    'finding.appeal-answered'];
  ALTER TABLE history DROP CONSTRAINT history_verb_check;
  EXECUTE format('ALTER TABLE history ADD CONSTRAINT history_verb_check CHECK (verb IN (%s))',
    (SELECT string_agg(quote_literal(verb), ', ') FROM unnest(verbs) AS verb));
END
$$;

CREATE TABLE inspection (
  code text COLLATE "C" PRIMARY KEY CHECK (char_length(code) BETWEEN 1 AND 40),
  kind text NOT NULL CHECK (kind IN ('scheduled', 'drawn', 'lookBack', 'single')),
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 800),
  title_en text CHECK (char_length(title_en) BETWEEN 1 AND 800),
  body text COLLATE "C" NOT NULL REFERENCES body,
  programme text COLLATE "C" REFERENCES programme,
  frame_of text NOT NULL CHECK (frame_of IN ('commitment', 'measure', 'problem')),
  frame_body text COLLATE "C" REFERENCES body,
  frame_standing text,
  frame_words text CHECK (char_length(frame_words) BETWEEN 1 AND 300),
  -- The draw its subjects come from.
  draw text COLLATE "C",
  checklist jsonb NOT NULL CHECK (jsonb_typeof(checklist) = 'array'),
  inspectors text[] COLLATE "C" NOT NULL CHECK (cardinality(inspectors) > 0),
  start date NOT NULL,
  due date NOT NULL CHECK (due >= start),
  stage text NOT NULL CHECK (stage IN ('planned', 'running', 'finished', 'calledOff')),
  planned_on date NOT NULL,
  opened_on date CHECK (opened_on IS NOT NULL OR stage IN ('planned', 'calledOff')),
  ended_on date CHECK ((ended_on IS NOT NULL) = (stage IN ('finished', 'calledOff'))),
  called_off text CHECK (char_length(called_off) BETWEEN 1 AND 500),
  version integer NOT NULL CHECK (version > 0),
  search_text text NOT NULL,
  search_terms text[] NOT NULL,
  CHECK ((called_off IS NOT NULL) = (stage = 'calledOff'))
);
CREATE INDEX inspection_by_due ON inspection (due, code);
CREATE INDEX inspection_search ON inspection USING gin (search_terms);

CREATE TABLE inspection_subject (
  inspection text COLLATE "C" NOT NULL REFERENCES inspection ON DELETE CASCADE,
  number integer NOT NULL CHECK (number > 0),
  programme text COLLATE "C",
  commitment text COLLATE "C",
  problem text COLLATE "C" REFERENCES problem,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 800),
  title_en text CHECK (char_length(title_en) BETWEEN 1 AND 800),
  owners text[] COLLATE "C" NOT NULL CHECK (cardinality(owners) > 0),
  -- Nobody inspects their own.
  inspector text COLLATE "C" REFERENCES body CHECK (NOT inspector = ANY (owners)),
  recused text[] COLLATE "C" NOT NULL,
  missed text CHECK (char_length(missed) BETWEEN 1 AND 500),
  PRIMARY KEY (inspection, number),
  FOREIGN KEY (programme, commitment) REFERENCES commitment,
  CHECK (num_nonnulls(programme, commitment) IN (0, 2)),
  CHECK (num_nonnulls(commitment, problem) = 1)
);
CREATE INDEX inspection_subject_inspector ON inspection_subject (inspector);
CREATE INDEX inspection_subject_commitment ON inspection_subject (programme, commitment) WHERE commitment IS NOT NULL;
CREATE INDEX inspection_subject_problem ON inspection_subject (problem) WHERE problem IS NOT NULL;

-- Its subject's row may be written anew, so that it holds what it is about itself.
CREATE TABLE finding (
  inspection text COLLATE "C" NOT NULL REFERENCES inspection,
  number integer NOT NULL CHECK (number > 0),
  programme text COLLATE "C",
  commitment text COLLATE "C",
  problem text COLLATE "C" REFERENCES problem,
  owners text[] COLLATE "C" NOT NULL CHECK (cardinality(owners) > 0),
  body text COLLATE "C" NOT NULL REFERENCES body CHECK (NOT body = ANY (owners)),
  conclusion text NOT NULL CHECK (conclusion IN ('confirmed', 'partly', 'notConfirmed', 'cannotBeVerified')),
  finding text NOT NULL CHECK (char_length(finding) BETWEEN 1 AND 4000),
  answers jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
  place text CHECK (char_length(place) BETWEEN 1 AND 300),
  looked_on date NOT NULL,
  recorded_on date NOT NULL,
  revised_on date,
  appeal_body text COLLATE "C" REFERENCES body,
  appeal_on date,
  appeal_text text CHECK (char_length(appeal_text) BETWEEN 1 AND 4000),
  answer_body text COLLATE "C" REFERENCES body CHECK (NOT answer_body = ANY (owners) AND answer_body <> appeal_body),
  answer_on date,
  answer_text text CHECK (char_length(answer_text) BETWEEN 1 AND 4000),
  answer_outcome text CHECK (answer_outcome IN ('stands', 'changed')),
  version integer NOT NULL CHECK (version > 0),
  -- Of the form it came with: a form that is sent twice is recorded once.
  sent_as uuid UNIQUE,
  PRIMARY KEY (inspection, number),
  FOREIGN KEY (programme, commitment) REFERENCES commitment,
  CHECK (num_nonnulls(programme, commitment) IN (0, 2)),
  CHECK (num_nonnulls(commitment, problem) = 1),
  CHECK (num_nonnulls(appeal_body, appeal_on, appeal_text) IN (0, 3)),
  CHECK (num_nonnulls(answer_body, answer_on, answer_text, answer_outcome) IN (0, 4)),
  CHECK (answer_on IS NULL OR appeal_on IS NOT NULL)
);
CREATE INDEX finding_commitment ON finding (programme, commitment) WHERE commitment IS NOT NULL;
CREATE INDEX finding_problem ON finding (problem) WHERE problem IS NOT NULL;

ALTER TABLE history ADD COLUMN inspection text COLLATE "C";
CREATE INDEX history_inspection ON history (inspection, seq DESC) WHERE inspection IS NOT NULL;

-- The finding a verdict comes from; those from before there were checks have none. No foreign key: a finding points at its
-- commitment, and tables in a circle cannot be restored one after the other.
ALTER TABLE commitment ADD COLUMN verdict_check text COLLATE "C", ADD COLUMN verdict_number integer,
  ADD CHECK (num_nulls(verdict_check, verdict_number) IN (0, 2)),
  ADD CHECK (verdict_check IS NULL OR verdict_conclusion IS NOT NULL);

-- The finding a problem was opened from.
ALTER TABLE problem ADD COLUMN finding_check text COLLATE "C", ADD COLUMN finding_number integer,
  ADD CHECK (num_nulls(finding_check, finding_number) IN (0, 2)),
  ADD CHECK (finding_check IS NULL OR origin = 'finding');

-- What the jurisdiction has set; until then core's usual days count.
ALTER TABLE jurisdiction ADD COLUMN appeal_days integer CHECK (appeal_days BETWEEN 1 AND 365),
  ADD COLUMN look_back_after_days integer CHECK (look_back_after_days BETWEEN 1 AND 3650);

-- Evidence shows a commitment, an observation, a problem or what a finding says.
ALTER TABLE evidence ADD COLUMN inspection text COLLATE "C", ADD COLUMN number integer,
  ADD FOREIGN KEY (inspection, number) REFERENCES finding, ADD CHECK (num_nulls(inspection, number) IN (0, 2));
CREATE INDEX evidence_inspection ON evidence (inspection, number) WHERE inspection IS NOT NULL;
DO $$
DECLARE
  old name;
BEGIN
  SELECT conname INTO STRICT old FROM pg_constraint WHERE conrelid = 'evidence'::regclass
    AND pg_get_constraintdef(oid) LIKE '%num_nonnulls(commitment, indicator, problem) = 1%';
  EXECUTE format('ALTER TABLE evidence DROP CONSTRAINT %I', old);
END
$$;
ALTER TABLE evidence ADD CHECK (num_nonnulls(commitment, indicator, problem, inspection) = 1);

-- A redaction takes its text out of a check and its findings as they stand now, too.
CREATE OR REPLACE FUNCTION blank_record(place history, gone text[]) RETURNS void LANGUAGE plpgsql AS $$
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
  UPDATE inspection SET title = blanked_text(title, gone), title_en = blanked_text(title_en, gone),
    frame_words = blanked_text(frame_words, gone), called_off = blanked_text(called_off, gone),
    checklist = blanked(checklist, gone) WHERE code = place.inspection;
  UPDATE inspection_subject AS s SET title = blanked_text(s.title, gone), title_en = blanked_text(s.title_en, gone),
    missed = blanked_text(s.missed, gone) WHERE s.inspection = blank_record.place.inspection
      OR s.problem = blank_record.place.problem
      OR (s.programme = blank_record.place.programme AND s.commitment = blank_record.place.commitment);
  UPDATE finding AS f SET finding = blanked_text(f.finding, gone), place = blanked_text(f.place, gone),
    appeal_text = blanked_text(f.appeal_text, gone), answer_text = blanked_text(f.answer_text, gone)
    WHERE f.inspection = blank_record.place.inspection;
  UPDATE evidence SET caption = blanked_text(caption, gone), file_name = blanked_text(file_name, gone)
    WHERE inspection = blank_record.place.inspection;
  -- A verdict says what its finding says.
  UPDATE commitment AS c SET verdict_finding = blanked_text(c.verdict_finding, gone)
    WHERE c.verdict_check = blank_record.place.inspection;
END
$$;
