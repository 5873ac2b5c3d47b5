import type { Vocabulary } from "../declare.ts";
import { ABSOLUTE_URL, HTTP_URL } from "../forms/addresses.ts";
import { TRUE_FALSE } from "../forms/words.ts";

const FEED = ["feed", "source"];

/** The source namespace of Dave Winer's, which grows with his software. */
export const SOURCE: Vocabulary = {
  prefix: "source",
  namespace: "{http://source.scripting.com/}",
  title: "The source namespace",
  url: "http://source.scripting.com/",
  formats: ["rss"],
  aliases: ["{https://source.scripting.com/}"],
  mistaken: ["{http://source.smallpict.com/2014/07/12/theSourceNamespace.html}", "{http://source.scripting.com}"],
  unknown: "advice",
  elements: {
    account: {
      ...{ in: [...FEED, "entry"], attributes: { service: { required: true } } },
      example: '<source:account service="mastodon">@desk@gazette.example</source:account>',
    },
    archive: { in: FEED, once: true, example: "<source:archive></source:archive>" },
    url: {
      in: ["archive"],
      once: true,
      text: [HTTP_URL],
      example: "<source:url>https://gazette.example/archive/</source:url>",
    },
    filename: { in: ["archive"], once: true, example: "<source:filename>feed.xml</source:filename>" },
    startDay: { in: ["archive"], once: true, example: "<source:startDay>2026-03-13</source:startDay>" },
    endDay: { in: ["archive"], once: true, example: "<source:endDay>2026-04-13</source:endDay>" },
    blogroll: {
      ...{ in: FEED, once: true, text: [HTTP_URL] },
      example: "<source:blogroll>https://gazette.example/blogroll.opml</source:blogroll>",
    },
    cloud: {
      in: FEED,
      once: true,
      text: [ABSOLUTE_URL],
      example: "<source:cloud>https://gazette.example/hub</source:cloud>",
    },
    comments: {
      in: ["entry"],
      example: "<source:comments>https://gazette.example/boat/comments.rss</source:comments>",
    },
    inReplyTo: {
      ...{ in: ["entry"], once: true, attributes: { isPermaLink: { forms: [TRUE_FALSE] } } },
      example: "<source:inReplyTo>https://gazette.example/boat</source:inReplyTo>",
    },
    likes: {
      ...{ in: FEED, once: true, attributes: { server: { required: true, forms: [HTTP_URL] } } },
      example: '<source:likes server="https://likes.gazette.example/"/>',
    },
    linkFull: {
      ...{ in: ["entry"], once: true, text: [HTTP_URL] },
      example: "<source:linkFull>https://gazette.example/2026/03/13/boat</source:linkFull>",
    },
    localTime: {
      in: FEED,
      once: true,
      example: "<source:localTime>Fri, March 13, 2026 6:00 AM EST</source:localTime>",
    },
    markdown: { in: ["entry"], once: true, example: "<source:markdown>She left at *dawn*.</source:markdown>" },
    outline: { in: ["entry", "outline"], example: '<source:outline text="She left at dawn." type="outline"/>' },
    self: {
      in: [...FEED, "entry"],
      once: true,
      text: [HTTP_URL],
      example: "<source:self>https://gazette.example/feed.rss</source:self>",
    },
    subscriptionList: {
      ...{ in: FEED, attributes: { url: { required: true, forms: [HTTP_URL] } } },
      example:
        '<source:subscriptionList url="https://gazette.example/list.opml">What we read</source:subscriptionList>',
    },
  },
};
