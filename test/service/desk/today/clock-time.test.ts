import { expect, it } from "vitest";
import { ClockTime } from "../../../../src/service/desk/today/clock-time.tsx";
import { siteWith } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { NOW } from "../fixtures.ts";

it.each([
  [undefined, "12:00 UTC"],
  ["Europe/Berlin", "13:00 CET"],
  ["Asia/Kolkata", "17:30 GMT+5:30"],
])("a time is told by the newsroom's clock, with its zone: %s", (zone, words) =>
  expect(render(ClockTime, { site: siteWith({ language: "en-GB", zone }), at: NOW })).toBe(
    `<time datetime="2026-03-01T12:00:00.000Z">${words}</time>`,
  ),
);
