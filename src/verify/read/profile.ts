import { DCTERMS, MEDIA, MI, SNF } from "../parse/namespaces.ts";
import type { Places } from "./reading.ts";
import { once, type UnreadElement } from "./unread-element.ts";

/** What partners' systems look for in an entry; RSS and Atom carry it alike. */
export const readProfile = (parent: UnreadElement): Places => ({
  "mi:shortTitle": once(parent.take(`${MI}shortTitle`)),
  "dcterms:valid": once(parent.take(`${DCTERMS}valid`)),
  "media:status@state": once(parent.take(`${MEDIA}status`), (part) => part.attribute("state")),
});

/**
 * The logo of a channel, as SmartFormat 2.1 wants it.
 *
 * @param url the name of the element in it: it has the namespace of the document's own elements, which RSS has none of
 */
export const readPartnerLogo = (parent: UnreadElement, url: string): Places => ({
  "snf:logo/url": once(parent.take(`${SNF}logo`), (part) => once(part.take(url))),
});
