-- What tables show of an event. Narrow, so that a million rows can be looked through quickly.
CREATE TABLE IF NOT EXISTS event (
  id BIGINT PRIMARY KEY,
  received_at BIGINT NOT NULL,          -- microseconds since 1970, UTC
  source INT NOT NULL,
  provider VARCHAR(200) NOT NULL,
  method VARCHAR(1000) NOT NULL,
  target VARCHAR(1000000) NOT NULL,
  remote VARCHAR(200) NOT NULL,
  type VARCHAR(1000),
  items INT NOT NULL,
  event_key VARCHAR(1000),
  attempt INT NOT NULL,
  verdict TINYINT NOT NULL,             -- code of Verdict.Outcome
  reason VARCHAR(10000) NOT NULL,
  status SMALLINT NOT NULL,
  body_bytes BIGINT NOT NULL,
  body_sha256 BINARY(32) NOT NULL
);
CREATE INDEX IF NOT EXISTS event_by_source ON event (source, id);
CREATE INDEX IF NOT EXISTS event_by_verdict ON event (verdict, id);
CREATE INDEX IF NOT EXISTS event_by_type ON event (type, id);
CREATE INDEX IF NOT EXISTS event_by_key ON event (source, event_key, attempt);

-- The bytes of an event: its head, and its body up to 1 MiB.
CREATE TABLE IF NOT EXISTS content (
  event BIGINT PRIMARY KEY,
  head VARBINARY(1048576) NOT NULL,
  body VARBINARY(1048576) NOT NULL
);

-- What a body has beyond its first MiB, in pieces of 1 MiB, numbered from 1.
CREATE TABLE IF NOT EXISTS body_part (
  event BIGINT NOT NULL,
  part INT NOT NULL,
  bytes VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (event, part)
);

-- Events counted by source and verdict, kept up by the transactions that add them.
CREATE TABLE IF NOT EXISTS tally (
  source INT NOT NULL,
  verdict TINYINT NOT NULL,
  events BIGINT NOT NULL,
  bytes BIGINT NOT NULL,
  PRIMARY KEY (source, verdict)
);

-- Requests that never became an event.
CREATE TABLE IF NOT EXISTS rejection (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rejected_at BIGINT NOT NULL,
  remote VARCHAR(200) NOT NULL,
  reason VARCHAR(100) NOT NULL,
  detail VARCHAR(10000) NOT NULL
);
CREATE INDEX IF NOT EXISTS rejection_by_reason ON rejection (reason);
