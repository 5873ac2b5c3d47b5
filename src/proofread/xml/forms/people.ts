import { clip, type Form } from "./form.ts";

const PROFILE = {
  section: "RSS Best Practices Profile, email addresses",
  url: "https://www.rssboard.org/rss-profile#data-types-email",
};
const MEND = "Write it as ada@gazette.example (Ada Quayle); a name alone stands in <dc:creator>.";

/** A mailbox as RSS writes it: an address, and then a name in parentheses. */
const MAILBOX_ADDRESS: Form = {
  name: "email",
  says: "an e-mail address, with or without a name: ada@gazette.example (Ada Quayle)",
  ...PROFILE,
  mend: MEND,
  fault: (text) => {
    const mailbox = mailboxOf(text);
    if (!mailbox.includes("@")) return `"${clip(text)}" has no e-mail address`;
    // What stands otherwise is looked at by the form, below.
    if (!mailbox.endsWith(")")) return undefined;
    const start = mailbox.indexOf("(");
    const address = mailbox.slice(0, start).trim();
    if (ADDRESS.test(address)) return undefined;
    return ADDRESS.test(mailbox.slice(start + 1, -1).trim())
      ? `"${clip(text)}" has the name where the address belongs, and the address where the name belongs`
      : `"${clip(address)}" is not an e-mail address`;
  },
  good: "ada@gazette.example (Ada Quayle)",
  bad: "Ada Quayle",
};

/** The order of the two. */
const MAILBOX_ORDER: Form = {
  name: "email-format",
  says: "written as address (name)",
  severity: "warning",
  ...PROFILE,
  mend: MEND,
  fault: (text) => {
    const mailbox = mailboxOf(text);
    return mailbox.includes("@") && !mailbox.endsWith(")") && /\s/.test(mailbox)
      ? `"${clip(text)}" is not written as address (name)`
      : undefined;
  },
  good: "ada@gazette.example (Ada Quayle)",
  bad: "Ada Quayle <ada@gazette.example>",
};

/** That there is a name. */
const MAILBOX_NAME: Form = {
  name: "email-name",
  says: "an address and the name of whose it is",
  severity: "warning",
  ...PROFILE,
  mend: "Add the name in parentheses: ada@gazette.example (Ada Quayle).",
  fault: (text) => {
    const mailbox = mailboxOf(text);
    return mailbox.includes("@") && !mailbox.endsWith(")") && !/\s/.test(mailbox)
      ? `"${clip(text)}" is an address without a name`
      : undefined;
  },
  good: "ada@gazette.example (Ada Quayle)",
  bad: "ada@gazette.example",
};

/** All that is asked of a person's mailbox. */
export const MAILBOX: readonly Form[] = [MAILBOX_ADDRESS, MAILBOX_ORDER, MAILBOX_NAME];

const ADDRESS = /^[^\s@<>(),;:"\\[\]]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*$/u;

/** Without the scheme that some write before it (RFC 6068 §2). */
function mailboxOf(text: string): string {
  if (!/^mailto:/i.test(text)) return text;
  try {
    return decodeURIComponent(text.slice("mailto:".length));
  } catch {
    return text;
  }
}
