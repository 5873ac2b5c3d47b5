-- One row a definition.
CREATE TABLE feed (
  slug TEXT PRIMARY KEY,
  -- What the definition said when it was last taken up: another selection re-selects, another presentation recomposes.
  selection TEXT NOT NULL,
  presentation TEXT NOT NULL,
  -- Where re-selection goes on, as an article id; NULL when every membership is right.
  reselect_after TEXT,
  -- The feed is stale while `changed` is ahead of `composed`.
  changed INTEGER NOT NULL DEFAULT 1,
  composed INTEGER NOT NULL DEFAULT 0,
  stale_since INTEGER,                    -- milliseconds
  -- Embargoes and expiries up to this time have been taken into account.
  swept_at INTEGER NOT NULL DEFAULT 0,    -- milliseconds
  edition INTEGER NOT NULL DEFAULT 0,     -- 0: none yet
  -- Why the last composition was refused, as JSON; NULL when it was not.
  refusal TEXT,
  -- The archive (RFC 5005 §4) has `pages` pages of at most `page_size` articles; so many of them are published and linked.
  page_size INTEGER NOT NULL,
  pages INTEGER NOT NULL DEFAULT 0,
  linked INTEGER NOT NULL DEFAULT 0
);

-- Which articles a feed may show, and when: the publisher reads the newest of a feed by index alone.
CREATE TABLE membership (
  feed TEXT NOT NULL,
  article_id TEXT NOT NULL,
  -- The page of the feed's archive that holds it for good; NULL: none yet.
  page INTEGER,
  updated INTEGER NOT NULL,      -- milliseconds
  visible_from INTEGER NOT NULL, -- milliseconds
  visible_until INTEGER,         -- milliseconds
  -- A story that was taken back: after its time its notice stands in the archive only.
  notice INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (feed, article_id)
) WITHOUT ROWID;
CREATE INDEX membership_newest ON membership (feed, updated DESC, article_id DESC, visible_from, visible_until);
CREATE INDEX membership_page ON membership (feed, page, updated, article_id);
CREATE INDEX membership_from ON membership (feed, visible_from);
CREATE INDEX membership_until ON membership (feed, visible_until) WHERE visible_until IS NOT NULL;
CREATE INDEX membership_ended ON membership (feed, visible_until) WHERE page IS NULL AND notice = 1;
CREATE INDEX membership_article ON membership (article_id);
