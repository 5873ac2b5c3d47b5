"""Polls a URL as a program that uses feedparser does: with the validators and entries it kept in a file."""

import calendar
import json
import os
import sys

import feedparser

url, file = sys.argv[1:]
kept = {"etag": None, "modified": None, "entries": {}}
if os.path.exists(file):
    with open(file) as source:
        kept = json.load(source)

feed = feedparser.parse(kept.get("url", url), etag=kept["etag"], modified=kept["modified"])
if feed.bozo or feed.get("status") not in (200, 226, 301, 304):
    sys.exit(f"{feed.get('status')}: {feed.get('bozo_exception')}")
# "If you get a 301, update the feed's address in your database" (feedparser.readthedocs.io/en/latest/http-redirect.html).
if feed.status == 301:
    kept["url"] = feed.href
if feed.status == 304 and feed.entries:
    sys.exit("a 304 has no entries")

for entry in feed.entries:
    kept["entries"][entry.id] = {
        "id": entry.id,
        "title": entry.title,
        "link": entry.link,
        "published": calendar.timegm(entry.published_parsed),
    }
kept["etag"] = feed.get("etag", kept["etag"])
kept["modified"] = feed.get("modified", kept["modified"])
with open(file, "w") as target:
    json.dump(kept, target)
json.dump(list(kept["entries"].values()), sys.stdout)
