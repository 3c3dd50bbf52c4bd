-- The log goes on after an old backup was restored: entries that nobody signed make room for those that were published.

-- A row from the restore of a backup until the database is known to be as far as the published log.
CREATE TABLE log_restored (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  since timestamptz NOT NULL DEFAULT now()
);

DROP TRIGGER log_entry_is_append_only ON log_entry;
CREATE TRIGGER log_entry_is_append_only BEFORE UPDATE OR TRUNCATE ON log_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();
DROP TRIGGER log_opening_is_kept ON log_opening;
CREATE TRIGGER log_opening_is_kept BEFORE TRUNCATE ON log_opening
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();

-- What no checkpoint covers was promised to nobody; it goes in one way alone, and is logged again afterwards.
CREATE FUNCTION refuse_taking_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.index >= coalesce(nullif(current_setting('yinuo.forget_leaves_from', true), '')::bigint, OLD.index + 1)
    AND OLD.index >= coalesce((SELECT max(size) FROM log_checkpoint), 0)
  THEN RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER log_entry_is_not_taken_back BEFORE DELETE ON log_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_taking_back();
CREATE TRIGGER log_opening_is_not_taken_back BEFORE DELETE ON log_opening
  FOR EACH ROW EXECUTE FUNCTION refuse_taking_back();

CREATE FUNCTION forget_unsigned_leaves(first bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM set_config('yinuo.forget_leaves_from', first::text, true);
  DELETE FROM redaction WHERE target >= first AND applied_at IS NULL;
  DELETE FROM log_opening WHERE index >= first;
  DELETE FROM log_entry WHERE index >= first;
  PERFORM set_config('yinuo.forget_leaves_from', '', true);
END
$$;
