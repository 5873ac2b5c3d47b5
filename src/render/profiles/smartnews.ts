import type { Entry, Feed } from "../../feed/feed.ts";
import type { ElementLiteral } from "../element.ts";
import type { Slots } from "../slots.ts";

/** The logo of a channel in SmartFormat 2.1. The `url` in it has no prefix. */
export const smartnewsLogo = ({ partner_logo }: Feed, slots: Slots): ElementLiteral | undefined =>
  partner_logo === undefined ? undefined : { url: { _text: slots.text(partner_logo) } };

/** SmartNews deletes an entry by the `media:status` of Media RSS 1.5. */
export const smartnewsStatus = ({ status }: Entry): Record<string, ElementLiteral | undefined> => ({
  "media:status": status && { _attributes: { state: status } },
});
