-- HTTP exchanges with targets. Attempts of one delivery share its number, which is the id of its first attempt.
CREATE TABLE IF NOT EXISTS attempt (
  id BIGINT PRIMARY KEY,
  delivery BIGINT NOT NULL,
  number INT NOT NULL,
  started_at BIGINT NOT NULL,           -- microseconds since 1970, UTC
  event BIGINT,
  method VARCHAR(1000) NOT NULL,
  url VARCHAR(1000000) NOT NULL,
  headers VARBINARY(1048576) NOT NULL,
  body BLOB NOT NULL,
  nanos BIGINT NOT NULL,
  failure VARCHAR(10000),               -- null where the target answered
  status SMALLINT,
  reason_phrase VARCHAR(10000),
  response_headers VARBINARY(1048576),
  response_body BLOB,
  response_truncated BOOLEAN
);
CREATE INDEX IF NOT EXISTS attempt_by_event ON attempt (event, id);
