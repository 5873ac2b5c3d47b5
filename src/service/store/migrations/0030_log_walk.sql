-- Where sweeps are in the old deeds: the last one looked at those behind the one place, and the next goes on behind the other. Most stay as
-- long as what they were done to, so it comes round again. One row.
CREATE TABLE log_walk (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  after_at INTEGER NOT NULL, -- milliseconds
  after_id INTEGER NOT NULL, -- 0: from the first
  next_at INTEGER NOT NULL,
  next_id INTEGER NOT NULL
) STRICT;
INSERT INTO log_walk (one, after_at, after_id, next_at, next_id) VALUES (1, 0, 0, 0, 0);
