import { childrenOf, firstChild } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { MEDIA } from "../../namespaces.ts";
import type { XmlRule } from "../../rule.ts";
import { MEDIA_RSS, mediaSection } from "./common.ts";

const { formats } = MEDIA_RSS;

const group = (...attributes: string[]): string =>
  documentOf("rss", {
    entry: `<media:group>${attributes.map((more, number) => `<media:content url="https://gazette.example/boat${number}.mp3"${more}/>`).join("")}</media:group>`,
  });

export const MEDIA_CONTENT_RULES: readonly XmlRule[] = [
  {
    formats,
    url: mediaSection("content"),
    name: "media/content-source",
    severity: "error",
    element: "<media:content>",
    section: "Media RSS 1.5.1, media:content, url",
    says: "<media:content> has a url, or a <media:player> in it",
    mend: "Add the url of the media, or a <media:player> with the page that plays them.",
    readers: "A reader has nothing to show.",
    on: { names: [`${MEDIA}content`] },
    check: (content) =>
      content.attributes.has("url") || firstChild(content, `${MEDIA}player`)
        ? undefined
        : "there is neither a url nor a <media:player>",
    fails: documentOf("rss", { entry: '<media:content medium="image"/>' }),
    passes: documentOf("rss", {
      entry: '<media:content medium="video"><media:player url="https://gazette.example/player"/></media:content>',
    }),
  },
  {
    formats,
    url: mediaSection("group"),
    name: "media/group-alternatives",
    severity: "warning",
    element: "<media:group>",
    section: "Media RSS 1.5.1, media:group",
    says: "A <media:group> has two <media:content> or more, which are the same in different forms",
    mend: "Take the group away, and let its <media:content> stand in the entry.",
    on: { names: [`${MEDIA}group`] },
    check: (element) => {
      const count = childrenOf(element, `${MEDIA}content`).length;
      return count < 2
        ? `there ${count === 0 ? "is no <media:content>" : "is one <media:content> only"} in the group, and nothing to choose from`
        : undefined;
    },
    fails: group(""),
    passes: group("", ""),
  },
  {
    formats,
    url: mediaSection("content"),
    name: "media/group-default",
    severity: "warning",
    element: "media:content isDefault",
    section: "Media RSS 1.5.1, media:content, isDefault",
    says: "A <media:group> has one default",
    mend: "Leave isDefault at one <media:content> of the group.",
    on: { names: [`${MEDIA}group`] },
    check: (element) => {
      const defaults = childrenOf(element, `${MEDIA}content`).filter(
        ({ attributes }) => attributes.get("isDefault")?.toLowerCase() === "true",
      );
      return defaults.length > 1 ? `${defaults.length} <media:content> of the group are the default` : undefined;
    },
    fails: group(' isDefault="true"', ' isDefault="true"'),
    passes: group(' isDefault="true"', ' isDefault="false"'),
  },
  {
    formats,
    url: mediaSection("adult"),
    name: "media/adult-deprecated",
    severity: "warning",
    element: "<media:adult>",
    section: "Media RSS 1.5.1, media:adult",
    says: "Whom media are for is said by <media:rating>, which took the place of <media:adult>",
    mend: 'Write <media:rating scheme="urn:simple">adult</media:rating>, or nonadult.',
    on: { names: [`${MEDIA}adult`] },
    check: () => "<media:adult> is deprecated: <media:rating> took its place",
    fails: documentOf("rss", { entry: "<media:adult>false</media:adult>" }),
    passes: documentOf("rss", { entry: "<media:rating>nonadult</media:rating>" }),
  },
];
