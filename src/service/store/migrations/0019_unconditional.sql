-- Polls that were sent a whole document and had named none that they have, what they were sent, and polls that came less than a minute
-- after the same poller's last. Of days before these columns: 0.
ALTER TABLE audience ADD COLUMN polls_unconditional INTEGER NOT NULL DEFAULT 0;
ALTER TABLE audience ADD COLUMN bytes_unconditional INTEGER NOT NULL DEFAULT 0;
ALTER TABLE audience ADD COLUMN polls_soon INTEGER NOT NULL DEFAULT 0;
