-- What each product polled, by document and day: no address, no User-Agent. Additive.
CREATE TABLE audience (
  day TEXT NOT NULL, -- UTC, YYYY-MM-DD
  feed TEXT NOT NULL,
  format TEXT NOT NULL,
  product TEXT NOT NULL,
  polls_200 INTEGER NOT NULL,
  polls_226 INTEGER NOT NULL,
  polls_304 INTEGER NOT NULL,
  polls_other INTEGER NOT NULL,
  bytes_sent INTEGER NOT NULL,
  bytes_saved INTEGER NOT NULL,
  PRIMARY KEY (day, feed, format, product)
) WITHOUT ROWID;

-- How many read through an aggregator: the latest of a day.
CREATE TABLE audience_report (
  day TEXT NOT NULL,
  feed TEXT NOT NULL,
  format TEXT NOT NULL,
  product TEXT NOT NULL,
  source TEXT NOT NULL,         -- hash of the aggregator's own id of the feed
  subscribers INTEGER NOT NULL,
  reported_at INTEGER NOT NULL, -- milliseconds
  PRIMARY KEY (day, feed, format, product, source)
) WITHOUT ROWID;

-- The batches that are in: one whose answer was lost is sent again, and must not count twice.
CREATE TABLE audience_batch (
  day TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (day, id)
) WITHOUT ROWID;
