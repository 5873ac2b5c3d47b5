import type { Entry, Feed } from "../../feed/feed.ts";
import type { Element } from "../element.ts";
import type { Slots } from "../slots.ts";

/** SmartFormat 2.1, channel: the `url` in it has no prefix. */
export const smartnewsLogo = ({ partner_logo }: Feed, slots: Slots): Element | undefined =>
  partner_logo === undefined ? undefined : { url: { _text: slots.text(partner_logo) } };

/** Media RSS 1.5, media:status. */
export const smartnewsStatus = ({ status }: Entry): Record<string, Element | undefined> => ({
  "media:status": status && { _attributes: { state: status } },
});
