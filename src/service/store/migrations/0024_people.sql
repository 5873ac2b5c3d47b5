-- Who works at the desk. Whoever is removed stays as a row: drafts and the log name them.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL,           -- the name one signs in by
  name TEXT NOT NULL,
  role TEXT NOT NULL,            -- owner, editor, writer or reader
  password TEXT,                 -- its hash, as a PHC string; none: by passkey alone
  created_at INTEGER NOT NULL,   -- milliseconds, as all times here
  removed_at INTEGER
) WITHOUT ROWID;
CREATE UNIQUE INDEX person_login ON person (login) WHERE removed_at IS NULL;
CREATE INDEX person_role ON person (role) WHERE removed_at IS NULL;
-- Links by which somebody joins, or gets in again. Each is good once; only its hash is kept.
CREATE TABLE invitation (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  name TEXT NOT NULL,            -- of whom it is for; empty: of whoever joins first
  person TEXT,                   -- whom it lets in again; none: somebody new
  first INTEGER NOT NULL,        -- 1: it is good while nobody has joined
  made_by_id TEXT NOT NULL,      -- of the person or key: what somebody who goes has made goes, too
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX invitation_expires ON invitation (expires_at);
CREATE INDEX invitation_person ON invitation (person);
CREATE INDEX invitation_made_by ON invitation (made_by_id);
CREATE TABLE passkey (
  id TEXT PRIMARY KEY,           -- the credential's, base64url
  person TEXT NOT NULL,
  public_key TEXT NOT NULL,      -- COSE, base64url
  counter INTEGER NOT NULL,      -- how often it signed, as it says; 0: it does not count
  transports TEXT NOT NULL,      -- a JSON array
  label TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER
) WITHOUT ROWID;
CREATE INDEX passkey_person ON passkey (person);
-- What a passkey was asked to sign, until it is answered: each is good once.
CREATE TABLE passkey_challenge (
  challenge TEXT PRIMARY KEY,
  person TEXT,                   -- who adds a passkey; none: somebody signs in
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX passkey_challenge_expires ON passkey_challenge (expires_at);
-- Sessions at the desk that last. One that was ended has no row; `ended_session` was for those before this step.
CREATE TABLE session (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL,            -- of its secret
  person TEXT,                   -- none: whoever has the publish token
  started_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  device TEXT NOT NULL,
  address TEXT
) WITHOUT ROWID;
CREATE INDEX session_person ON session (person, started_at);
CREATE INDEX session_ends ON session (ends_at);
-- How often somebody failed to sign in, by account and by address, and when the next try is taken.
CREATE TABLE sign_in_attempt (
  who TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  open_at INTEGER NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX sign_in_attempt_at ON sign_in_attempt (at);
CREATE TABLE api_key (
  id TEXT PRIMARY KEY,           -- the part of the key that may be seen
  hash TEXT NOT NULL,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,          -- a JSON array
  made_by TEXT NOT NULL,         -- what its maker was called then
  made_by_id TEXT NOT NULL,      -- of the person or key
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER,
  used_at INTEGER                -- to the minute
) WITHOUT ROWID;
CREATE INDEX api_key_created ON api_key (created_at);
CREATE INDEX api_key_made_by ON api_key (made_by_id);
