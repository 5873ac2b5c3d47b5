import type { ElementDeclaration } from "../../declare.ts";
import { ABSOLUTE_URL, HTTP_URL } from "../../forms/addresses.ts";
import { oneOf } from "../../forms/form.ts";
import { GUID } from "../../forms/identifiers.ts";
import { INTEGER } from "../../forms/numbers.ts";
import { noLongerThan } from "../../forms/words.ts";
import { ANY_LEVEL, EPISODE, tagPage } from "./common.ts";
import { MEDIUM } from "./mediums.ts";

/** Protocols of the lists that the namespace keeps; others may come. */
const CHATS = { ...oneOf("value", ["irc", "xmpp", "nostr", "matrix"]), severity: "warning" } as const;
const COMMENTS = {
  ...oneOf("value", ["disabled", "activitypub", "twitter", "lightning", "atproto", "hive", "matrix", "nostr"]),
  severity: "warning",
} as const;

/** Where else people, other feeds and conversations are to be found. */
export const PODCAST_LINKS: Record<string, ElementDeclaration> = {
  funding: {
    ...{ in: ANY_LEVEL, text: [noLongerThan(128)], url: tagPage("funding") },
    attributes: { url: { required: true, forms: [HTTP_URL] } },
    example: '<podcast:funding url="https://gazette.example/give">Support the paper</podcast:funding>',
  },
  contentLink: {
    ...{ in: EPISODE, url: tagPage("content-link") },
    attributes: { href: { required: true, forms: [ABSOLUTE_URL] } },
    example: '<podcast:contentLink href="https://gazette.example/live">Listen live</podcast:contentLink>',
  },
  socialInteract: {
    ...{ in: ANY_LEVEL, text: "none", url: tagPage("social-interact") },
    attributes: {
      protocol: { required: true, forms: [COMMENTS] },
      uri: { forms: [ABSOLUTE_URL] },
      accountId: {},
      accountUrl: { forms: [HTTP_URL] },
      priority: { forms: [INTEGER] },
    },
    example: '<podcast:socialInteract protocol="activitypub" uri="https://gazette.example/@desk/1"/>',
  },
  chat: {
    ...{ in: ANY_LEVEL, once: true, text: "none", url: tagPage("chat") },
    attributes: { server: { required: true }, protocol: { required: true, forms: [CHATS] }, accountId: {}, space: {} },
    example: '<podcast:chat server="irc.gazette.example" protocol="irc" accountId="@desk"/>',
  },
  podroll: {
    ...{ in: ["feed"], once: true, attributes: {}, url: tagPage("podroll") },
    example: '<podcast:podroll><podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/></podcast:podroll>',
  },
  publisher: {
    ...{ in: ["feed"], once: true, attributes: {}, url: tagPage("publisher") },
    example:
      '<podcast:publisher><podcast:remoteItem medium="publisher" feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/></podcast:publisher>',
  },
  remoteItem: {
    ...{ in: ["feed", "podroll", "publisher", "valueTimeSplit"], text: "none", url: tagPage("remote-item") },
    attributes: {
      feedGuid: { required: true, forms: [GUID] },
      feedUrl: { forms: [HTTP_URL] },
      itemGuid: {},
      medium: { forms: [MEDIUM] },
      title: {},
    },
    example: '<podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/>',
  },
};
