-- The desk finds an article by the address that its current revision has.
CREATE INDEX revision_url ON revision (body ->> '$.url') WHERE superseded_at IS NULL;
-- Pages of archives that are held back: few, or none.
CREATE INDEX archive_refused ON archive (feed, page) WHERE refusal IS NOT NULL;
