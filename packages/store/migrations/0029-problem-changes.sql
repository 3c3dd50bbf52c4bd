-- A problem's wording is amended and its task given to another body, in public; whoever once owned it never confirms it.

DO $$
DECLARE
  verbs text[];
BEGIN
  SELECT array_agg(piece[1]) INTO verbs FROM pg_constraint,
    LATERAL regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''', 'g') AS piece
    WHERE conrelid = 'history'::regclass AND conname = 'history_verb_check';
  verbs := verbs || ARRAY['problem.amended', 'problem.moved'];
  ALTER TABLE history DROP CONSTRAINT history_verb_check;
  EXECUTE format('ALTER TABLE history ADD CONSTRAINT history_verb_check CHECK (verb IN (%s))',
    (SELECT string_agg(quote_literal(verb), ', ') FROM unnest(verbs) AS verb));
END
$$;

ALTER TABLE problem ADD COLUMN former_owners text[] NOT NULL DEFAULT '{}';
DO $$
DECLARE
  old name;
BEGIN
  SELECT conname INTO STRICT old FROM pg_constraint WHERE conrelid = 'problem'::regclass
    AND pg_get_constraintdef(oid) LIKE '%reported_by = owner%';
  EXECUTE format('ALTER TABLE problem DROP CONSTRAINT %I', old);
END
$$;
ALTER TABLE problem
  ADD CHECK ((origin = 'selfReport') = (reported_by = owner OR reported_by = ANY (former_owners))),
  ADD CHECK (checked_body <> ALL (former_owners)),
  ADD CHECK (listing_authority <> ALL (former_owners));
