-- What lists of articles are made from: one row an article, written with its revision. Times are milliseconds.
CREATE TABLE listing (
  n INTEGER PRIMARY KEY,         -- the rowid of its row in `article`, and of that in `words`
  article_id TEXT NOT NULL,
  revision INTEGER NOT NULL,     -- the one that all here was taken from
  status TEXT NOT NULL,
  stored INTEGER NOT NULL,
  published INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  visible_from INTEGER,          -- NULL: it is not to be seen at all
  visible_until INTEGER,         -- NULL: for ever
  terms TEXT NOT NULL            -- its rows in `listing_term`, as JSON: [[kind, key, label], …]
) STRICT;
CREATE INDEX listing_stored ON listing (stored);
CREATE INDEX listing_published ON listing (published);
CREATE INDEX listing_updated ON listing (updated);
CREATE INDEX listing_from ON listing (visible_from) WHERE visible_from IS NOT NULL;
CREATE INDEX listing_until ON listing (visible_until) WHERE visible_until IS NOT NULL;

-- What articles are found by: section, tag and author, a status that is not usable, and that partners may not have all of it.
CREATE TABLE listing_term (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,             -- without regard to case
  n INTEGER NOT NULL,
  label TEXT NOT NULL,           -- as the article has it
  PRIMARY KEY (kind, key, n)
) STRICT, WITHOUT ROWID;

-- The words of current revisions. The text itself is not stored again. D1 exports no store with a virtual table in it: `npm run export`
-- and a backup of one machine's store do.
CREATE VIRTUAL TABLE words USING fts5 (
  title, summary, text,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
-- A save adds a segment of its own, and merges none: the sweep does. Without sweeps, so many are merged at once.
INSERT INTO words (words, rank) VALUES ('automerge', 0);
INSERT INTO words (words, rank) VALUES ('crisismerge', 64);

-- How far the lists have been filled with what was stored before they were there: up to this rowid of `article`. One row.
CREATE TABLE listing_fill (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  after INTEGER NOT NULL
) STRICT;
INSERT INTO listing_fill (one, after) VALUES (1, 0);

-- What a partner has not picked up yet: the changes of its feeds after the edition that it has.
CREATE INDEX carried_feed ON carried (feed, edition);
