import type { Element } from "../../element.ts";
import { firstChild } from "../../element.ts";
import type { Sheet, XmlRule } from "../../rule.ts";
import { saysLanguage } from "../says-language.ts";
import { podcastDocument } from "./examples.ts";
import { ITUNES } from "./namespace.ts";

const REQUIRED_URL = "https://podcasters.apple.com/support/823-podcast-requirements";

const wholePodcast = (feed: string, without: string[] = []): string =>
  podcastDocument("rss", { feed, without, entry: "<itunes:author>Ada Quayle</itunes:author>" });

/** Whether a document has any of Apple’s tags: it may be a podcast’s. */
const USE = { uses: "itunes" };
const useOf = (sheet: Sheet): { seen: boolean } => sheet.remember(USE, () => ({ seen: false }));

/** A tag that Apple asks a podcast's channel for, Atom in a way of its own; a feed that has no tag of Apple's is not asked. */
function required(
  name: string,
  tag: string,
  has: (feed: Element) => boolean,
  more: Pick<XmlRule, "severity" | "mend" | "fails" | "passes"> & { inAtom?: string },
): XmlRule {
  const { inAtom = `<${tag}>`, ...rule } = more;
  return {
    name: `itunes/feed-${name}-required`,
    formats: ["rss", "atom"],
    element: `<${tag}>`,
    section: "Apple, Podcast RSS feed requirements",
    url: REQUIRED_URL,
    says: `A podcast’s feed has <${tag}>`,
    on: { roles: ["feed"], namespaces: [ITUNES] },
    check: (element, sheet) => {
      if (element.role !== "feed") {
        useOf(sheet).seen = true;
        return undefined;
      }
      return useOf(sheet).seen && !has(element)
        ? `the feed has Apple’s tags, and no ${sheet.format === "atom" ? inAtom : `<${tag}>`}`
        : undefined;
    },
    ...rule,
  };
}

const hasTag = (local: string) => (feed: Element) => firstChild(feed, ITUNES + local) !== undefined;

export const ITUNES_CHANNEL_RULES: readonly XmlRule[] = [
  required("language", "language", saysLanguage, {
    inAtom: "xml:lang",
    severity: "warning",
    mend: 'Add the language that is spoken: <language>en</language>, or in Atom <feed xml:lang="en">.',
    fails: wholePodcast("", ["language"]),
    passes: wholePodcast("<language>en</language>"),
  }),
  required("category", "itunes:category", hasTag("category"), {
    severity: "warning",
    mend: 'Add a category of Apple’s list: <itunes:category text="News"/>.',
    fails: wholePodcast("", ["itunes:category"]),
    passes: wholePodcast('<itunes:category text="News"/>'),
  }),
  required("explicit", "itunes:explicit", hasTag("explicit"), {
    severity: "warning",
    mend: "Add <itunes:explicit>false</itunes:explicit> to the channel, or true.",
    fails: wholePodcast("", ["itunes:explicit"]),
    passes: wholePodcast("<itunes:explicit>false</itunes:explicit>"),
  }),
  required("owner", "itunes:owner", hasTag("owner"), {
    severity: "warning",
    mend: "Add <itunes:owner> with an <itunes:email>, which directories write to.",
    fails: wholePodcast("", ["itunes:owner"]),
    passes: wholePodcast("<itunes:owner><itunes:email>desk@gazette.example</itunes:email></itunes:owner>"),
  }),
  required("image", "itunes:image", hasTag("image"), {
    severity: "advice",
    mend: 'Add the show’s artwork, a JPEG or PNG of 1400 to 3000 pixels: <itunes:image href="https://example.org/cover.jpg"/>.',
    fails: wholePodcast("", ["itunes:image"]),
    passes: wholePodcast('<itunes:image href="https://gazette.example/cover.jpg"/>'),
  }),
  {
    name: "itunes/encoding",
    severity: "warning",
    formats: ["rss", "atom"],
    element: "<?xml encoding?>",
    section: "Apple, Podcast RSS feed requirements",
    url: REQUIRED_URL,
    says: "A podcast’s feed is in UTF-8",
    mend: "Write the feed in UTF-8, and say so.",
    on: { roles: ["feed"] },
    check: (_, sheet) => {
      const encoding = useOf(sheet).seen ? declaredEncoding(sheet.source) : undefined;
      return encoding === undefined || /^utf-?8$/i.test(encoding)
        ? undefined
        : `the encoding is ${encoding}, and Apple asks for UTF-8`;
    },
    fails: `<?xml version="1.0" encoding="iso-8859-1"?>\n${wholePodcast("")}`,
    passes: `<?xml version="1.0" encoding="utf-8"?>\n${wholePodcast("")}`,
  },
  {
    name: "itunes/owner-email-required",
    severity: "error",
    formats: ["rss", "rdf", "atom", "entry"],
    element: "<itunes:owner>",
    section: "Apple, A Podcaster’s Guide to RSS, itunes:owner",
    url: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    says: "An owner has an e-mail address",
    mend: "Add <itunes:email> to <itunes:owner>, or leave the owner out.",
    readers: "Directories write to this address to prove who owns the podcast.",
    on: { names: [`${ITUNES}owner`] },
    check: (owner) =>
      firstChild(owner, `${ITUNES}email`) ? undefined : "the owner has no <itunes:email>, which is what it is for",
    fails: wholePodcast("<itunes:owner><itunes:name>The desk</itunes:name></itunes:owner>"),
    passes: wholePodcast("<itunes:owner><itunes:email>desk@gazette.example</itunes:email></itunes:owner>"),
  },
  {
    name: "itunes/deprecated",
    severity: "advice",
    formats: ["rss", "rdf", "atom", "entry"],
    element: "<itunes:keywords>, <itunes:order>, <itunes:isClosedCaptioned>, <itunes:pubDate>",
    section: "Apple, A Podcaster’s Guide to RSS",
    url: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    says: "A tag is one that Apple still reads",
    mend: "Leave it out; nothing is lost.",
    on: { names: ["keywords", "order", "isClosedCaptioned", "pubDate"].map((local) => ITUNES + local) },
    check: ({ name }) => `Apple no longer reads <itunes:${name.slice(ITUNES.length)}>`,
    fails: wholePodcast("<itunes:keywords>harbour, boats</itunes:keywords>"),
    passes: wholePodcast(""),
  },
];

/** As the XML declaration says it (XML 1.0 §2.8). */
const declaredEncoding = (source: string): string | undefined =>
  /^\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(source.slice(0, 300))?.[1];
