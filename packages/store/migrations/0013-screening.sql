-- Whether the text inside an evidence file was read for personal data, or a person has to look at it.

ALTER TABLE evidence ADD COLUMN screening text NOT NULL DEFAULT 'unread'
  CHECK (screening IN ('picture', 'read', 'byEye', 'unread'));
ALTER TABLE evidence ALTER COLUMN screening DROP DEFAULT;
