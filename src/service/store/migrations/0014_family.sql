-- A feed of a family is of one value. It has its row from the first story with the value on.
ALTER TABLE feed ADD COLUMN family TEXT;
-- The value: spellings that differ in case have one. NULL with the family.
ALTER TABLE feed ADD COLUMN value TEXT;
-- As stories have it, as JSON: one label for each facet of the family.
ALTER TABLE feed ADD COLUMN labels TEXT;
-- 1: nobody polls it. It has its editions' history, and no documents.
ALTER TABLE feed ADD COLUMN asleep INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN awake_until INTEGER; -- milliseconds; NULL: for ever, or asleep
ALTER TABLE feed ADD COLUMN woken_at INTEGER;    -- milliseconds; when somebody last began to wake it

CREATE UNIQUE INDEX feed_value ON feed (family, value) WHERE family IS NOT NULL;
CREATE INDEX feed_awake ON feed (awake_until) WHERE awake_until IS NOT NULL;
CREATE INDEX feed_woken ON feed (woken_at) WHERE woken_at IS NOT NULL;

-- Definitions of families. One that is defined no more stays until its feeds are gone.
CREATE TABLE family (
  path TEXT PRIMARY KEY, -- what its feeds' slugs begin with
  -- What the definition said when it was last taken up.
  selection TEXT NOT NULL,
  presentation TEXT NOT NULL,
  -- Where re-selection goes on, as an article id; NULL when every membership is right.
  reselect_after TEXT
) WITHOUT ROWID;
CREATE INDEX family_reselect ON family (path) WHERE reselect_after IS NOT NULL;
