-- Documents name their hub from here on: what is served is composed once more, and what is asleep when it wakes.
UPDATE feed SET changed = changed + 1,
  stale_since = iif(asleep, stale_since, coalesce(stale_since, unixepoch() * 1000)),
  due_at = iif(asleep, due_at, min(coalesce(due_at, unixepoch() * 1000), unixepoch() * 1000))
WHERE edition > 0;
