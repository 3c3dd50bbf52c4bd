-- Draws: a plan that is published before there is a seed, dice rolled in public, and whom they picked.

-- Other migrations may have added verbs of their own.
DO $$
DECLARE
  verbs text[];
BEGIN
  SELECT array_agg(piece[1]) INTO verbs FROM pg_constraint,
    LATERAL regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''', 'g') AS piece
    WHERE conrelid = 'history'::regclass AND conname = 'history_verb_check';
  verbs := verbs || ARRAY['draw.planned', 'draw.rolled', 'draw.drawn', 'draw.aborted', 'draw.replaced',
    'draw.called-off'];
  ALTER TABLE history DROP CONSTRAINT history_verb_check;
  EXECUTE format('ALTER TABLE history ADD CONSTRAINT history_verb_check CHECK (verb IN (%s))',
    (SELECT string_agg(quote_literal(verb), ', ') FROM unnest(verbs) AS verb));
END
$$;

CREATE TABLE draw (
  code text COLLATE "C" PRIMARY KEY CHECK (char_length(code) BETWEEN 1 AND 40),
  round text NOT NULL CHECK (char_length(round) BETWEEN 1 AND 30),
  number integer NOT NULL CHECK (number > 0),
  replaces text COLLATE "C" UNIQUE REFERENCES draw CHECK ((number = 1) = (replaces IS NULL)),
  body text COLLATE "C" NOT NULL REFERENCES body,
  subject text NOT NULL CHECK (subject IN ('commitments', 'measures', 'problems')),
  filter jsonb NOT NULL,
  stratify text NOT NULL CHECK (stratify IN ('none', 'body', 'level')),
  eligible text NOT NULL CHECK (char_length(eligible) BETWEEN 1 AND 4000),
  venue text NOT NULL CHECK (char_length(venue) BETWEEN 1 AND 300),
  planned_on date NOT NULL,
  ceremony_at timestamptz NOT NULL,
  -- Written as they are hashed (RFC 8785) whenever somebody asks for the file.
  plan jsonb NOT NULL,
  frame text NOT NULL,
  inspectors text,
  frame_size integer NOT NULL CHECK (frame_size > 0),
  draw_size integer NOT NULL CHECK (draw_size BETWEEN 1 AND frame_size),
  stage text NOT NULL CHECK (stage IN ('planned', 'rolling', 'drawn', 'aborted', 'calledOff')),
  rolls text NOT NULL CHECK (rolls ~ '^[0-9]*$'),
  seed jsonb,
  result jsonb,
  ended_on date,
  ended_reason text CHECK (char_length(ended_reason) BETWEEN 1 AND 500),
  version integer NOT NULL CHECK (version > 0),
  search_text text NOT NULL,
  search_terms text[] NOT NULL,
  CHECK (num_nonnulls(seed, result) IN (0, 2)),
  CHECK ((stage NOT IN ('drawn', 'calledOff')) = (seed IS NULL)),
  CHECK (num_nonnulls(ended_on, ended_reason) IN (0, 2)),
  CHECK ((stage NOT IN ('aborted', 'calledOff')) = (ended_on IS NULL)),
  CHECK (stage <> 'planned' OR rolls = '')
);
CREATE INDEX draw_by_ceremony ON draw (ceremony_at DESC, code);
CREATE INDEX draw_search ON draw USING gin (search_terms);

-- Whatever program writes it: a plan stays as it was, rolls are only added to, and a seed is made once.
CREATE FUNCTION refuse_second_chance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone text[] := redacted_text(nullif(current_setting('yinuo.redaction', true), '')::bigint);
BEGIN
  IF NEW.plan <> blanked(OLD.plan, gone) OR NEW.frame <> OLD.frame OR NEW.inspectors IS DISTINCT FROM OLD.inspectors
    OR NOT starts_with(NEW.rolls, OLD.rolls) OR (OLD.seed IS NOT NULL AND NEW.seed <> OLD.seed)
    OR (OLD.result IS NOT NULL AND NEW.result -> 'picks' <> OLD.result -> 'picks')
    OR (OLD.stage IN ('aborted', 'calledOff') AND NEW.stage <> OLD.stage) THEN
    RAISE EXCEPTION 'a draw has no second chance: % refused', OLD.code USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER draw_has_no_second_chance BEFORE UPDATE ON draw FOR EACH ROW EXECUTE FUNCTION refuse_second_chance();

-- Who stands behind the numbered places of inspectors. Never public.
CREATE TABLE draw_place (
  draw text COLLATE "C" NOT NULL REFERENCES draw,
  place text COLLATE "C" NOT NULL,
  body text COLLATE "C" NOT NULL REFERENCES body,
  account text REFERENCES account,
  PRIMARY KEY (draw, place)
);

ALTER TABLE history ADD COLUMN draw text COLLATE "C";
CREATE INDEX history_draw ON history (draw, seq DESC) WHERE draw IS NOT NULL;

-- A redaction takes its text out of a draw, too: the history changes by nothing else. A plan that lost a reason no longer
-- has the digest that was logged.
CREATE FUNCTION blank_draw() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone text[] := redacted_text(nullif(current_setting('yinuo.redaction', true), '')::bigint);
BEGIN
  UPDATE draw SET plan = blanked(plan, gone), result = blanked(result, gone),
    ended_reason = blanked_text(ended_reason, gone) WHERE code = NEW.draw;
  RETURN NULL;
END
$$;
CREATE TRIGGER draw_changes_with_its_history AFTER UPDATE ON history
  FOR EACH ROW WHEN (NEW.draw IS NOT NULL) EXECUTE FUNCTION blank_draw();
