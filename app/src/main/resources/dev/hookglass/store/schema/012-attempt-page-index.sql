-- Where the attempts of an event are: to look through the pages themselves took longer with each run.
CREATE INDEX IF NOT EXISTS attempt_page_events ON attempt_page (first_id, first_event, last_event);
