import { childrenOf, type Element, firstChild, textOfChild } from "../../element.ts";
import { extensionOf } from "../../forms/addresses.ts";
import { clip } from "../../forms/form.ts";
import type { XmlRule } from "../../rule.ts";
import { podcastDocument } from "./examples.ts";
import { ITUNES } from "./namespace.ts";

const GUIDE = "https://help.apple.com/itc/podcasts_connect/#/itcb54353390";

const episodeDocument = (entry: string, feed = ""): string => podcastDocument("rss", { entry, feed });

/** What Apple's apps play or show. */
const PLAYED = ["m4a", "mp3", "mov", "mp4", "m4v", "pdf", "epub"];

/** What is known of the show when its episodes come. */
const SHOW = { show: "itunes" };

export const ITUNES_ITEM_RULES: readonly XmlRule[] = [
  {
    name: "itunes/enclosure-format",
    severity: "warning",
    formats: ["rss"],
    element: "enclosure url",
    section: "Apple, Podcast RSS feed requirements",
    url: "https://podcasters.apple.com/support/823-podcast-requirements",
    says: `An episode’s file is one that Apple Podcasts plays (${PLAYED.join(", ")}), as far as its name tells`,
    mend: "Offer the episode as MP3 or AAC (m4a), or as MP4 for a film.",
    readers: "Apple Podcasts leaves out episodes whose files it cannot play.",
    on: { roles: ["entry"] },
    check: (entry) =>
      entry.children.some(({ name }) => name.startsWith(ITUNES))
        ? childrenOf(entry, "enclosure").flatMap((file) => formatFault(file) ?? [])
        : undefined,
    fails: episodeDocument(
      '<enclosure url="https://gazette.example/boat.wmv" length="1000" type="video/x-ms-wmv"/>\n<itunes:duration>45:10</itunes:duration>',
    ),
    passes: episodeDocument(
      '<enclosure url="https://gazette.example/boat.mp3" length="1000" type="audio/mpeg"/>\n<itunes:duration>45:10</itunes:duration>',
    ),
  },
  {
    name: "itunes/serial-episode",
    severity: "warning",
    formats: ["rss", "atom"],
    element: "<itunes:episode>",
    section: "Apple, A Podcaster’s Guide to RSS, itunes:episode",
    url: GUIDE,
    says: "A full episode of a serial show has its number",
    mend: "Add <itunes:episode> with the episode’s number to each, or make the show’s <itunes:type> episodic.",
    on: { roles: ["entry"], names: [`${ITUNES}type`] },
    check: (element, sheet) => {
      const show = sheet.remember(SHOW, () => ({ isSerial: false }));
      if (element.role !== "entry") {
        show.isSerial ||= element.text.trim().toLowerCase() === "serial";
        return undefined;
      }
      const kind = textOfChild(element, `${ITUNES}episodeType`)?.toLowerCase() ?? "full";
      return show.isSerial && kind === "full" && !firstChild(element, `${ITUNES}episode`)
        ? "the show is serial, and this episode has no <itunes:episode>"
        : undefined;
    },
    fails: episodeDocument("<itunes:season>1</itunes:season>", "<itunes:type>serial</itunes:type>"),
    passes: episodeDocument("<itunes:episode>1</itunes:episode>", "<itunes:type>serial</itunes:type>"),
  },
  {
    name: "itunes/explicit-white-space",
    severity: "warning",
    formats: ["rss", "rdf", "atom", "entry"],
    element: "<itunes:explicit>",
    section: "Apple, A Podcaster’s Guide to RSS, itunes:explicit",
    url: GUIDE,
    says: "There is no white space around true and false",
    mend: "Take the white space out: <itunes:explicit>false</itunes:explicit>.",
    on: { names: [`${ITUNES}explicit`] },
    check: ({ text }) => (text === text.trim() ? undefined : `"${clip(text)}" has white space around it`),
    fails: episodeDocument("<itunes:explicit> false </itunes:explicit>"),
    passes: episodeDocument("<itunes:explicit>false</itunes:explicit>"),
  },
  {
    name: "itunes/keywords-commas",
    severity: "warning",
    formats: ["rss", "rdf", "atom", "entry"],
    element: "<itunes:keywords>",
    section: "Apple, A Podcaster’s Guide to RSS, itunes:keywords",
    url: GUIDE,
    says: "Commas stand between keywords",
    mend: "Write commas between the keywords: harbour, boats.",
    on: { names: [`${ITUNES}keywords`] },
    check: ({ text }) =>
      /\S\s+\S/.test(text) && !text.includes(",")
        ? `"${clip(text.trim())}" has blanks and no commas: it is one keyword`
        : undefined,
    fails: episodeDocument("<itunes:keywords>harbour boats tide</itunes:keywords>"),
    passes: episodeDocument("<itunes:keywords>harbour, boats</itunes:keywords>"),
  },
];

function formatFault(enclosure: Element): { message: string; at: Element } | undefined {
  const extension = extensionOf(enclosure.attributes.get("url") ?? "");
  return extension === undefined || PLAYED.includes(extension)
    ? undefined
    : { message: `a file named .${extension} is none that Apple Podcasts plays`, at: enclosure };
}
