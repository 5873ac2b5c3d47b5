import { childrenOf, type Element, firstChild } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { clip } from "../../forms/form.ts";
import type { XmlRule } from "../../rule.ts";
import { PODCAST, PODCAST_FORMATS, tagPage } from "./common.ts";
import { RECIPIENT } from "./payments.ts";
import { PODCAST_GROUPS, PODCAST_ROLES } from "./taxonomy.ts";

const feed = (markup: string): string => documentOf("rss", { feed: markup, namespaces: { podcast: PODCAST } });
const entry = (markup: string): string => documentOf("rss", { entry: markup, namespaces: { podcast: PODCAST } });

const ITEM = '<podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/>';
const PUBLISHER = ITEM.replace("<podcast:remoteItem", '$& medium="publisher"');

/** A rule of one tag; its section is that tag's page. */
function ruleOf(
  local: string,
  page: string,
  rule: Pick<XmlRule, "name" | "severity" | "says" | "mend" | "check" | "fails" | "passes" | "readers">,
): XmlRule {
  return {
    ...{ formats: PODCAST_FORMATS, element: `<podcast:${local}>`, section: `Podcast namespace 1.0, podcast:${local}` },
    ...{ url: tagPage(page), on: { names: [PODCAST + local] }, ...rule },
  };
}

/** Whether an element has none of a name. */
const lacks = (element: Element, local: string): boolean => !firstChild(element, PODCAST + local);

export const PODCAST_RULES: readonly XmlRule[] = [
  ruleOf("alternateEnclosure", "alternate-enclosure", {
    name: "podcast/alternateEnclosure-source-required",
    severity: "error",
    says: "An alternate enclosure has a <podcast:source> at least",
    mend: 'Add the file’s address: <podcast:source uri="https://example.org/episode.opus"/>.',
    check: (element) => (lacks(element, "source") ? "there is no <podcast:source>, and so no file" : undefined),
    fails: entry('<podcast:alternateEnclosure type="audio/opus"/>'),
    passes: entry(
      '<podcast:alternateEnclosure type="audio/opus"><podcast:source uri="https://gazette.example/boat.opus"/></podcast:alternateEnclosure>',
    ),
  }),
  ruleOf("podroll", "podroll", {
    name: "podcast/podroll-remoteItem-required",
    severity: "error",
    says: "A podroll has a <podcast:remoteItem> at least",
    mend: "Add the podcasts that you recommend, each as a <podcast:remoteItem>, or leave the podroll out.",
    check: (element) => (lacks(element, "remoteItem") ? "the podroll recommends nothing" : undefined),
    fails: feed("<podcast:podroll></podcast:podroll>"),
    passes: feed(`<podcast:podroll>${ITEM}</podcast:podroll>`),
  }),
  ruleOf("publisher", "publisher", {
    name: "podcast/publisher-remoteItem",
    severity: "error",
    says: "A publisher is one <podcast:remoteItem> whose medium is publisher",
    mend: 'Write one <podcast:remoteItem medium="publisher" feedGuid="…" feedUrl="…"/> in it.',
    check: (element) => {
      const items = childrenOf(element, `${PODCAST}remoteItem`);
      if (items.length !== 1) return `there are ${items.length} <podcast:remoteItem>, and one is wanted`;
      return items[0]?.attributes.get("medium") === "publisher"
        ? undefined
        : "the <podcast:remoteItem> is not of the medium publisher";
    },
    fails: feed(`<podcast:publisher>${ITEM}</podcast:publisher>`),
    passes: feed(`<podcast:publisher>${PUBLISHER}</podcast:publisher>`),
  }),
  ruleOf("value", "value", {
    name: "podcast/value-recipient-required",
    severity: "error",
    says: "A value block has a <podcast:valueRecipient> at least",
    mend: "Add who is paid, each as a <podcast:valueRecipient>.",
    check: (element) =>
      lacks(element, "valueRecipient") ? "there is no <podcast:valueRecipient>, so nobody is paid" : undefined,
    fails: feed('<podcast:value type="lightning" method="lnaddress"/>'),
    passes: feed(`<podcast:value type="lightning" method="lnaddress">${RECIPIENT}</podcast:value>`),
  }),
  ruleOf("valueTimeSplit", "value-time-split", {
    name: "podcast/valueTimeSplit-recipients",
    severity: "error",
    says: "A time split has either one <podcast:remoteItem> or recipients",
    mend: "Name the recipients, or one remote item whose recipients are paid.",
    check: (element) => {
      const items = childrenOf(element, `${PODCAST}remoteItem`).length;
      if (items > 1) return `there are ${items} <podcast:remoteItem>, and one may be`;
      const isPaid = !lacks(element, "valueRecipient");
      if (items === 1 && isPaid) return "there are recipients beside a <podcast:remoteItem>";
      return items === 0 && !isPaid ? "nobody is named who is paid" : undefined;
    },
    fails: feed(
      `<podcast:value type="lightning" method="lnaddress">${RECIPIENT}<podcast:valueTimeSplit startTime="60" duration="20"/></podcast:value>`,
    ),
    passes: feed(
      `<podcast:value type="lightning" method="lnaddress">${RECIPIENT}<podcast:valueTimeSplit startTime="60" duration="20">${ITEM}</podcast:valueTimeSplit></podcast:value>`,
    ),
  }),
  ruleOf("liveItem", "live-item", {
    name: "podcast/liveItem-contentLink-required",
    severity: "error",
    says: "A live item has a <podcast:contentLink>",
    mend: "Add a <podcast:contentLink> with a page that plays the stream.",
    readers: "An app that cannot play the stream has nothing to show in its place.",
    check: (element) =>
      lacks(element, "contentLink")
        ? "there is no <podcast:contentLink> for apps that cannot play the stream"
        : undefined,
    fails: feed(
      '<podcast:liveItem status="live" start="2026-03-13T06:00:00Z"><title>From the quay</title><guid isPermaLink="false">live-1</guid></podcast:liveItem>',
    ),
    passes: feed(
      '<podcast:liveItem status="live" start="2026-03-13T06:00:00Z"><title>From the quay</title><guid isPermaLink="false">live-1</guid><podcast:contentLink href="https://gazette.example/live">Listen</podcast:contentLink></podcast:liveItem>',
    ),
  }),
  ruleOf("socialInteract", "social-interact", {
    name: "podcast/socialInteract-uri-required",
    severity: "error",
    says: "A conversation has the uri of its first post, unless comments are disabled",
    mend: 'Add the uri of the post, or write protocol="disabled" alone.',
    check: ({ attributes }) =>
      attributes.get("protocol") !== "disabled" && !attributes.has("uri")
        ? "there is no uri of a post that is answered"
        : undefined,
    fails: entry('<podcast:socialInteract protocol="activitypub"/>'),
    passes: entry('<podcast:socialInteract protocol="disabled"/>'),
  }),
  ruleOf("updateFrequency", "update-frequency", {
    name: "podcast/updateFrequency-dtstart-required",
    severity: "error",
    says: "A recurrence that ends after a COUNT has a dtstart",
    mend: "Add dtstart, from which is counted.",
    check: ({ attributes }) =>
      /(?:^|;)COUNT=/i.test(attributes.get("rrule") ?? "") && !attributes.has("dtstart")
        ? "the recurrence has a COUNT, and no dtstart from which is counted"
        : undefined,
    fails: feed('<podcast:updateFrequency rrule="FREQ=WEEKLY;COUNT=6">Six weeks</podcast:updateFrequency>'),
    passes: feed(
      '<podcast:updateFrequency dtstart="2026-03-13" rrule="FREQ=WEEKLY;COUNT=6">Six weeks</podcast:updateFrequency>',
    ),
  }),
  ruleOf("images", "images-(deprecated)", {
    name: "podcast/images-deprecated",
    severity: "advice",
    says: "Pictures are <podcast:image>, which took the place of <podcast:images>",
    mend: "Write a <podcast:image> for each picture.",
    check: () => "<podcast:images> is deprecated: <podcast:image> took its place",
    fails: feed('<podcast:images srcset="https://gazette.example/big.jpg 1500w"/>'),
    passes: feed('<podcast:image href="https://gazette.example/big.jpg" alt="A lighthouse"/>'),
  }),
  ruleOf("image", "image", {
    name: "podcast/image-alt",
    severity: "advice",
    says: "A picture has an alt, for those who do not see it",
    mend: "Add alt with what the picture shows.",
    check: ({ attributes }) => (attributes.has("alt") ? undefined : "there is no alt"),
    fails: feed('<podcast:image href="https://gazette.example/big.jpg"/>'),
    passes: feed('<podcast:image href="https://gazette.example/big.jpg" alt="A lighthouse"/>'),
  }),
  ruleOf("person", "person", {
    name: "podcast/person-role-known",
    severity: "advice",
    says: "A person’s role and group are of the Podcast Taxonomy",
    mend: "Take the role and the group from the taxonomy: host, guest, producer; cast, writing.",
    check: ({ attributes }) => {
      const role = attributes.get("role");
      const group = attributes.get("group");
      return [
        ...(role !== undefined && !PODCAST_ROLES.has(role.toLowerCase())
          ? [`the role "${clip(role)}" is none of the taxonomy`]
          : []),
        ...(group !== undefined && !PODCAST_GROUPS.has(group.toLowerCase())
          ? [`the group "${clip(group)}" is none of the taxonomy`]
          : []),
      ];
    },
    fails: entry('<podcast:person role="captain">Ada Quayle</podcast:person>'),
    passes: entry('<podcast:person role="guest" group="cast">Ada Quayle</podcast:person>'),
  }),
];
