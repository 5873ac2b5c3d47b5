import { expect, it } from "vitest";
import { denialUrl } from "../../src/hub/denial.ts";

it("a denial names the topic and the reason, behind what the callback has (WebSub §5.2)", () => {
  const told = {
    callback: "https://r.example/cb?a=1",
    topic: "https://t.example/x.rss",
    reason: "It has ended: é & so on.",
  };
  expect(denialUrl(told)).toBe(
    "https://r.example/cb?a=1&hub.mode=denied&hub.topic=https%3A%2F%2Ft.example%2Fx.rss&hub.reason=It+has+ended%3A+%C3%A9+%26+so+on.",
  );
});
