-- What a person wrote beside events.
CREATE TABLE IF NOT EXISTS event_mark (
  event BIGINT PRIMARY KEY,
  colour TINYINT,                       -- code of Colour; null for none
  note VARCHAR(100000) DEFAULT '' NOT NULL
);
CREATE TABLE IF NOT EXISTS event_tag (
  event BIGINT NOT NULL,
  tag VARCHAR(100) NOT NULL,
  PRIMARY KEY (event, tag)
);
CREATE INDEX IF NOT EXISTS event_tag_by_tag ON event_tag (tag, event);
