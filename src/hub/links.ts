/**
 * What a topic's answers and deliveries say of it in `Link` (WebSub §4 and §7, RFC 8288): the hub that tells of it, and the topic, byte for
 * byte as the document has both.
 *
 * @param hub an address as `URL` writes them, and so of ASCII without angle brackets; so is the next
 */
export const hubLinks = (hub: string, self: string): string => `<${hub}>; rel="hub", <${self}>; rel="self"`;
