-- The attempts of a run, many in a row of this table: written one by one they took longer than sending did.
CREATE TABLE IF NOT EXISTS attempt_page (
  first_id BIGINT PRIMARY KEY,
  last_id BIGINT NOT NULL,
  first_event BIGINT NOT NULL,          -- the lowest of the events that the attempts are of
  last_event BIGINT NOT NULL,
  outcomes VARBINARY(1048576) NOT NULL  -- what each came to, in short
);
CREATE TABLE IF NOT EXISTS attempt_page_content (
  first_id BIGINT PRIMARY KEY,
  attempts VARBINARY(1048576) NOT NULL
);
