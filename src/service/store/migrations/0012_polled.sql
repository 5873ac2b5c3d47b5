-- In which formats and codings a feed is polled: what nobody asks for is not made.
CREATE TABLE polled (
  feed TEXT NOT NULL,
  format TEXT NOT NULL,
  coding TEXT NOT NULL,
  at INTEGER NOT NULL, -- milliseconds; the last time, give or take some hours
  PRIMARY KEY (feed, format, coding)
) WITHOUT ROWID;
