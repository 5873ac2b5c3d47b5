import type { Vocabulary } from "../../declare.ts";
import { extensionOf, HTTP_URL } from "../../forms/addresses.ts";
import { CONTACT } from "../../forms/contacts.ts";
import { RFC_822 } from "../../forms/dates.ts";
import { DURATION } from "../../forms/durations.ts";
import { clip, type Form } from "../../forms/form.ts";
import { POSITIVE } from "../../forms/numbers.ts";
import { noLongerThan, oneOfAnyCase } from "../../forms/words.ts";
import { PODCAST } from "../podcast/common.ts";
import { ITUNES_CATEGORY_RULES } from "./category-rules.ts";
import { ITUNES_CHANNEL_RULES } from "./channel-rules.ts";
import { podcastDocument } from "./examples.ts";
import { ITUNES_ITEM_RULES } from "./item-rules.ts";
import { ITUNES } from "./namespace.ts";

const REQUIREMENTS = "https://podcasters.apple.com/support/823-podcast-requirements";
/** An episode, and one that is live. */
const ITUNES_EPISODE = ["entry", `${PODCAST}liveItem`];
const ANYWHERE = [...ITUNES_EPISODE, "feed", "source"];
const SHOW = ["feed", "source"];
const FORMER = ["yes", "no", "clean", "explicit"];

const EXPLICIT: Form = {
  ...oneOfAnyCase("value", ["true", "false", ...FORMER]),
  says: "true or false",
  mend: "Write true, if there is something that not every age should hear, or false.",
  bad: "maybe",
};

const EXPLICIT_TODAY: Form = {
  name: "true-false",
  says: "true or false, and no longer yes, no or clean",
  severity: "warning",
  mend: "Write true instead of yes or explicit, and false instead of no or clean.",
  fault: (text) =>
    FORMER.includes(text.toLowerCase())
      ? `"${text}" is how Apple had it before: it asks for true or false now`
      : undefined,
  good: "false",
  bad: "clean",
};

/** Apple takes pictures of two kinds, and looks at what the server says; a name that says something else is a sign. */
const ARTWORK: Form = {
  name: "artwork",
  says: "a JPEG or a PNG, as far as its name tells",
  severity: "warning",
  url: REQUIREMENTS,
  mend: "Make the picture a JPEG or a PNG, square, of 1400 to 3000 pixels.",
  fault: (text) =>
    OTHER_PICTURES.has(extensionOf(text) ?? "")
      ? `"${clip(text)}" is no JPEG and no PNG, and Apple takes nothing else`
      : undefined,
  good: "https://gazette.example/cover.jpg",
  bad: "https://gazette.example/cover.webp",
};
const OTHER_PICTURES = new Set(["gif", "webp", "svg", "avif", "bmp", "tif", "tiff"]);

/** Apple's tags for podcasts. */
export const ITUNES_VOCABULARY: Vocabulary = {
  prefix: "itunes",
  namespace: ITUNES,
  title: "Apple, A Podcaster’s Guide to RSS",
  url: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
  formats: ["rss", "rdf", "atom", "entry"],
  mistaken: ["{http://www.itunes.com/DTDs/Podcast-1.0.dtd}", "{http://www.itunes.com/DTDs/PodCast-1.0.dtd}"],
  document: podcastDocument,
  elements: {
    author: {
      in: ANYWHERE,
      once: true,
      text: [noLongerThan(255, "error")],
      example: "<itunes:author>Ada Quayle</itunes:author>",
    },
    block: {
      in: ANYWHERE,
      once: true,
      text: [
        {
          ...oneOfAnyCase("yes-no", ["yes", "no", "clean"]),
          says: "Yes, or No",
          mend: "Write Yes to keep it out of Apple’s directory, or leave the element out.",
        },
      ],
      example: "<itunes:block>Yes</itunes:block>",
    },
    category: {
      in: ["feed", "source", "category"],
      attributes: { text: { required: true } },
      example: '<itunes:category text="News"></itunes:category>',
      url: "https://podcasters.apple.com/support/1691-apple-podcasts-categories",
    },
    complete: {
      in: SHOW,
      once: true,
      text: [
        {
          ...oneOfAnyCase("yes-no", ["yes", "no"]),
          severity: "warning",
          says: "Yes, or No",
          mend: "Write Yes when no more episodes will come, or leave the element out.",
        },
      ],
      example: "<itunes:complete>Yes</itunes:complete>",
    },
    duration: { in: ITUNES_EPISODE, once: true, text: [DURATION], example: "<itunes:duration>45:10</itunes:duration>" },
    email: { in: ["owner"], once: true, text: [CONTACT], example: "<itunes:email>desk@gazette.example</itunes:email>" },
    episode: { in: ITUNES_EPISODE, once: true, text: [POSITIVE], example: "<itunes:episode>12</itunes:episode>" },
    episodeType: {
      in: ITUNES_EPISODE,
      once: true,
      text: [oneOfAnyCase("value", ["full", "trailer", "bonus"])],
      example: "<itunes:episodeType>full</itunes:episodeType>",
    },
    explicit: {
      in: ANYWHERE,
      once: true,
      text: [EXPLICIT, EXPLICIT_TODAY],
      example: "<itunes:explicit>false</itunes:explicit>",
    },
    image: {
      in: ANYWHERE,
      once: true,
      text: "none",
      attributes: { href: { required: true, forms: [HTTP_URL, ARTWORK] } },
      example: '<itunes:image href="https://gazette.example/cover.jpg"/>',
    },
    isClosedCaptioned: {
      in: ITUNES_EPISODE,
      once: true,
      example: "<itunes:isClosedCaptioned>Yes</itunes:isClosedCaptioned>",
    },
    keywords: {
      in: ANYWHERE,
      once: true,
      text: [noLongerThan(255, "error")],
      attributes: {},
      example: "<itunes:keywords>harbour, boats</itunes:keywords>",
    },
    name: {
      in: ["owner"],
      once: true,
      text: [noLongerThan(255, "error")],
      example: "<itunes:name>The desk</itunes:name>",
    },
    "new-feed-url": {
      in: SHOW,
      once: true,
      text: [HTTP_URL],
      example: "<itunes:new-feed-url>https://gazette.example/talk.rss</itunes:new-feed-url>",
    },
    order: { in: ITUNES_EPISODE, once: true, text: [POSITIVE], example: "<itunes:order>3</itunes:order>" },
    owner: {
      in: SHOW,
      once: true,
      example: "<itunes:owner><itunes:email>desk@gazette.example</itunes:email></itunes:owner>",
    },
    pubDate: {
      in: SHOW,
      once: true,
      text: [RFC_822],
      example: "<itunes:pubDate>Fri, 13 Mar 2026 06:00:00 GMT</itunes:pubDate>",
    },
    season: { in: ITUNES_EPISODE, once: true, text: [POSITIVE], example: "<itunes:season>2</itunes:season>" },
    subtitle: {
      in: ANYWHERE,
      once: true,
      text: [noLongerThan(255, "error")],
      example: "<itunes:subtitle>News of the harbour</itunes:subtitle>",
    },
    summary: {
      in: ANYWHERE,
      once: true,
      text: [noLongerThan(4000, "error")],
      example: "<itunes:summary>What came in, and what went out.</itunes:summary>",
    },
    title: { in: ANYWHERE, once: true, example: "<itunes:title>The first boat out</itunes:title>" },
    type: {
      in: SHOW,
      once: true,
      text: [oneOfAnyCase("value", ["episodic", "serial"])],
      example: "<itunes:type>episodic</itunes:type>",
    },
    applepodcastsverify: {
      in: SHOW,
      once: true,
      example: "<itunes:applepodcastsverify>9c0f2a30-5a1e</itunes:applepodcastsverify>",
    },
  },
  rules: [...ITUNES_CHANNEL_RULES, ...ITUNES_CATEGORY_RULES, ...ITUNES_ITEM_RULES],
};
