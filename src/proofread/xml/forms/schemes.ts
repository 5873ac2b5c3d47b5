import { clip, type Form } from "./form.ts";

/** Schemes that are registered, and that a reader can hand on to a browser or another program. */
const OPENED = new Set(
  (
    "http https ftp ftps sftp gopher mailto news nntp tel sms fax geo urn tag data cid mid file nfs sip sips xmpp im pres imap pop " +
    "irc ircs ldap ldaps rtsp rtsps rtmp mms crid dict dav git magnet ipfs ipns dat hyper gemini doi info ark acct at nostr " +
    "matrix spotify steam skype wais telnet prospero opaquelocktoken vemmi dns tv webcal z39.50r z39.50s h323 tftp snmp"
  ).split(" "),
);

/** An address whose scheme programs know. What has no scheme is looked at by others. */
export const OPENED_SCHEME: Form = {
  name: "scheme",
  says: "of a scheme that programs know",
  severity: "warning",
  section: "RFC 3986 §3.1; IANA, Uniform Resource Identifier (URI) Schemes",
  url: "https://www.iana.org/assignments/uri-schemes/uri-schemes.xhtml",
  mend: "Write an address that a browser opens: https://example.org/page.",
  fault: (text) => {
    const scheme = /^([a-z][a-z0-9+.-]{0,30}):/i.exec(text)?.[1]?.toLowerCase();
    return scheme === undefined || OPENED.has(scheme)
      ? undefined
      : `"${clip(text)}" has the scheme ${scheme}, which is not one that readers open`;
  },
  good: "https://gazette.example/boat",
  bad: "javascript:void(0)",
};
