import { type Element, firstChild } from "../element.ts";
import { ATOM, DC, XML } from "../namespaces.ts";

/** Whether a feed says its language: RSS by an element of its own, every format by `xml:lang` or Dublin Core's. */
export const saysLanguage = (feed: Element): boolean =>
  [feed, feed.parent].some((one) => one?.attributes.get(`${XML}lang`)) ||
  firstChild(feed, `${DC}language`) !== undefined ||
  (feed.name !== `${ATOM}feed` && firstChild(feed, "language") !== undefined);
