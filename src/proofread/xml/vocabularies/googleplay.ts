import type { Vocabulary } from "../declare.ts";
import { HTTP_URL } from "../forms/addresses.ts";
import { CONTACT } from "../forms/contacts.ts";
import { noLongerThan, oneOfAnyCase, YES_NO } from "../forms/words.ts";

const SHOW = ["feed", "source"];
const ANYWHERE = ["entry", ...SHOW];

/** Google's tags for podcasts. Google Podcasts ended in 2024; other directories still read them where Apple's are not there. */
export const GOOGLEPLAY: Vocabulary = {
  prefix: "googleplay",
  namespace: "{http://www.google.com/schemas/play-podcasts/1.0}",
  title: "Google Play’s podcast tags",
  url: "https://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd",
  formats: ["rss", "atom", "entry"],
  mistaken: [
    "{https://www.google.com/schemas/play-podcasts/1.0}",
    "{http://www.google.com/schemas/play-podcasts/1.0/}",
  ],
  unknown: "warning",
  elements: {
    author: { in: ANYWHERE, once: true, example: "<googleplay:author>Ada Quayle</googleplay:author>" },
    block: { in: ANYWHERE, once: true, text: [YES_NO], example: "<googleplay:block>yes</googleplay:block>" },
    category: {
      ...{ in: [...SHOW, "category"], attributes: { text: { required: true } } },
      example: '<googleplay:category text="News &amp; Politics"></googleplay:category>',
    },
    description: {
      ...{ in: ANYWHERE, once: true, text: [noLongerThan(4000)] },
      example: "<googleplay:description>News of the harbour</googleplay:description>",
    },
    email: {
      ...{ in: SHOW, once: true, text: [CONTACT] },
      example: "<googleplay:email>desk@gazette.example</googleplay:email>",
    },
    explicit: {
      ...{ in: ANYWHERE, once: true, text: [oneOfAnyCase("value", ["yes", "no", "clean", "true", "false"])] },
      example: "<googleplay:explicit>no</googleplay:explicit>",
    },
    image: {
      ...{ in: ANYWHERE, once: true, text: "none", attributes: { href: { required: true, forms: [HTTP_URL] } } },
      example: '<googleplay:image href="https://gazette.example/cover.jpg"/>',
    },
    "new-feed-url": {
      ...{ in: SHOW, once: true, text: [HTTP_URL] },
      example: "<googleplay:new-feed-url>https://gazette.example/talk.rss</googleplay:new-feed-url>",
    },
    owner: { in: SHOW, once: true, example: "<googleplay:owner>desk@gazette.example</googleplay:owner>" },
  },
};
