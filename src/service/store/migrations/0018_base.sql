-- Where readers reach the service, where no setting says it: the origin of the first request that was let in. One row at most, for good.
CREATE TABLE base (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  origin TEXT NOT NULL
);
