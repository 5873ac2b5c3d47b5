-- A partner's own page: who has opened it with a key.
CREATE TABLE partner_session (
  hash TEXT PRIMARY KEY,      -- SHA-256 of the cookie, hexadecimal
  key_id TEXT NOT NULL REFERENCES partner_key (id),
  ends_at INTEGER NOT NULL    -- milliseconds
) WITHOUT ROWID;
CREATE INDEX partner_session_ends ON partner_session (ends_at);

-- The last polls of each partner that were refused, a few of each.
CREATE TABLE partner_error (
  id INTEGER PRIMARY KEY,
  partner TEXT NOT NULL,
  at INTEGER NOT NULL,        -- milliseconds
  key_id TEXT NOT NULL,
  status INTEGER NOT NULL,    -- 401, 403, 429, …
  path TEXT NOT NULL          -- without a query: a key may stand in it
);
CREATE INDEX partner_error_partner ON partner_error (partner, id);
