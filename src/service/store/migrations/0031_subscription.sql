-- Whom a feed's editions are sent to (WebSub): one row a topic and callback. One that has ended stays as long as its receipts do, and is
-- taken up again where the same callback subscribes to the same topic.
CREATE TABLE subscription (
  id INTEGER PRIMARY KEY,
  feed TEXT NOT NULL,
  format TEXT NOT NULL,           -- with the feed, the topic
  callback TEXT NOT NULL,
  host TEXT NOT NULL,             -- the callback's, by which what is sent is limited
  partner TEXT,                   -- of a partner's feed: whose key asked
  key_id TEXT,
  secret TEXT,                    -- what is sent is signed with it; NULL: it is not
  algorithm TEXT NOT NULL,        -- 'sha256' or 'sha1'
  wants_delta INTEGER NOT NULL,   -- 1: it is sent what changed since the edition that it has
  verified_at INTEGER NOT NULL,   -- the last time; milliseconds, as all times here
  lease_until INTEGER NOT NULL,
  ended_at INTEGER,
  end_reason TEXT,                -- 'unsubscribed', 'lapsed', 'gone', or 'denied'
  acknowledged INTEGER NOT NULL DEFAULT 0, -- the newest edition that it has answered with 2xx; 0: none
  acknowledged_at INTEGER,
  wanted INTEGER NOT NULL DEFAULT 0,       -- the newest edition that it is to have; 0: none
  wanted_since INTEGER,           -- when the oldest edition was published that it has not; NULL: it has all
  urgent INTEGER NOT NULL DEFAULT 0,       -- 1: a story was taken back that it may have
  due_at INTEGER,                 -- when it is to be sent what is current; NULL: it has that
  claimed_until INTEGER NOT NULL DEFAULT 0, -- somebody is at it
  attempts INTEGER NOT NULL DEFAULT 0,     -- since the last that succeeded
  last_status INTEGER,            -- of the last attempt; NULL: there was no answer
  last_fault TEXT,                -- why the last attempt failed; NULL: it did not
  UNIQUE (feed, format, callback)
);
CREATE INDEX subscription_due ON subscription (urgent, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX subscription_host ON subscription (host, feed);
CREATE INDEX subscription_lease ON subscription (lease_until) WHERE ended_at IS NULL;
CREATE INDEX subscription_topic ON subscription (feed) WHERE partner IS NULL AND ended_at IS NULL;
CREATE INDEX subscription_key ON subscription (partner, key_id, feed) WHERE partner IS NOT NULL AND ended_at IS NULL;
CREATE INDEX subscription_secret ON subscription (ended_at) WHERE ended_at IS NOT NULL AND secret IS NOT NULL;
CREATE INDEX subscription_ended ON subscription (ended_at) WHERE ended_at IS NOT NULL;

-- Callbacks that are to be asked whether they want what was asked for in their name, or to be told that they are denied it.
CREATE TABLE subscription_request (
  id INTEGER PRIMARY KEY,
  mode TEXT NOT NULL,             -- 'subscribe', 'unsubscribe', 'denied', or 'wake': confirmed, and its feed is asleep still
  feed TEXT NOT NULL,
  format TEXT NOT NULL,
  callback TEXT NOT NULL,
  host TEXT NOT NULL,
  partner TEXT,
  key_id TEXT,
  secret TEXT,
  algorithm TEXT NOT NULL,
  wants_delta INTEGER NOT NULL,
  verify_token TEXT,
  lease_seconds INTEGER,
  reason TEXT,                    -- of a denial
  asked_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  claimed_until INTEGER NOT NULL DEFAULT 0,
  UNIQUE (feed, format, callback) -- the last word counts
);
CREATE INDEX subscription_request_due ON subscription_request (due_at);
CREATE INDEX subscription_request_host ON subscription_request (host);

-- What subscribers have answered with 2xx: their receipts.
CREATE TABLE push (
  feed TEXT NOT NULL,
  edition INTEGER NOT NULL,
  subscription INTEGER NOT NULL,
  status INTEGER NOT NULL,
  attempts INTEGER NOT NULL,      -- with this one
  is_delta INTEGER NOT NULL,
  pushed_at INTEGER NOT NULL,
  PRIMARY KEY (feed, edition, subscription)
) WITHOUT ROWID;
CREATE INDEX push_subscription ON push (subscription, edition);
CREATE INDEX push_at ON push (pushed_at);

-- What a partner's subscriber has answered with 2xx is the partner's receipt, and its edition is one that the partner has.
ALTER TABLE receipt ADD COLUMN via TEXT NOT NULL DEFAULT 'poll'; -- or 'push'
ALTER TABLE partner_poll ADD COLUMN pushed_at INTEGER; -- the last time; of one that has never polled, `polled_at` is 0
CREATE TRIGGER push_to_partner AFTER INSERT ON push BEGIN
  INSERT INTO receipt (feed, partner, edition, key_id, format, status, served_at, via)
  SELECT new.feed, s.partner, new.edition, coalesce(s.key_id, ''), s.format, new.status, new.pushed_at, 'push'
  FROM subscription s WHERE s.id = new.subscription AND s.partner IS NOT NULL
  ON CONFLICT (feed, edition, partner) DO NOTHING;
  INSERT INTO partner_poll (feed, partner, polled_at, edition, pushed_at)
  SELECT new.feed, s.partner, 0, new.edition, new.pushed_at
  FROM subscription s WHERE s.id = new.subscription AND s.partner IS NOT NULL
  ON CONFLICT (feed, partner) DO UPDATE SET edition = max(edition, excluded.edition), pushed_at = excluded.pushed_at;
END;

-- Hosts whose callbacks did not confirm what was asked for in their name: they are asked less.
CREATE TABLE callback_host (
  host TEXT PRIMARY KEY,
  unconfirmed INTEGER NOT NULL,   -- since the last that was confirmed
  asked_at INTEGER NOT NULL       -- the last time
) WITHOUT ROWID;
CREATE INDEX callback_host_asked ON callback_host (asked_at);
