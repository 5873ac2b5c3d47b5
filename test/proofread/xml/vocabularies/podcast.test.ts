import { expect, test } from "vitest";
import { documentOf } from "../../../../src/proofread/xml/examples.ts";
import { told } from "./told.ts";

const namespaces = { podcast: "https://podcastindex.org/namespace/1.0" };
const ITEM =
  '<podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810" feedUrl="https://pod.example/feed.xml" itemGuid="asdf" medium="music" title="Song"/>';
const RECIPIENT =
  '<podcast:valueRecipient name="Ada" type="node" address="02d5c1bf8b940dc9cadca86d1b0a3c37fbe39cee4c7e839e33bef9174531d27f52" split="99" fee="false" customKey="1" customValue="2"/>';

test("a feed that has all of Podcasting 2.0 is in order", async () => {
  const feed = `<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
<podcast:locked owner="desk@gazette.example">yes</podcast:locked><podcast:block>yes</podcast:block><podcast:block id="amazon">no</podcast:block>
<podcast:medium>musicL</podcast:medium><podcast:funding url="https://gazette.example/give">Support us</podcast:funding>
<podcast:trailer pubdate="Thu, 01 Apr 2021 08:00:00 EST" url="https://gazette.example/teaser.mp3" length="12345678" type="audio/mp3" season="4">Coming</podcast:trailer>
<podcast:podroll>${ITEM}${ITEM}</podcast:podroll><podcast:publisher>${ITEM.replace("music", "publisher")}</podcast:publisher>${ITEM}
<podcast:updateFrequency complete="false" dtstart="2026-03-13T06:00:00.000Z" rrule="FREQ=WEEKLY;COUNT=6;BYDAY=MO,WE">Twice a week</podcast:updateFrequency>
<podcast:podping usesPodping="true"/><podcast:chat server="irc.zeronode.example" protocol="irc" accountId="@desk" space="#quay"/>
<podcast:value type="lightning" method="keysend" suggested="0.00000005000">${RECIPIENT}<podcast:valueTimeSplit startTime="60" duration="237" remoteStartTime="0" remotePercentage="95">${ITEM}</podcast:valueTimeSplit><podcast:valueTimeSplit startTime="330" duration="53">${RECIPIENT}</podcast:valueTimeSplit></podcast:value>
<podcast:license url="https://gazette.example/license">gazette-v1</podcast:license><podcast:txt purpose="verify">S6lpp-7ZCn8-dZfGc-OoyaG</podcast:txt>
<podcast:image href="https://gazette.example/cover.jpg" alt="A lighthouse" aspect-ratio="16/9" width="1200" height="675" type="image/jpeg" purpose="artwork social"/>
<podcast:liveItem status="live" start="2026-03-13T07:30:00.000-0600" end="2026-03-13T09:30:00+01:00"><title>Live</title><guid isPermaLink="false">live</guid>
<podcast:alternateEnclosure type="audio/mpeg" length="312" default="true"><podcast:source uri="https://gazette.example/live"/></podcast:alternateEnclosure>
<podcast:contentLink href="https://gazette.example/live">Listen</podcast:contentLink><podcast:person>Ada Quayle</podcast:person></podcast:liveItem>`;
  const entry = `<podcast:transcript url="https://gazette.example/1.vtt" type="text/vtt" language="en" rel="captions"/>
<podcast:chapters url="https://gazette.example/1.json" type="application/json+chapters"/><podcast:soundbite startTime="73.0" duration="60.0"></podcast:soundbite>
<podcast:person group="Visuals" role="Cover Art Designer" img="https://gazette.example/ada.jpg" href="https://gazette.example/ada">Ada Quayle</podcast:person>
<podcast:location rel="creator" geo="geo:30.2711286,-97.7436995" osm="R113314" country="US">Austin</podcast:location>
<podcast:season name="The winter">2</podcast:season><podcast:episode display="Ch. 3">315.5</podcast:episode>
<podcast:alternateEnclosure type="video/mp4" length="7924786" bitrate="511276.52" height="720" lang="en" title="Film" rel="film" codecs="avc1">
<podcast:source uri="ipfs://QmX33FYehk6ckGQ6g1D9D3FqZPix5JpKstKQKbaS8quUFb" contentType="video/mp4"/><podcast:integrity type="sri" value="sha384-ExVqij"/></podcast:alternateEnclosure>
<podcast:socialInteract priority="1" uri="https://gazette.example/@desk/1" protocol="activitypub" accountId="@desk" accountUrl="https://gazette.example/@desk"/>
<podcast:socialInteract protocol="disabled"/><podcast:contentLink href="https://gazette.example/watch">Watch</podcast:contentLink>`;
  expect(await told(documentOf("rss", { feed, entry, namespaces }))).toEqual([]);
});

test("each fault is told by its name", async () => {
  const feed = `<podcast:guid>917393e3-1b1e-4cef-ace4-edaa54e1f810</podcast:guid><podcast:locked>maybe</podcast:locked>
<podcast:locked>no</podcast:locked><podcast:medium>radio</podcast:medium><podcast:funding>Support us</podcast:funding>
<podcast:podroll/><podcast:chapters url="https://x.example/1" type="application/json"/><podcast:boost>1</podcast:boost>
<podcast:liveItem status="on" start="soon"/>`;
  const entry = `<podcast:person> </podcast:person><podcast:transcript url="/1.srt"/><podcast:season>two</podcast:season>
<podcast:location geo="geo:95.0,10">Nowhere</podcast:location><podcast:value type="lightning" method="keysend"/>`;
  const findings = await told(documentOf("rss", { feed, entry, namespaces }), "podcast");
  expect(findings.map((one) => one.replace(/: .*/, ""))).toEqual([
    "warning podcast/guid-version-5",
    "error podcast/locked-yes-no",
    "error podcast/locked-once",
    "error podcast/medium-value",
    "error podcast/funding-url-required",
    "error podcast/podroll-remoteItem-required",
    "error podcast/chapters-place",
    "warning podcast/unknown-element",
    "error podcast/liveItem-status-value",
    "error podcast/liveItem-start-iso8601",
    "error podcast/liveItem-contentLink-required",
    "error podcast/person-blank",
    "error podcast/transcript-url-http-url",
    "error podcast/transcript-type-required",
    "error podcast/season-non-negative",
    "error podcast/location-geo-geo",
    "error podcast/value-recipient-required",
  ]);
});

test("what stands in a live item is looked at as what stands in an item is", async () => {
  const feed = `<podcast:liveItem status="live" start="2026-03-13T06:00:00Z"><title>Live</title>
<itunes:duration>soon</itunes:duration><media:thumbnail/><podcast:contentLink href="https://gazette.example/">Listen</podcast:contentLink></podcast:liveItem>`;
  const all = { ...namespaces, itunes: "http://www.itunes.com/dtds/podcast-1.0.dtd" };
  const findings = await told(documentOf("rss", { feed, namespaces: all }));
  expect(findings.filter((one) => one.startsWith("error")).map((one) => one.replace(/: .*/, ""))).toEqual([
    "error itunes/duration-duration",
    "error media/thumbnail-url-required",
  ]);
});
