-- Sources whose events are being judged again, so that it is taken up after a crash.
CREATE TABLE IF NOT EXISTS rejudging (
  source INT PRIMARY KEY,
  change BIGINT NOT NULL,               -- tells one change of the source from a later one
  reached BIGINT NOT NULL               -- events with ids up to this one are judged
);
