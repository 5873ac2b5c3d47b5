CREATE TABLE edition (
  feed TEXT NOT NULL,
  number INTEGER NOT NULL,
  published_at INTEGER NOT NULL, -- milliseconds; whole seconds are Last-Modified
  entries INTEGER NOT NULL,
  PRIMARY KEY (feed, number)
) WITHOUT ROWID;

-- The documents of the current edition and the one before. Text in parts, for a D1 row holds 2 MB.
CREATE TABLE document (
  feed TEXT NOT NULL,
  edition INTEGER NOT NULL,
  format TEXT NOT NULL,
  part INTEGER NOT NULL,
  etag TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (feed, edition, format, part)
);
