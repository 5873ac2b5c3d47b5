import { expect, it } from "vitest";
import { parseEndReason, parseSubscriberQuery, shortCallback } from "../../../src/service/hub/subscriber-query.ts";

it("a question for subscribers leaves out what is empty", () =>
  expect(parseSubscriberQuery({ state: "failing", host: "", before: "7" })).toEqual({
    ...{ status: "parsed", filter: { state: "failing" }, before: 7, limit: 100 },
  }));

it.each([
  [{ state: "odd" }, "/state"],
  [{ before: "0" }, "/before"],
  [{ limit: "201" }, "/limit"],
])("a question is refused with %j", (asked, path) =>
  expect(parseSubscriberQuery(asked as Record<string, string>)).toMatchObject({
    ...{ status: "problems", problems: [{ path }] },
  }),
);

it.each([
  ["https://a.example/hook", "https://a.example/hook"],
  ["https://a.example/push/5f2b9c0d", "https://a.example/push/5f2b9c…"],
  ["https://a.example/push?token=secret", "https://a.example/push…"],
  ["https://user:word@a.example:8443/", "https://a.example:8443/"],
])("a list shows %s as %s", (callback, shown) => expect(shortCallback(callback)).toBe(shown));

it.each([
  [" Too much. ", "parsed"],
  ["", "problems"],
  [undefined, "problems"],
  ["a\nb", "problems"],
  ["x".repeat(301), "problems"],
])("%j is a reason: %s", (reason, status) => expect(parseEndReason(reason).status).toBe(status));
