-- Files that were uploaded. Their bytes are where the home keeps files, by the same name.
CREATE TABLE file (
  name TEXT PRIMARY KEY,        -- what is in it, by SHA-256, and its kind: 9f86….jpg
  type TEXT NOT NULL,           -- its media type
  length INTEGER NOT NULL,      -- bytes
  width INTEGER,                -- pixels, of a picture, as it is shown
  height INTEGER,
  duration REAL,                -- seconds, of sound
  called TEXT,                  -- what its sender calls it
  uploaded_at INTEGER NOT NULL, -- milliseconds: the first time
  uploaded_by TEXT NOT NULL     -- who did, as the log has it
) WITHOUT ROWID;
CREATE INDEX file_uploaded ON file (uploaded_at);
