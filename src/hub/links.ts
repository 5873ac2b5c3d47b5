/** The `Link` of a document, wherever it is sent (WebSub §4, §7; RFC 8288 §3): its hub, and the topic that it is of. */
export const hubLinks = (hub: string, self: string): string => `<${hub}>; rel="hub", <${self}>; rel="self"`;
