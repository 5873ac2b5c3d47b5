-- One row an article; its content stands in its current revision.
CREATE TABLE article (
  id TEXT PRIMARY KEY,
  -- Minted or taken from an old feed's guid when the article is first stored, and never changed.
  entry_id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL
);

CREATE TABLE revision (
  article_id TEXT NOT NULL REFERENCES article (id),
  revision INTEGER NOT NULL,
  stored_at INTEGER NOT NULL, -- milliseconds
  body TEXT NOT NULL,         -- the article as JSON
  PRIMARY KEY (article_id, revision)
);
