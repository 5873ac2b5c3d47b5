-- Reports on documents that were proofread, for whoever has a report's address. Times are milliseconds.
CREATE TABLE proofread_report (
  -- The report's address: of the bytes, and of where they came from.
  hash TEXT PRIMARY KEY,
  -- Where they came from; NULL: they were pasted or sent.
  url TEXT,
  at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- How many errors it tells of.
  errors INTEGER NOT NULL,
  -- 1: only strangers had it made, and it gives way to theirs that are newer.
  by_stranger INTEGER NOT NULL,
  -- The report as JSON; NULL: its time is over, and no more is known of it than that.
  body TEXT
) STRICT;

CREATE INDEX proofread_report_of ON proofread_report (url, at) WHERE url IS NOT NULL;
CREATE INDEX proofread_report_over ON proofread_report (expires_at) WHERE body IS NOT NULL;
CREATE INDEX proofread_report_at ON proofread_report (at);
CREATE INDEX proofread_report_by_strangers ON proofread_report (at) WHERE by_stranger = 1;

-- Each time that a URL was proofread, as much of its document as later ones are compared with, as JSON.
CREATE TABLE proofread_poll (
  url TEXT NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (url, at)
) STRICT, WITHOUT ROWID;

CREATE INDEX proofread_poll_at ON proofread_poll (at);
