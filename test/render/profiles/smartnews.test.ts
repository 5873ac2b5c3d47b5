import { describe, expect, it } from "vitest";
import { elementsToXml } from "../../../src/render/element.ts";
import { smartnewsLogo, smartnewsStatus } from "../../../src/render/profiles/smartnews.ts";
import { Slots } from "../../../src/render/slots.ts";
import { bareEntry, bareFeed } from "../../verify/sample.ts";

describe("SmartNews's logo", () => {
  it("has its address in a url without a prefix (SmartFormat 2.1)", () => {
    const slots = new Slots();
    const logo = smartnewsLogo({ ...bareFeed, partner_logo: "https://x.example/wide.png?a&b" }, slots);
    expect(slots.fill(elementsToXml({ "snf:logo": logo }), "item").head).toBe(
      "<snf:logo><url>https://x.example/wide.png?a&#x26;b</url></snf:logo>",
    );
  });

  it("is absent where the partner has none", () => {
    expect(smartnewsLogo(bareFeed, new Slots())).toBeUndefined();
  });
});

describe("SmartNews's status", () => {
  it.each([
    ["deleted", '<media:status state="deleted"/>'],
    [undefined, ""],
  ] as const)("%s", (status, xml) => {
    expect(elementsToXml(smartnewsStatus({ ...bareEntry, status }))).toBe(xml);
  });
});
