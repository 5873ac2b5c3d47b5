-- Stories that are being written at the desk: what the form held when it was last saved. A row goes when its story is stored, or
-- when it is discarded.
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL,       -- the article that it changes; that of a new story has the draft's own id
  base_revision INTEGER NOT NULL, -- the revision that it started from; 0: a new story
  actor_kind TEXT NOT NULL,       -- who writes it
  actor TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  state TEXT NOT NULL,            -- open, or waiting for an editor
  note TEXT,                      -- what an editor said who handed it back
  version INTEGER NOT NULL,       -- counted from 1, one more with every save
  fields TEXT NOT NULL,           -- the form's fields by their names, as JSON
  title TEXT NOT NULL,            -- for lists; may be empty
  started_at INTEGER NOT NULL,    -- milliseconds
  updated_at INTEGER NOT NULL     -- milliseconds
);
-- One draft of an article a person.
CREATE UNIQUE INDEX draft_of ON draft (article_id, actor_kind, actor);
CREATE INDEX draft_by ON draft (actor_kind, actor, updated_at);
CREATE INDEX draft_updated ON draft (updated_at);
CREATE INDEX draft_waiting ON draft (updated_at) WHERE state = 'waiting';
