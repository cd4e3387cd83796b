-- Null where the body that was sent is that of the event, which is kept as long as its attempts are.
ALTER TABLE attempt ALTER COLUMN body DROP NOT NULL;

-- Bodies up to this length stand in their row: beside it, each takes ten times as long to write.
SET MAX_LENGTH_INPLACE_LOB 8192;
