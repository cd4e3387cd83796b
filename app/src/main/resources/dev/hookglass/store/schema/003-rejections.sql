-- What a rejected request began with.
ALTER TABLE rejection ADD COLUMN IF NOT EXISTS first_bytes VARBINARY(256) DEFAULT X'' NOT NULL;

-- All rejections counted by reason, kept up by the transactions that add them; the table of rejections keeps the newest only.
CREATE TABLE IF NOT EXISTS rejection_tally (
  reason VARCHAR(100) PRIMARY KEY,
  rejections BIGINT NOT NULL
);
MERGE INTO rejection_tally (reason, rejections) KEY (reason) SELECT reason, COUNT(*) FROM rejection GROUP BY reason;
DROP INDEX IF EXISTS rejection_by_reason;
