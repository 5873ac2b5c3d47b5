import { clip, type Form } from "./form.ts";
import { canonicalIri } from "./iri.ts";

/** Whether a reference starts with a scheme (RFC 3986 §3.1), and so is not relative. */
export const hasScheme = (reference: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(reference);

/** The end of a file's name in an address, in lower case, as `mp3`; undefined where there is none. A host's name is no file's. */
export const extensionOf = (address: string): string | undefined =>
  /\.([a-z\d]{1,10})$/i
    .exec(address.replace(/[?#].*$/s, "").replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*/i, ""))?.[1]
    ?.toLowerCase();

/** What a URI is not made of, in ASCII: white space, controls and `"<>\^`{|}` (RFC 3986 §2). */
const FOREIGN = /[^\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e\x80-\u{10ffff}]/u;
/** Letters of no script: control characters, and what is no character (RFC 3987 §2.2). */
const NO_LETTER = /[\x80-\x9f\ufff0-\uffff]/;

/** What keeps a text from being an IRI reference (RFC 3987 §2.2), that is a URI reference in the letters of any script. */
function referenceFault(text: string): string | undefined {
  const [foreign] = FOREIGN.exec(text) ?? NO_LETTER.exec(text) ?? [];
  if (foreign !== undefined)
    return `"${clip(text)}" has ${nameOf(foreign)}, which no address has: it is written as ${encodeURIComponent(foreign)}`;
  if (/%(?![0-9a-f]{2})/i.test(text)) return `"${clip(text)}" has a % that no two hexadecimal digits follow`;
  const [, scheme, rest = ""] = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(text) ?? [];
  if (/^(?:https?|ftp)$/i.test(scheme ?? "") && !/^\/\/[^/?#]/.test(rest)) return `"${clip(text)}" names no host`;
  const afterHost = text.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, "");
  const [bracket] = /[[\]]/.exec(afterHost) ?? [];
  return (
    bracket && `"${clip(text)}" has a ${bracket} behind its host, which is written as ${encodeURIComponent(bracket)}`
  );
}

const nameOf = (character: string): string =>
  /\s/.test(character)
    ? "white space"
    : /[\p{C}]/u.test(character)
      ? `the character U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`
      : `a ${character}`;

const blankFault = (text: string): string | undefined => (text === "" ? "there is no address" : undefined);

const absoluteFault = (text: string): string | undefined =>
  blankFault(text) ?? (hasScheme(text) ? referenceFault(text) : `"${clip(text)}" is no whole address`);

/** Letters outside of ASCII are percent-encoded where a format asks for a URI (RFC 3986 §2). */
const asciiFault = (text: string): string | undefined =>
  /[^\x21-\x7e]/.test(text) ? `"${clip(text)}" is an IRI, not percent-encoded ASCII` : undefined;

/** An absolute URL, of any scheme. */
export const ABSOLUTE_URL: Form = {
  name: "url",
  says: "an absolute URL",
  section: "RFC 3986 §4.3",
  url: "https://www.rfc-editor.org/rfc/rfc3986#section-4.3",
  mend: "Write the whole address, with its scheme, letters outside of ASCII percent-encoded: https://example.org/page.",
  fault: (text) => absoluteFault(text) ?? asciiFault(text),
  good: "https://gazette.example/boat",
  bad: "boat.html",
};

/** An address that readers fetch. */
export const HTTP_URL: Form = {
  ...ABSOLUTE_URL,
  name: "http-url",
  says: "an http(s) URL",
  fault: (text) =>
    ABSOLUTE_URL.fault(text) ?? (/^https?:/i.test(text) ? undefined : `"${clip(text)}" is not an http(s) URL`),
  bad: "ftp://gazette.example/boat",
};

/** An absolute IRI, which may have letters of any script. */
export const ABSOLUTE_IRI: Form = {
  name: "iri",
  says: "an absolute IRI",
  section: "RFC 3987 §2.2",
  url: "https://www.rfc-editor.org/rfc/rfc3987#section-2.2",
  mend: "Write the whole address, with its scheme: https://example.org/page, or tag:example.org,2026:page.",
  fault: absoluteFault,
  good: "https://gazette.example/bøat",
  bad: "boat.html",
};

/** An IRI or a reference relative to the base; empty, it is the document itself (RFC 3986 §4.4). */
export const IRI_REFERENCE: Form = {
  name: "iri-reference",
  says: "an IRI reference",
  section: "RFC 3987 §2.2",
  url: "https://www.rfc-editor.org/rfc/rfc3987#section-2.2",
  mend: "Write an address, with white space and the like percent-encoded: https://example.org/two%20boats.",
  fault: referenceFault,
  good: "/bøat",
  bad: "https://gazette.example/two boats",
};

/** In Atom's persons and ids a scheme that nobody has registered is mostly a slip. */
export const REGISTERED_SCHEME: Form = {
  name: "scheme",
  severity: "warning",
  says: "of a scheme that is registered, if it has one",
  section: "RFC 7595 §3",
  url: "https://www.iana.org/assignments/uri-schemes/uri-schemes.xhtml",
  mend: "Use https:, tag: or urn:uuid:.",
  fault: (text) => {
    const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(text) ?? [];
    return scheme === undefined || SCHEMES.has(scheme.toLowerCase())
      ? undefined
      : `the scheme ${clip(scheme)}: of "${clip(text)}" is not registered`;
  },
  good: "https://gazette.example/boat",
  bad: "boat:first",
};

/** Of IANA's permanent schemes, and those of others that feeds have: where a scheme is none of them, ask whether it is meant. */
const SCHEMES = new Set(
  (
    "about acct at bitcoin callto cid crid data dat dav dict did dns feed file ftp geo git go gopher gemini h323 http https im imap info ipfs ipns " +
    "ipp irc ircs jabber ldap ldaps lbry magnet mailto matrix mid mms ni nih news nfs nntp nostr oai opaquelocktoken pop pres rsync rtmp rtsp " +
    "service sftp sip sips skype sms smb snmp spotify ssh steam tag tel telnet tftp thismessage tv urn vemmi wais web ws wss xmpp xri z39.50r z39.50s"
  ).split(" "),
);

/** A tag URI; of what is none, nothing is wrong. */
export const TAG_URI: Form = {
  name: "tag-uri",
  says: "a well-formed tag URI, if it is one",
  section: "RFC 4151 §2.1",
  url: "https://www.rfc-editor.org/rfc/rfc4151#section-2.1",
  mend: "Write it as tag:example.org,2024:something: a name that you owned, in lower case, and when.",
  fault: (text) => {
    if (!/^tag:/i.test(text)) return undefined;
    const [, authority, date, specific = ""] = /^tag:([^,:]*),([^:]*):(.*)$/s.exec(text) ?? [];
    if (authority === undefined || date === undefined) return `"${clip(text)}" is not of the form tag:owner,date:name`;
    if (/[A-Z]/.test(authority)) return `"${clip(text)}" has capitals in its authority`;
    if (!/^(?:[a-z0-9._-]+@)?[a-z0-9][a-z0-9.-]*$/.test(authority))
      return `"${clip(authority)}" in "${clip(text)}" is neither a domain nor an e-mail address`;
    if (!/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(date))
      return `"${clip(date)}" in "${clip(text)}" is not a date as 2024, 2024-09 or 2024-09-07`;
    const [strange] = /[^\w;/?:@&=+$.\-!~*'(),%#\x80-\u{10ffff}]/u.exec(specific) ?? [];
    return strange && `"${clip(text)}" has ${nameOf(strange)}, which no tag URI has`;
  },
  good: "tag:gazette.example,2026:boat",
  bad: "tag:gazette.example:boat",
};

/** A URN; of what is none, nothing is wrong. */
export const URN: Form = {
  name: "urn",
  says: "a well-formed URN, if it is one",
  section: "RFC 8141 §2",
  url: "https://www.rfc-editor.org/rfc/rfc8141#section-2",
  mend: "Write it as urn:isbn:9780141036144: the namespace in letters, digits and hyphens, and the name in it.",
  fault: (text) =>
    !/^urn:/i.test(text) || /^urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:[^/?#\s][^\s]*$/i.test(text)
      ? undefined
      : `"${clip(text)}" is not urn:namespace:name`,
  good: "urn:isbn:9780141036144",
  bad: "urn:is.bn:9780141036144",
};

/** A UUID as a URN; of what is none, nothing is wrong. */
export const UUID_URN: Form = {
  name: "uuid",
  says: "a well-formed UUID, if it is one",
  section: "RFC 9562 §4",
  url: "https://www.rfc-editor.org/rfc/rfc9562#section-4",
  mend: "Write 8, 4, 4, 4 and 12 hexadecimal digits with hyphens between them, as a generator of UUIDs gives them.",
  fault: (text) =>
    !/^urn:uuid:/i.test(text) || /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
      ? undefined
      : `"${clip(text)}" is not a UUID`,
  good: "urn:uuid:1b4e28ba-2fa1-41d2-883f-0016d3cca427",
  bad: "urn:uuid:1b4e28ba-2fa1-41d2-883f",
};

/** Addresses that are compared letter by letter are best written in the one way that nobody would change. */
export const CANONICAL_IRI: Form = {
  name: "canonical",
  severity: "warning",
  says: "in the form that republishers do not change",
  section: "RFC 3986 §6.2",
  url: "https://www.rfc-editor.org/rfc/rfc3986#section-6.2",
  mend: "Write scheme and host in lower case, no default port, no dot segments, escapes in capitals; for a new entry only, for an id never changes.",
  fault: (text) => {
    if (absoluteFault(text) !== undefined) return undefined;
    const canonical = canonicalIri(text);
    return canonical === text ? undefined : `"${clip(text)}" could also be written as "${clip(canonical)}"`;
  },
  good: "https://gazette.example/~ada",
  bad: "HTTPS://Gazette.example:443/%7eada",
};
