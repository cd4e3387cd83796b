-- Whether an event came over HTTPS; some signatures cover the URL.
ALTER TABLE event ADD COLUMN IF NOT EXISTS secure BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE deleted_event ADD COLUMN IF NOT EXISTS secure BOOLEAN DEFAULT FALSE NOT NULL;

-- Keys are looked up by a number: an index of their text was a third of the file. Who looks one up compares the text as well.
ALTER TABLE event ADD COLUMN IF NOT EXISTS key_hash BIGINT GENERATED ALWAYS AS (ORA_HASH(event_key));
DROP INDEX IF EXISTS event_by_key;
CREATE INDEX IF NOT EXISTS event_by_key_hash ON event (key_hash, attempt);

-- From here on the pieces of a body are of 256 KiB, the first one in content as well. Older ones stay as they are.
