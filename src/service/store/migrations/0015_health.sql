-- Whose the feed is; NULL: everybody's.
ALTER TABLE feed ADD COLUMN partner TEXT;
UPDATE feed SET partner = selection ->> '$.partner';
-- Feeds that are not as they should be: few, or none.
CREATE INDEX feed_stale ON feed (partner, stale_since) WHERE stale_since IS NOT NULL;
CREATE INDEX feed_unfit ON feed (partner, slug) WHERE refusal IS NOT NULL;

-- 1: the feed's current edition. It is kept however old it is, so whoever looks for what is too old must not meet it.
ALTER TABLE edition ADD COLUMN is_current INTEGER NOT NULL DEFAULT 0;
UPDATE edition SET is_current = 1 WHERE (feed, number) IN (SELECT slug, edition FROM feed);
CREATE INDEX edition_superseded ON edition (published_at) WHERE is_current = 0;
DROP INDEX edition_published;

-- By triggers, for the version before publishes as well until the deployment is through.
CREATE TRIGGER feed_edition AFTER UPDATE OF edition ON feed WHEN new.edition <> old.edition BEGIN
  UPDATE edition SET is_current = 0 WHERE feed = old.slug AND number = old.edition;
  UPDATE edition SET is_current = 1 WHERE feed = new.slug AND number = new.edition;
END;
CREATE TRIGGER feed_gone AFTER DELETE ON feed BEGIN
  UPDATE edition SET is_current = 0 WHERE feed = old.slug AND number = old.edition;
END;
