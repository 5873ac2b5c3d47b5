import { expect, it } from "vitest";
import { MAILBOX } from "../../../../src/proofread/xml/forms/people.ts";

it.each([
  ["ada@gazette.example (Ada Quayle)", []],
  ["ada@gazette.example (Ada (of the harbour) Quayle)", []],
  ["o'neill+news@gazette.example (O'Neill)", []],
  ["mailto:ada%40gazette.example%20(Ada)", []],
  ["ada@gazette.example", ["email-name"]],
  ["Ada Quayle <ada@gazette.example>", ["email-format"]],
  ["Ada Quayle, ada@gazette.example", ["email-format"]],
  ["Ada Quayle", ["email"]],
  ["Ada Quayle (ada@gazette.example)", ["email"]],
  ["ada@gazette..example (Ada)", ["email"]],
  ["", ["email"]],
])("%s has not the forms %j", (text, names) => {
  expect(MAILBOX.filter(({ fault }) => fault(text) !== undefined).map(({ name }) => name)).toEqual(names);
});
