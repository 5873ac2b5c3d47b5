-- Who did what, and when. Rows are added, never changed, and go only when they are as old as former revisions that go (400 days).
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,           -- milliseconds
  actor_kind TEXT NOT NULL,      -- person, key, source or service
  actor TEXT NOT NULL,           -- its id
  actor_name TEXT NOT NULL,      -- what it was called then
  action TEXT NOT NULL,          -- article.changed, partner.created, …
  subject_kind TEXT NOT NULL,    -- article, partner, key, person, feed, source, …
  subject TEXT NOT NULL,         -- its id
  detail TEXT                    -- what else is to be known, as JSON
);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_subject ON audit (subject_kind, subject, id);
CREATE INDEX audit_actor ON audit (actor_kind, actor, id);
CREATE INDEX audit_action ON audit (action, id);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the log is not changed');
END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit WHEN old.at > (unixepoch() - 400 * 86400) * 1000 BEGIN
  SELECT RAISE(ABORT, 'the log is kept');
END;
