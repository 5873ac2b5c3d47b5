/**
 * What a text construct, or the content, of Atom says that it is (RFC 4287 §3.1.1 and §4.1.3.1): readers take capitals and space
 * around it as nothing.
 */
export const textTypeOf = (attributes: ReadonlyMap<string, string>): string =>
  (attributes.get("type") ?? "text").trim().toLowerCase();
