import type { Entry, EntryImage } from "../../feed/feed.ts";
import type { ElementLiteral } from "../element.ts";
import type { Slots } from "../slots.ts";

type Elements = Record<string, ElementLiteral | undefined>;

/** MSN shows at most 150 characters of a title, and this one where it is longer. */
export const msnTitle = ({ short_title }: Entry, slots: Slots): Elements => ({
  "mi:shortTitle": short_title === undefined ? undefined : { _text: slots.text(short_title) },
});

/** Until when an entry may be shown, as a DCMI Period with an end; MSN takes one in the past for a retraction. */
export const msnValidity = (end: string | undefined): Elements => ({
  "dcterms:valid": end === undefined ? undefined : { _text: `end=${end}; scheme=W3C-DTF` },
});

/** What MSN asks of a picture's rights. These stand inside its `media:content`. */
export const msnRights = ({ syndication_rights, license_id, licensor }: EntryImage, slots: Slots): Elements => ({
  "mi:hasSyndicationRights": syndication_rights === undefined ? undefined : { _text: syndication_rights ? "1" : "0" },
  "mi:licenseId": license_id === undefined ? undefined : { _text: slots.text(license_id) },
  "mi:licensorName": licensor === undefined ? undefined : { _text: slots.text(licensor) },
});
