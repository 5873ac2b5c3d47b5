-- Feeds that are published, families' among them: what is asleep is passed over, by however many.
CREATE INDEX feed_published ON feed (slug) WHERE asleep = 0;
-- Those that were refused, whosever they are.
CREATE INDEX feed_refused ON feed (slug) WHERE refusal IS NOT NULL;
