-- Sessions at the desk that were ended before their time: nobody who copied their cookie gets in with it.
CREATE TABLE ended_session (
  id TEXT PRIMARY KEY,
  ends_at INTEGER NOT NULL -- when it would have ended by itself, in milliseconds
) WITHOUT ROWID;
CREATE INDEX ended_session_ends ON ended_session (ends_at);
