-- Organisations that poll with keys of their own.
CREATE TABLE partner (
  slug TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'active', -- or 'suspended'
  key_in_url INTEGER NOT NULL DEFAULT 0,
  requests_per_minute INTEGER NOT NULL,
  bytes_per_day INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE partner_key (
  -- The part of the key that may be seen.
  id TEXT PRIMARY KEY,
  partner TEXT NOT NULL REFERENCES partner (slug),
  hash TEXT NOT NULL,      -- SHA-256 of the key, hexadecimal
  label TEXT,
  feeds TEXT,              -- JSON: slugs; NULL: all of the partner's
  created_at INTEGER NOT NULL, -- milliseconds, as all times here
  expires_at INTEGER,
  revoked_at INTEGER,
  -- To the hour.
  last_used_at INTEGER,
  -- Full-document bytes that have been noted on a day since 1970.
  day INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX partner_key_partner ON partner_key (partner, created_at);

-- What a partner feed's editions say of an article, where it differs from the edition before.
CREATE TABLE carried (
  article_id TEXT NOT NULL,
  feed TEXT NOT NULL,
  edition INTEGER NOT NULL, -- the first that says so
  revision INTEGER NOT NULL,
  present INTEGER NOT NULL,   -- 0: it is no longer in it
  pushed INTEGER NOT NULL,    -- 1: because newer ones took its place, which says nothing of it
  retracted INTEGER NOT NULL, -- 1: it says that it was taken back, or no longer has it because of that
  published_at INTEGER NOT NULL,
  PRIMARY KEY (article_id, feed, edition)
) WITHOUT ROWID;
CREATE INDEX carried_retracted ON carried (feed, published_at) WHERE retracted = 1;

-- The first time that an edition was served to a partner.
CREATE TABLE receipt (
  feed TEXT NOT NULL,
  partner TEXT NOT NULL,
  edition INTEGER NOT NULL,
  key_id TEXT NOT NULL,
  format TEXT NOT NULL,
  status INTEGER NOT NULL, -- 200, 226, or the 304 that proves that the partner has it
  served_at INTEGER NOT NULL,
  PRIMARY KEY (feed, edition, partner)
) WITHOUT ROWID;

-- When a partner last polled a feed, to the hour.
CREATE TABLE partner_poll (
  feed TEXT NOT NULL,
  partner TEXT NOT NULL,
  polled_at INTEGER NOT NULL,
  edition INTEGER NOT NULL, -- the last that it is known to have; 0: none
  PRIMARY KEY (feed, partner)
) WITHOUT ROWID;

-- What the desk has to hear of.
CREATE TABLE alert (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,        -- 'silent' or 'retraction'
  partner TEXT NOT NULL,
  feed TEXT NOT NULL,
  article_id TEXT NOT NULL DEFAULT '',
  edition INTEGER NOT NULL DEFAULT 0,
  since INTEGER NOT NULL,    -- the last poll, or when the retraction was published
  raised_at INTEGER NOT NULL,
  cleared_at INTEGER,
  -- The webhook: delivered, or when to try again after so many attempts; NULL, NULL: given up, or no webhook.
  delivered_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER
) WITHOUT ROWID;
CREATE UNIQUE INDEX alert_open ON alert (kind, partner, feed, article_id, edition) WHERE cleared_at IS NULL;
CREATE INDEX alert_due ON alert (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX alert_raised ON alert (raised_at);
