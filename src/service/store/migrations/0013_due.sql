-- When the publisher has to look at a feed next, in milliseconds; NULL: as far as is known, never.
ALTER TABLE feed ADD COLUMN due_at INTEGER;
-- 1: a story has to come out of it. Such feeds go before all others.
ALTER TABLE feed ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
UPDATE feed SET due_at = 0;

CREATE INDEX feed_due ON feed (urgent, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX feed_swept ON feed (swept_at);

-- The definitions that were taken up last, as a hash: only others are compared feed by feed. One row.
CREATE TABLE taken_up (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  definitions TEXT NOT NULL
);
