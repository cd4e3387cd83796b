-- How far each source's events have been passed on to its target, so that a restart goes on there.
CREATE TABLE IF NOT EXISTS forwarding (
  source INT PRIMARY KEY,
  reached BIGINT NOT NULL               -- events with ids up to this one were sent, or stand in forward_retry
);

-- Events that were sent to a target without success, and are to be sent again.
CREATE TABLE IF NOT EXISTS forward_retry (
  event BIGINT PRIMARY KEY,
  source INT NOT NULL,
  last_attempt BIGINT NOT NULL,         -- the attempt that comes before the next
  first_at BIGINT NOT NULL,             -- microseconds since 1970, UTC
  due_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS forward_retry_by_due ON forward_retry (source, due_at);
