-- Events that a person wants to keep: they are passed over when old events go.
CREATE TABLE IF NOT EXISTS pin (event BIGINT PRIMARY KEY);

-- Events that were deleted and can still be brought back; their content is where it was. A column that is added to event is
-- added here as well.
CREATE TABLE IF NOT EXISTS deleted_event AS SELECT CAST(0 AS BIGINT) AS deletion, event.* FROM event WHERE FALSE;
CREATE INDEX IF NOT EXISTS deleted_event_by_deletion ON deleted_event (deletion, id);
CREATE INDEX IF NOT EXISTS deleted_event_by_id ON deleted_event (id);

-- Numbers that are kept: “last event” is the highest id that was given to an event that is gone, “tried” is written to find
-- out whether the disk takes it.
CREATE TABLE IF NOT EXISTS mark (
  name VARCHAR(100) PRIMARY KEY,
  number BIGINT NOT NULL
);
