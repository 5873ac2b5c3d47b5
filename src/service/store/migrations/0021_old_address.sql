-- Old addresses of feeds, and by which products they are asked for. So many rows at most: those that are asked for most.
CREATE TABLE old_address (
  address TEXT NOT NULL,
  product TEXT NOT NULL,
  leads_to TEXT,                -- slug and format of the feed that a redirect led to when it was last asked for; NULL: none knew it
  asked INTEGER NOT NULL,
  first_at INTEGER NOT NULL,    -- milliseconds
  last_at INTEGER NOT NULL,     -- milliseconds
  PRIMARY KEY (address, product)
) WITHOUT ROWID;
