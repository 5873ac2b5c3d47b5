-- Every key that statements were signed with, so that they can be checked once another has taken its place.
CREATE TABLE signing_key (
  kid TEXT PRIMARY KEY, -- its thumbprint (RFC 7638)
  x TEXT NOT NULL,      -- the public key (RFC 8037 §2), base64url
  since INTEGER,        -- milliseconds; NULL: the first one that was kept here, which may have signed before
  until INTEGER         -- milliseconds; NULL: it signs
) WITHOUT ROWID;
