-- The signed checkpoints as witnesses have cosigned them: what is published, and what receipts carry.

-- Beside log_checkpoint, which nobody changes: more witnesses may answer later.
CREATE TABLE log_cosigned (
  number bigint PRIMARY KEY REFERENCES log_checkpoint (number),
  note text NOT NULL CHECK (char_length(note) <= 100000),
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER log_cosigned_is_told AFTER INSERT OR UPDATE ON log_cosigned
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_checkpoint();
