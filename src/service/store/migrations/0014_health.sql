-- Whose the feed is, as its selection says; NULL: everybody's.
ALTER TABLE feed ADD COLUMN partner TEXT AS (selection ->> '$.partner');
-- Feeds that are not as they should be: few, or none.
CREATE INDEX feed_stale ON feed (partner, stale_since) WHERE stale_since IS NOT NULL;
CREATE INDEX feed_refused ON feed (partner, slug) WHERE refusal IS NOT NULL;

-- 1: the feed's current edition. It is kept however old it is, and so must not be met by who looks for what is too old.
ALTER TABLE edition ADD COLUMN is_current INTEGER NOT NULL DEFAULT 0;
UPDATE edition SET is_current = 1 WHERE (feed, number) IN (SELECT slug, edition FROM feed);
CREATE INDEX edition_superseded ON edition (published_at) WHERE is_current = 0;
DROP INDEX edition_published;
