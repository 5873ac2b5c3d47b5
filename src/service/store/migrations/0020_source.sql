-- Where articles come from that stay in another system (feeds/sources.ts). Times are milliseconds.
CREATE TABLE source (
  name TEXT PRIMARY KEY,
  -- What decides what is read of it, as JSON: where that changes, it is read anew.
  definition TEXT NOT NULL,
  -- Nobody asks two sources of one host at a time. Empty: it is never asked.
  host TEXT NOT NULL,
  -- When it is to be asked next; null: never.
  due_at INTEGER,
  -- Until then nobody else asks it, or another source of its host.
  claimed_until INTEGER NOT NULL DEFAULT 0,
  asked_at INTEGER,
  succeeded_at INTEGER,
  -- Failures since the last success, the last one's reason, and when it was.
  failures INTEGER NOT NULL DEFAULT 0,
  fault TEXT,
  failed_at INTEGER,
  -- The validators of the document that was last taken in whole.
  etag TEXT,
  last_modified TEXT,
  -- RFC 3339: what was changed before has been taken in. Null: nothing has.
  since TEXT,
  -- When all that stands at the site was last compared with what is known, and by how many more there were then.
  compared_at INTEGER,
  surplus INTEGER,
  -- Where it says that it has moved for good (301), and when it said that it has ended (410).
  moved_to TEXT,
  gone_at INTEGER,
  -- What it has brought in all.
  created INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  taken_back INTEGER NOT NULL DEFAULT 0,
  -- The last time that it brought something: {at, created, changed, taken_back} as JSON.
  brought TEXT
) STRICT;

CREATE INDEX source_due ON source (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX source_claimed ON source (host, claimed_until);
CREATE INDEX source_failing ON source (name) WHERE failures > 0;

-- What came from a source: an article has one.
CREATE TABLE source_item (
  article_id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  -- By what the source knows it: the entry's id there, and its address.
  item TEXT NOT NULL,
  url TEXT NOT NULL,
  -- What it last said: usable, withheld or canceled, and the hash of the words. Empty: nothing was taken in, yet.
  said TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '',
  -- When it said so.
  said_at INTEGER NOT NULL DEFAULT 0,
  -- Since when its words have been kept out, because an editor has changed the article here; null: they are not.
  kept_out_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX source_item_named ON source_item (source, item);
CREATE INDEX source_item_at ON source_item (source, url);
CREATE INDEX source_item_shown ON source_item (source) WHERE said = 'usable';
CREATE INDEX source_item_kept_out ON source_item (source, kept_out_at) WHERE kept_out_at IS NOT NULL;

-- What a source has that was not taken in, by what it is called there, and why.
CREATE TABLE source_refusal (
  source TEXT NOT NULL,
  item TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (source, item)
) STRICT, WITHOUT ROWID;

CREATE INDEX source_refusal_latest ON source_refusal (source, at);
