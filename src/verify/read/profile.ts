import { DCTERMS, MEDIA, MI, SNF } from "../parse/namespaces.ts";
import { once, type Part } from "./part.ts";
import type { Places } from "./reading.ts";

/** What partners' systems look for in an RSS item and an Atom entry alike. */
export const readProfile = (parent: Part): Places => ({
  "mi:shortTitle": once(parent.take(`${MI}shortTitle`)),
  "dcterms:valid": once(parent.take(`${DCTERMS}valid`)),
  "media:status@state": once(parent.take(`${MEDIA}status`), (part) => part.attribute("state")),
});

/** @param url its name where the feed's own elements have a namespace */
export const readPartnerLogo = (parent: Part, url: string): Places => ({
  "snf:logo/url": once(parent.take(`${SNF}logo`), (part) => once(part.take(url))),
});
