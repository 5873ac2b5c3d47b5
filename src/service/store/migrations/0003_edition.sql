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
  -- What stood in it, as JSON: [[entry id, content hash, article id, revision], …]. NULL once no delta starts from it any more.
  manifest TEXT,
  -- Entry ids, as JSON: {"added": […], "changed": […], "removed": […]}, against the edition before.
  changes TEXT NOT NULL,
  PRIMARY KEY (feed, number)
) WITHOUT ROWID;

CREATE INDEX edition_published ON edition (published_at);

-- In which editions of a feed a revision of an article stood; `last_edition` is NULL while it does.
CREATE TABLE served (
  article_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  feed TEXT NOT NULL,
  first_edition INTEGER NOT NULL,
  first_at INTEGER NOT NULL, -- milliseconds
  last_edition INTEGER,
  last_at INTEGER,           -- milliseconds; when an edition without it was published
  PRIMARY KEY (article_id, revision, feed, first_edition)
) WITHOUT ROWID;
CREATE INDEX served_ended ON served (last_at) WHERE last_at IS NOT NULL;

-- Compositions that were kept back, and why.
CREATE TABLE refusal (
  feed TEXT NOT NULL,
  at INTEGER NOT NULL, -- milliseconds
  edition INTEGER NOT NULL, -- the one that stayed current
  discrepancies TEXT NOT NULL, -- JSON
  PRIMARY KEY (feed, at)
) WITHOUT ROWID;
CREATE INDEX refusal_at ON refusal (at);

-- The documents of the current edition: each as text and, compressed once, as base64, for D1 returns a
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
