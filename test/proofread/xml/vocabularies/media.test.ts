import { describe, expect, test } from "vitest";
import { documentOf } from "../../../../src/proofread/xml/examples.ts";
import { told } from "./told.ts";

const entry = (markup: string) => documentOf("rss", { entry: markup });

test("an entry that has all that Media RSS has is in order", async () => {
  const all = `<media:group>
<media:content url="https://gazette.example/boat.mp4" fileSize="12216320" type="video/mp4" medium="video" isDefault="true" expression="full" bitrate="128" framerate="25" samplingrate="44.1" channels="2" duration="185" height="200" width="300" lang="en"/>
<media:content url="https://gazette.example/boat.webm" type="video/webm" isDefault="false"/>
<media:rating scheme="urn:icra">r (cz 1 lz 1 nz 1 oz 1 vz 1)</media:rating><media:rating scheme="urn:v-chip">tv-y7-fv</media:rating>
<media:title type="plain">The first boat</media:title><media:description type="html">She &lt;b&gt;left&lt;/b&gt;.</media:description>
<media:keywords>harbour, boats</media:keywords><media:thumbnail url="https://gazette.example/boat.jpg" width="75" height="50" time="12:05:01.123"/>
<media:category scheme="https://gazette.example/terms" label="Boats">boats</media:category>
<media:hash algo="md5">dfdec888b72151965a34b4b59031290a</media:hash><media:player url="https://gazette.example/player?id=1" height="200" width="400"/>
<media:credit role="producer" scheme="urn:ebu">Ada Quayle</media:credit><media:credit role="Captain" scheme="https://gazette.example/roles">Bo</media:credit>
<media:copyright url="https://gazette.example/rights">2026 The Harbour Gazette</media:copyright>
<media:text type="plain" lang="en" start="00:00:03.000" end="00:00:10.000">She left.</media:text>
<media:restriction relationship="allow" type="country">gb us</media:restriction><media:restriction relationship="deny">all</media:restriction>
<media:restriction type="sharing" relationship="deny"/><media:restriction relationship="allow" type="uri">https://gazette.example/</media:restriction>
<media:community><media:starRating average="3.5" count="20" min="1" max="10"/><media:statistics views="5" favorites="5"/><media:tags>news: 5, abc: 3</media:tags></media:community>
<media:comments><media:comment>A fine boat.</media:comment></media:comments>
<media:embed url="https://gazette.example/embed" width="512" height="323"><media:param name="type">video/mp4</media:param></media:embed>
<media:responses><media:response>https://gazette.example/answer</media:response></media:responses>
<media:backLinks><media:backLink>https://gazette.example/back</media:backLink></media:backLinks>
<media:status state="blocked" reason="https://gazette.example/why"/><media:price type="rent" price="19.99" currency="EUR"/>
<media:license type="text/html" href="https://creativecommons.org/licenses/by/4.0/">CC BY</media:license>
<media:subTitle type="application/smil" lang="en-us" href="https://gazette.example/subtitle.smil"/>
<media:peerLink type="application/x-bittorrent" href="https://gazette.example/boat.torrent"/>
<media:rights status="userCreated"/><media:location description="The quay" start="00:01" end="01:00"/>
<media:scenes><media:scene><sceneTitle>Dawn</sceneTitle><sceneStartTime>00:15</sceneStartTime></media:scene></media:scenes>
</media:group>`;
  expect(await told(entry(all), "media", "rss")).toEqual([
    'error media/credit-role-case: the role "Captain" has capitals',
  ]);
});

describe.each([
  [
    "a group of one",
    '<media:group><media:content url="https://x.example/1"/></media:group>',
    "warning media/group-alternatives",
  ],
  ["an empty group", "<media:group/>", "warning media/group-alternatives"],
  ["media without an address", "<media:content/>", "error media/content-source"],
  [
    "media of no size",
    '<media:content url="https://x.example/1" fileSize="0"/>',
    "error media/content-fileSize-positive",
  ],
  [
    "a width with its unit",
    '<media:content url="https://x.example/1" width="2em"/>',
    "error media/content-width-positive",
  ],
  [
    "a medium that is none",
    '<media:content url="https://x.example/1" medium="photo"/>',
    "error media/content-medium-value",
  ],
  [
    "an attribute misspelt",
    '<media:content url="https://x.example/1" filesize="5"/>',
    "warning media/content-attributes",
  ],
  ["a thumbnail without an address", "<media:thumbnail/>", "error media/thumbnail-url-required"],
  ["a thumbnail with none", '<media:thumbnail url=""/>', "error media/thumbnail-url-url"],
  ["a role in capitals", '<media:credit role="Author">Bo</media:credit>', "error media/credit-role-case"],
  ["a role that is none", '<media:credit role="diver">Bo</media:credit>', "warning media/credit-role-known"],
  ["a rating of another scheme", '<media:rating scheme="urn:mpaa">tv-ma</media:rating>', "error media/rating-value"],
  [
    "a label of ICRA with a letter that is none",
    '<media:rating scheme="urn:icra">r (cz 1 mz 1)</media:rating>',
    "error media/rating-value",
  ],
  [
    "a label of ICRA with a z that is not there",
    '<media:rating scheme="urn:icra">r (nd 1)</media:rating>',
    "error media/rating-value",
  ],
  ["a scheme that is no URI", '<media:rating scheme="mine">5</media:rating>', "error media/rating-scheme-url"],
  ["a hash in Base64", '<media:hash algo="sha-1">Yb692vVDEcbC=</media:hash>', "error media/hash-value"],
  [
    "a country that is none",
    '<media:restriction relationship="deny" type="country">de xx</media:restriction>',
    "error media/restriction-content",
  ],
  ["a place in time that is none", '<media:text start="+5">x</media:text>', "error media/text-start-normal-play-time"],
  [
    "a language that is none",
    '<media:content url="https://x.example/1" lang="klingon"/>',
    "error media/content-lang-language",
  ],
  ["an element misspelt", "<media:Thumbnail/>", "error media/unknown-element"],
])("%s", (_, markup, found) => {
  test(`is found: ${found}`, async () => {
    const findings = await told(entry(markup), "media");
    expect(findings.map((one) => one.replace(/: .*/, ""))).toEqual([found]);
  });
});

test.each([
  ["media with a player", '<media:content><media:player url="https://x.example/"/></media:content>'],
  ["media with an address of its own scheme", '<media:content url="rtmp://x.example/1" medium="video"/>'],
  ["a credit without a role", "<media:credit>Bo</media:credit>"],
  ["texts of the channel", ""],
])("%s is in order", async (_, markup) => {
  expect(await told(entry(markup), "media")).toEqual([]);
});
