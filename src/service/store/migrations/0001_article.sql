-- One row an article; its content stands in its current revision.
CREATE TABLE article (
  id TEXT PRIMARY KEY,
  -- Minted or taken from an old feed's guid when the article is first stored, and never changed.
  entry_id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  -- What outlives every revision: when it was first published, when readers should last have looked again, in milliseconds,
  -- and whether they may have seen it at all.
  published INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  public INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE revision (
  article_id TEXT NOT NULL REFERENCES article (id),
  revision INTEGER NOT NULL,
  stored_at INTEGER NOT NULL, -- milliseconds
  body TEXT NOT NULL,         -- the article as JSON
  updated INTEGER NOT NULL,   -- what it made of the article's
  superseded_at INTEGER,      -- milliseconds; NULL: it is the current one
  PRIMARY KEY (article_id, revision)
);
CREATE INDEX revision_superseded ON revision (superseded_at) WHERE superseded_at IS NOT NULL;
