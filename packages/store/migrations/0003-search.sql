-- Search that finds Chinese words of two characters by an index: every text is kept as its characters and pairs of them.

-- Both are written by src/search.ts with every save: a generated column took 0.4 ms a row, 4 s of an import.
-- The words as they are compared: NFKC, lower case.
ALTER TABLE commitment ADD COLUMN search_text text NOT NULL;
-- Its characters and pairs of neighbouring characters.
ALTER TABLE commitment ADD COLUMN search_terms text[] NOT NULL;
CREATE INDEX commitment_search ON commitment USING gin (search_terms);

-- A list reads titles and dates of many rows, so the long texts are kept beside the rows and not in them.
ALTER TABLE commitment SET (toast_tuple_target = 512);
ALTER TABLE commitment ALTER COLUMN title SET STORAGE PLAIN, ALTER COLUMN title_en SET STORAGE PLAIN;
