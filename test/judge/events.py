"""Prints what the W3C feed validator says of files, as JSON: {path: {"expect": …, "events": […]}}.

Arguments: the validator's checkout, then files. Wants html5lib and lxml. `expect` is what a test case announces in its comment.
"""
import json
import os
import re
import sys
import warnings

warnings.simplefilter("ignore")
checkout, *paths = sys.argv[1:]
sys.path.insert(0, os.path.join(checkout, "src"))
import feedvalidator  # noqa: E402
from feedvalidator import logging  # noqa: E402

EXPECT = re.compile(r"<!--\s*Description:\s*(.*?)\s*Expect:\s*(!?)(\w*)(?:{(.*?)})?\s*-->", re.S)
KINDS = (("error", logging.Error), ("warning", logging.Warning), ("info", logging.Info))


def kind_of(event):
    return next((name for name, kind in KINDS if isinstance(event, kind)), "success")


def events_of(path):
    base = "http://www.feedvalidator.org/" + os.path.relpath(path, checkout)
    with open(path, "rb") as stream:
        try:
            return feedvalidator.validateStream(stream, firstOccurrenceOnly=0, base=base)["loggedEvents"]
        except logging.ValidationFailure as failure:
            return [failure.event]


def described(event):
    return {
        "class": event.__class__.__name__,
        "ancestors": [one.__name__ for one in event.__class__.__mro__[1:-1]],
        "kind": kind_of(event),
        "params": {name: str(value)[:200] for name, value in event.params.items() if name != "msgcount"},
    }


def expected(path):
    with open(path, encoding="utf-8", errors="replace") as stream:
        match = EXPECT.search(stream.read())
    if not match:
        return None
    description, negated, event, params = match.groups()
    return {"description": description, "not": negated == "!", "event": event, "params": params}


def judged(path):
    try:
        told = [described(one) for one in events_of(path) if kind_of(one) != "success"]
    except Exception as fault:  # some feeds of the field are too much for it: the others are still to be read
        told = [{"class": "Broke", "ancestors": [], "kind": "error", "params": {"fault": str(fault)}}]
    return {"expect": expected(path), "events": told}


json.dump({path: judged(path) for path in paths}, sys.stdout)
