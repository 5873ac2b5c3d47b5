"""Reads documents as feedparser does: {name: text} on standard input, {name: view} on standard output."""
import json
import sys
import warnings

import feedparser

warnings.simplefilter("ignore")


def date(parsed):
    return "%04d-%02d-%02dT%02d:%02d:%02dZ" % tuple(parsed[:6]) if parsed else None


def view(text):
    try:
        return read_view(text)
    except Exception as error:  # It gives up, as whoever uses it would see.
        return {"refused": "%s: %s" % (type(error).__name__, str(error).split("\n")[0])}


def read_view(text):
    read = feedparser.parse(text.encode("utf-8"), response_headers={"content-type": "application/xml; charset=utf-8"})
    if not read.get("version") and not read.entries:
        return {"refused": str(read.get("bozo_exception", "no feed")).split("\n")[0]}
    return {
        "complaint": str(read.bozo_exception).split("\n")[0] if read.bozo else None,
        "title": read.feed.get("title"),
        "entries": [
            {
                "id": one.get("id"),
                "title": one.get("title"),
                "link": one.get("link"),
                "date": date(one.get("published_parsed") or one.get("updated_parsed")),
                "author": one.get("author"),
                "text": one.content[0].value if one.get("content") else one.get("summary"),
                "enclosures": ["%s %s %s" % (e.get("href"), e.get("type"), e.get("length")) for e in one.get("enclosures", [])],
            }
            for one in read.entries
        ],
    }


if __name__ == "__main__":
    json.dump({name: view(text) for name, text in json.load(sys.stdin).items()}, sys.stdout)
