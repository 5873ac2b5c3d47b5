import type { Definition, Site } from "../../feed/definition.ts";
import { feedPath } from "../pages/frame/addresses.ts";
import { deskPath } from "./frame.tsx";

/** Below the desk: a partner's page, or with `rest` what is below it. */
export const partnerPath = (slug: string, rest = ""): string => `/partners/${encodeURIComponent(slug)}${rest}`;

/** Below the desk: the page of a partner's feed. */
export const partnerFeedPath = (slug: string): string => `/partners/feeds/${encodeURI(slug)}`;

/** Where a feed is seen. Partners' feeds have no public page: the desk shows them. */
export const seenFeedPath = (site: Site, slug: string, definition: Definition | undefined): string =>
  definition?.access === "partner" ? deskPath(site, partnerFeedPath(slug)) : feedPath(site, slug);
