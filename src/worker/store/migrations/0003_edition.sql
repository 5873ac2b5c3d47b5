CREATE TABLE edition (
  feed TEXT NOT NULL,
  number INTEGER NOT NULL,
  published_at INTEGER NOT NULL, -- milliseconds
  entries INTEGER NOT NULL,
  -- The oldest article in it, by the time of its update in milliseconds and its id.
  oldest_updated INTEGER,
  oldest_id TEXT,
  -- Each format's validators, as JSON: {"rss": {"etag": …, "modified": milliseconds}, …}. A format whose bytes did not
  -- change keeps those of the edition before.
  validators TEXT NOT NULL,
  -- What stood in it, as JSON: [[entry id, content hash], …]. NULL once no delta starts from it any more.
  manifest TEXT,
  PRIMARY KEY (feed, number)
) WITHOUT ROWID;

-- The documents of the current edition and the one before: each as text and, compressed once, as base64, for D1 returns a
-- BLOB as an array of numbers. In parts, for a row holds 2 MB.
CREATE TABLE document (
  feed TEXT NOT NULL,
  edition INTEGER NOT NULL,
  format TEXT NOT NULL,
  coding TEXT NOT NULL,
  part INTEGER NOT NULL,
  body TEXT NOT NULL,
  -- Where the entries stand in the text, as JSON: [[start, end], …]. On the first part of the identity coding.
  spans TEXT,
  PRIMARY KEY (feed, edition, format, coding, part)
);
