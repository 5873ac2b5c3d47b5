import type { ElementDeclaration, Vocabulary } from "../declare.ts";
import { ISO_8601 } from "../forms/dates.ts";

const once = (local: string, text: string, date = false): ElementDeclaration => ({
  in: ["entry"],
  once: true,
  ...(date && { text: [ISO_8601] }),
  example: `<ev:${local}>${text}</ev:${local}>`,
});

/** When and where an event is. It may well be to come. */
export const EVENT: Vocabulary = {
  prefix: "ev",
  namespace: "{http://purl.org/rss/1.0/modules/event/}",
  title: "RSS 1.0 Modules: Event",
  url: "https://web.resource.org/rss/1.0/modules/event/",
  formats: ["rss", "rdf", "atom", "entry"],
  elements: {
    startdate: once("startdate", "2026-03-13T06:00:00", true),
    enddate: once("enddate", "2026-03-13T07:00:00", true),
    location: once("location", "The harbour"),
    organizer: once("organizer", "Harbour Press"),
    type: once("type", "departure"),
  },
};
