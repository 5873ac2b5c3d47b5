import type { Entry, EntryImage } from "../../feed/feed.ts";
import type { Element } from "../element.ts";
import type { Slots } from "../slots.ts";

type Elements = Record<string, Element | undefined>;

export const msnTitle = ({ short_title }: Entry, slots: Slots): Elements => ({
  "mi:shortTitle": short_title === undefined ? undefined : { _text: slots.text(short_title) },
});

/** The validity of an entry ends: a DCMI Period. */
export const msnValidity = (end: string | undefined): Elements => ({
  "dcterms:valid": end === undefined ? undefined : { _text: `end=${end}; scheme=W3C-DTF` },
});

/** Inside an image's `media:content`. */
export const msnRights = ({ syndication_rights, license_id, licensor }: EntryImage, slots: Slots): Elements => ({
  "mi:hasSyndicationRights": syndication_rights === undefined ? undefined : { _text: syndication_rights ? "1" : "0" },
  "mi:licenseId": license_id === undefined ? undefined : { _text: slots.text(license_id) },
  "mi:licensorName": licensor === undefined ? undefined : { _text: slots.text(licensor) },
});
