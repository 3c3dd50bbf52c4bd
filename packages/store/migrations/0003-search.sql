-- Search that finds Chinese words of two characters by an index: every text is kept as its characters and pairs of them.

-- One spelling for what a reader sees as one: full-width letters, ligatures, upper case.
CREATE FUNCTION search_fold(said text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(normalize(said, NFKC));

-- The characters that separate words; they are never part of a term.
CREATE FUNCTION search_terms(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
  WITH letters AS (
    SELECT letter, lead(letter) OVER (ORDER BY position) AS following
    FROM string_to_table(folded, NULL) WITH ORDINALITY AS split (letter, position)
  ), terms AS (
    SELECT letter AS term FROM letters
    UNION
    SELECT letter || following FROM letters WHERE following !~ '[\s!-/:-@\[-`{-~、。，；：？！（）《》「」『』“”‘’…—·]'
  )
  SELECT coalesce(array_agg(term), '{}') FROM terms
  WHERE term !~ '[\s!-/:-@\[-`{-~、。，；：？！（）《》「」『』“”‘’…—·]';
END;

-- What must be among the terms of a text that contains the words: their pairs, or the character of a word of one.
CREATE FUNCTION search_needles(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
  WITH needles AS (
    SELECT term FROM unnest(search_terms(folded)) AS term WHERE char_length(term) = 2
    UNION
    SELECT word FROM regexp_split_to_table(folded, '[\s!-/:-@\[-`{-~、。，；：？！（）《》「」『』“”‘’…—·]+') AS word
    WHERE char_length(word) = 1
  )
  SELECT coalesce(array_agg(term), '{}') FROM needles;
END;

ALTER TABLE commitment ADD COLUMN search_text text GENERATED ALWAYS AS (search_fold(
  code || ' ' || title || ' ' || coalesce(title_en, '') || ' ' || coalesce(promise, '') || ' '
  || coalesce(promise_en, '') || ' ' || coalesce(beneficiaries, '') || ' ' || coalesce(beneficiaries_en, '')
)) STORED;
ALTER TABLE commitment ADD COLUMN search_terms text[] GENERATED ALWAYS AS (search_terms(search_fold(
  code || ' ' || title || ' ' || coalesce(title_en, '') || ' ' || coalesce(promise, '') || ' '
  || coalesce(promise_en, '') || ' ' || coalesce(beneficiaries, '') || ' ' || coalesce(beneficiaries_en, '')
))) STORED;
CREATE INDEX commitment_search ON commitment USING gin (search_terms);
