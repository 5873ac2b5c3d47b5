-- Systems that are told what happens (webhooks): where, of what, and by which secret they know who tells them.
CREATE TABLE endpoint (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  host TEXT NOT NULL,             -- of the URL, by which what is sent is limited
  description TEXT NOT NULL,
  types TEXT NOT NULL,            -- JSON: of which types of events it is told; `article.*` is all of articles
  secret TEXT NOT NULL,           -- whsec_…: events are signed with it, so that no hash of it would do
  former_secret TEXT,             -- the one before, with which events are signed, too, until then
  former_until INTEGER,           -- milliseconds, as all times here
  made_by TEXT NOT NULL,          -- what its maker was called then
  created_at INTEGER NOT NULL,
  disabled_at INTEGER,            -- NULL: it is told
  disabled_by TEXT,               -- 'newsroom', or 'receiver': it has answered that it is gone (410)
  failing_since INTEGER           -- when the first of its attempts failed since the last that did not; NULL: none
) WITHOUT ROWID;

-- What has happened, in its order, as long as endpoints are told of it.
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- grows with each
  uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(12)))), -- by which receivers know one that comes again
  type TEXT NOT NULL,             -- article.published, …
  subject TEXT NOT NULL,          -- 'article ID', 'feed SLUG' or 'alert ID': what is of one is told in its order
  at INTEGER NOT NULL,
  data TEXT NOT NULL              -- JSON
);
CREATE INDEX event_subject ON event (subject, id);
CREATE INDEX event_at ON event (at);

-- Which endpoint is told of which event.
CREATE TABLE event_delivery (
  id INTEGER PRIMARY KEY,
  event INTEGER NOT NULL,
  endpoint TEXT NOT NULL,
  subject TEXT NOT NULL,          -- the event's
  urgent INTEGER NOT NULL,        -- 1: a story was taken back
  due_at INTEGER,                 -- NULL: it is settled, or waits for another one of its subject
  claimed_until INTEGER NOT NULL DEFAULT 0, -- somebody is at it
  attempts INTEGER NOT NULL DEFAULT 0,      -- since it was begun, or begun anew
  outcome TEXT,                   -- NULL: it is still to be sent; 'delivered', 'failed', 'superseded' by a later one, or 'ended' with the endpoint
  settled_at INTEGER,
  UNIQUE (event, endpoint)
);
CREATE INDEX event_delivery_due ON event_delivery (urgent, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX event_delivery_claimed ON event_delivery (claimed_until) WHERE claimed_until > 0;
CREATE INDEX event_delivery_pending ON event_delivery (endpoint, subject, event) WHERE outcome IS NULL;
CREATE INDEX event_delivery_endpoint ON event_delivery (endpoint, event);

-- Each request that was made for it: nothing of what was answered but its status.
CREATE TABLE event_attempt (
  id INTEGER PRIMARY KEY,
  delivery INTEGER NOT NULL,
  at INTEGER NOT NULL,
  milliseconds INTEGER NOT NULL,
  status INTEGER,                 -- NULL: there was no answer
  fault TEXT                      -- NULL: it was taken
);
CREATE INDEX event_attempt_delivery ON event_attempt (delivery, id);

-- What endpoints were last told of each article.
CREATE TABLE told (
  article_id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  is_out INTEGER NOT NULL         -- 1: that readers may see it; 0: that they may no longer
) WITHOUT ROWID;

-- An event and whom it is told come into the store together. A retraction, and an edition, takes the place of what its endpoint has not
-- taken yet of the same article or feed. What is of one subject is due one after the other. A story that was taken back is not told
-- again by the words of an earlier event.
CREATE TRIGGER event_is_told AFTER INSERT ON event BEGIN
  INSERT INTO event_delivery (event, endpoint, subject, urgent, due_at)
    SELECT new.id, p.id, new.subject, new.type = 'article.retracted', new.at FROM endpoint p
    WHERE p.disabled_at IS NULL AND EXISTS (SELECT 1 FROM json_each(p.types) wanted WHERE new.type GLOB wanted.value);
  UPDATE event_delivery SET outcome = 'superseded', due_at = NULL, settled_at = new.at
    WHERE new.type IN ('article.retracted', 'edition.published') AND subject = new.subject AND event < new.id AND outcome IS NULL
      AND claimed_until <= new.at AND endpoint IN (SELECT one.endpoint FROM event_delivery one WHERE one.event = new.id);
  UPDATE event_delivery SET due_at = NULL WHERE event = new.id AND EXISTS (SELECT 1 FROM event_delivery before
    WHERE before.endpoint = event_delivery.endpoint AND before.subject = new.subject AND before.outcome IS NULL AND before.event < new.id);
  UPDATE event SET data = json_remove(data, '$.title')
    WHERE new.type = 'article.retracted' AND subject = new.subject AND id < new.id;
END;

-- Alerts are told as they are raised, and when they are over.
CREATE TRIGGER alert_raised_is_told AFTER INSERT ON alert WHEN EXISTS (SELECT 1 FROM endpoint) BEGIN
  INSERT INTO event (type, subject, at, data) VALUES ('alert.' || new.kind, 'alert ' || new.id, new.raised_at, json_object(
    'alert', new.id, 'kind', new.kind, 'partner', new.partner, 'feed', new.feed,
    'article', nullif(new.article_id, ''), 'edition', nullif(new.edition, 0)));
END;
CREATE TRIGGER alert_cleared_is_told AFTER UPDATE OF cleared_at ON alert
WHEN old.cleared_at IS NULL AND new.cleared_at IS NOT NULL AND EXISTS (SELECT 1 FROM endpoint) BEGIN
  INSERT INTO event (type, subject, at, data) VALUES ('alert.cleared', 'alert ' || new.id, new.cleared_at, json_object(
    'alert', new.id, 'kind', new.kind, 'partner', new.partner, 'feed', new.feed,
    'article', nullif(new.article_id, ''), 'edition', nullif(new.edition, 0)));
END;
