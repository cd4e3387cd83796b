-- What the senders of events really got. An event without a row was captured before this was kept, or its reply is on its way.
CREATE TABLE IF NOT EXISTS answer (
  event BIGINT PRIMARY KEY,
  outcome TINYINT NOT NULL,             -- code of Answer.Outcome
  answered SMALLINT NOT NULL,           -- the status; 0 where none was sent
  micros BIGINT,                        -- from the request's last byte to the reply; null while that is to come
  handshake TINYINT NOT NULL            -- code of Answer.Handshake
);
