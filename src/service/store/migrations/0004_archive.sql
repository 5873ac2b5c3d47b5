-- One row a page of a feed's archive (RFC 5005 §4), counted from 1, the oldest first.
CREATE TABLE archive (
  feed TEXT NOT NULL,
  page INTEGER NOT NULL,
  -- The page is stale while `changed` is ahead of `composed`.
  changed INTEGER NOT NULL DEFAULT 1,
  composed INTEGER NOT NULL DEFAULT 0,
  -- Grows with every change of its bytes; 0: not yet composed.
  version INTEGER NOT NULL DEFAULT 0,
  -- Each format's, as JSON: {"rss": {"etag": …, "modified": milliseconds}, …}.
  validators TEXT,
  -- Why the last composition was refused, as JSON; NULL when it was not.
  refusal TEXT,
  PRIMARY KEY (feed, page)
);
CREATE INDEX archive_unpublished ON archive (feed, page) WHERE version = 0;
CREATE INDEX archive_stale ON archive (feed, page) WHERE changed > composed;

-- Compressed only: archives are many, and asked for seldom.
CREATE TABLE archive_document (
  feed TEXT NOT NULL,
  page INTEGER NOT NULL,
  version INTEGER NOT NULL,
  format TEXT NOT NULL,
  part INTEGER NOT NULL,
  body TEXT NOT NULL, -- base64 of gzip
  PRIMARY KEY (feed, page, version, format, part)
);
