-- What may stand in the cache in front still, though something else has taken its place: one row an edition of a feed, or version of a page
-- of its archive.
CREATE TABLE purge (
  feed TEXT NOT NULL,
  page INTEGER NOT NULL,     -- of its archive; 0: its edition
  number INTEGER NOT NULL,   -- of the edition or version that took its place
  at INTEGER NOT NULL,       -- when it became current; milliseconds
  composed INTEGER NOT NULL, -- the feed's or page's count of changes that it was composed of
  urgent INTEGER NOT NULL,   -- 1: a story was taken back with it
  due_at INTEGER,            -- when a purge is to be sent, in milliseconds; NULL: none is, or not any more
  out_at INTEGER,            -- when the purge was granted after which no copy comes any more; NULL: copies end by their age
  PRIMARY KEY (feed, page, number)
) WITHOUT ROWID;
CREATE INDEX purge_due ON purge (urgent, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX purge_at ON purge (at);

-- How many purges may be sent. One row.
CREATE TABLE purge_budget (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  tokens REAL NOT NULL,
  at INTEGER NOT NULL,            -- when there were so many; milliseconds
  sending_until INTEGER NOT NULL, -- somebody is at it, until then at most; milliseconds
  granted INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  refused_at INTEGER              -- the last time; milliseconds
);
INSERT INTO purge_budget (id, tokens, at, sending_until, granted, refused) VALUES (1, 25, 0, 0, 0, 0);

-- Where a revision that took a story back found it: in feeds, and on pages of their archives.
CREATE TABLE taken_back (
  article_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  feed TEXT NOT NULL,
  page INTEGER NOT NULL,    -- 0: in the feed's edition
  number INTEGER NOT NULL,  -- of the edition or version that was current
  changed INTEGER NOT NULL, -- the feed's or page's count of changes with it: composed of so many, it has the story no more
  at INTEGER NOT NULL,      -- milliseconds
  PRIMARY KEY (article_id, revision, feed, page)
) WITHOUT ROWID;
CREATE INDEX taken_back_place ON taken_back (feed, page, changed);
CREATE INDEX taken_back_at ON taken_back (at);
