import { clip, type Form } from "../../forms/form.ts";

/** An address as mail has it, with nothing beside it (RFC 5322 §3.4.1, without quoted names and comments). */
export const EMAIL: Form = {
  name: "email",
  says: "an e-mail address, and nothing else",
  section: "RFC 2822 §3.4.1",
  url: "https://www.rfc-editor.org/rfc/rfc2822#section-3.4.1",
  mend: "Write ada@example.org: the name belongs in <name>.",
  fault: (text) =>
    ADDRESS.test(text) ? undefined : `"${clip(text)}" is not an e-mail address alone, such as ada@example.org`,
  good: "ada@gazette.example",
  bad: "ada@gazette.example (Ada Quayle)",
};

const ADDRESS = /^[^\s@<>()[\],;:\\"]+@(?:[^\s@<>()[\],;:\\"]+|\[[^\s[\]\\]+\])$/;

/** Mail leaves a house only to a host with a dot in its name. */
export const EMAIL_HOST: Form = {
  name: "email-host",
  severity: "warning",
  says: "at a host that the internet knows",
  section: "RFC 5321 §2.3.5",
  url: "https://www.rfc-editor.org/rfc/rfc5321#section-2.3.5",
  mend: "Write the whole host: ada@example.org.",
  fault: (text) =>
    ADDRESS.test(text) && !/@(?:.*\.|\[)/.test(text)
      ? `the host of "${clip(text)}" has no dot, so that no mail gets there`
      : undefined,
  good: "ada@gazette.example",
  bad: "ada@gazette",
};

/** One character before the `@` is enough: to look for all of them costs the square of a long text. */
const HOLDS_ADDRESS = /[^\s@<>()]@[^\s@<>()]+\.[^\s@<>()]/;

export const NO_EMAIL: Form = {
  name: "email-in-name",
  severity: "warning",
  says: "a name for people, without an e-mail address",
  mend: "Move the address to <email>, or leave it out: whoever reads the feed can write to it.",
  fault: (text) => (HOLDS_ADDRESS.test(text) ? `"${clip(text)}" holds an e-mail address` : undefined),
  good: "Ada Quayle",
  bad: "Ada Quayle <ada@gazette.example>",
};
