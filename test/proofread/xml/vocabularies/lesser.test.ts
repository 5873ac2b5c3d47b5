import { expect, test } from "vitest";
import { documentOf } from "../../../../src/proofread/xml/examples.ts";
import { told } from "./told.ts";

const namespaces = {
  feedburner: "http://rssnamespace.org/feedburner/ext/1.0",
  googleplay: "http://www.google.com/schemas/play-podcasts/1.0",
  mi: "http://schemas.ingestion.microsoft.com/common/",
  rsl: "https://rslstandard.org/rsl",
  snf: "http://www.smartnews.be/snf",
  source: "http://source.scripting.com/",
  webfeeds: "http://webfeeds.org/rss/1.0",
};

test.each([
  [
    "feedburner",
    '<feedburner:info uri="harbour-gazette"/><feedburner:emailServiceId>Gazette</feedburner:emailServiceId><feedburner:feedFlare href="https://x.example/" src="https://x.example/1.gif">A</feedburner:feedFlare><feedburner:feedFlare href="https://x.example/" src="https://x.example/2.gif">B</feedburner:feedFlare>',
    "<feedburner:origLink>https://gazette.example/boat</feedburner:origLink>",
  ],
  [
    "googleplay",
    '<googleplay:author>Ada</googleplay:author><googleplay:explicit>No</googleplay:explicit><googleplay:category text="News"/>',
    "<googleplay:description>She left at dawn.</googleplay:description>",
  ],
  [
    "source",
    '<source:account service="twitter">gazette</source:account><source:account service="github">gazette</source:account><source:localTime>Fri</source:localTime>',
    '<source:markdown>She *left*.</source:markdown><source:outline text="a" created="Fri" type="outline"><source:outline text="b"/></source:outline><source:inReplyTo isPermaLink="true">https://x.example/1</source:inReplyTo>',
  ],
  [
    "webfeeds",
    '<webfeeds:cover image="https://gazette.example/cover.jpg"/><webfeeds:accentColor>#2F6FAB</webfeeds:accentColor><webfeeds:analytics id="G-1" engine="GoogleAnalytics"/>',
    "",
  ],
  [
    "rsl",
    "",
    '<rsl:content url="https://gazette.example/boat"><rsl:license><rsl:permits type="usage">search, ai-index</rsl:permits><rsl:permits type="geo">US</rsl:permits><rsl:payment type="crawl"><rsl:amount currency="USD">0.01</rsl:amount></rsl:payment></rsl:license></rsl:content>',
  ],
  [
    "mi",
    "",
    '<mi:shortTitle>First boat out</mi:shortTitle><media:content url="https://gazette.example/boat.jpg"><mi:hasSyndicationRights>0</mi:hasSyndicationRights><mi:licensorName>Quay</mi:licensorName><mi:focalRegion><mi:x1>1</mi:x1><mi:y1>2</mi:y1></mi:focalRegion></media:content>',
  ],
  [
    "snf",
    "<snf:logo><url>https://gazette.example/logo.png</url></snf:logo>",
    '<snf:advertisement><snf:sponsoredLink link="https://gazette.example/ferry" advertiser="The ferry" title="Across in ten minutes"/></snf:advertisement>',
  ],
])("what %s has is in order", async (prefix, feed, entry) => {
  expect(await told(documentOf("rss", { feed, entry, namespaces }), prefix, "rss")).toEqual([]);
});

test.each([
  ["<feedburner:origLink>boat</feedburner:origLink>", "error feedburner/origLink-url"],
  ["<googleplay:explicit>perhaps</googleplay:explicit>", "error googleplay/explicit-value"],
  ["<source:account>gazette</source:account>", "error source/account-service-required"],
  ["<webfeeds:icon>https://gazette.example/icon.png</webfeeds:icon>", "warning webfeeds/icon-place"],
  ['<rsl:content url="/boat"/>', "error rsl/content-license-required"],
  ["<mi:hasSyndicationRights>yes</mi:hasSyndicationRights>", "warning mi/hasSyndicationRights-value"],
  [
    '<media:content url="https://x.example/1.jpg"><mi:hasSyndicationRights>yes</mi:hasSyndicationRights></media:content>',
    "warning mi/hasSyndicationRights-value",
  ],
  ["<mi:shorttitle>First boat out</mi:shorttitle>", "advice mi/unknown-element"],
  [
    '<snf:advertisement><snf:sponsoredLink link="https://x.example/"/></snf:advertisement>',
    "error snf/sponsoredLink-advertiser-required",
  ],
])("%s is found", async (entry, found) => {
  const findings = await told(documentOf("rss", { entry, namespaces }), ...Object.keys(namespaces));
  expect(findings.map((one) => one.replace(/: .*/, ""))).toEqual([found]);
});
