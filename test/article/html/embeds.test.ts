import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../../src/article/html/clean.ts";
import { clean } from "./cleaned.ts";

const LINK = (href: string, text = href) => `<a href="${href}">${text}</a>`;

describe("in the place of what is embedded stands", () => {
  it.each([
    [
      "a frame's title",
      '<iframe src="https://v.example/1" title="Film"></iframe>',
      LINK("https://v.example/1", "Film"),
    ],
    ["a link to what a script would load", '<iframe data-src="//v.example/1"></iframe>', LINK("https://v.example/1")],
    [
      "what a frame says itself",
      '<iframe srcdoc="<p>x</p><p hidden>y</p><iframe srcdoc=z>"></iframe>',
      "<div><p>x</p></div>",
    ],
    [
      "an object's link",
      '<object data="/a.pdf"><a href="/a.pdf">The report</a></object>',
      LINK("https://gazette.example/a.pdf", "The report"),
    ],
    [
      "an object's picture",
      '<object data="/a.swf"><param name="x"><img src="/a.jpg"></object>',
      '<img src="https://gazette.example/a.jpg">',
    ],
    [
      "an object's words, as a link",
      '<object data="/a.pdf">The report</object>',
      LINK("https://gazette.example/a.pdf", "The report"),
    ],
    [
      "an object's player",
      '<object data="x.swf"><embed src="https://v.example/1"></object>',
      LINK("https://v.example/1"),
    ],
    [
      "an object that is a picture",
      '<object data="/a.svg" type="image/svg+xml" title="Chart"></object>',
      '<img src="https://gazette.example/a.svg" alt="Chart">',
    ],
    ["an object's words, if it has no address", "<object>The report</object>", "The report"],
    [
      "a lite player's film",
      '<lite-youtube videoid="a-1" playlabel="Harbour"></lite-youtube>',
      LINK("https://www.youtube.com/watch?v=a-1", "Harbour"),
    ],
    ["AMP's film", '<amp-youtube data-videoid="a-1"></amp-youtube>', LINK("https://www.youtube.com/watch?v=a-1")],
    ["AMP's frame", '<amp-iframe src="https://v.example/1"></amp-iframe>', LINK("https://v.example/1")],
    [
      "a film of an address",
      '<youtube-video src="https://www.youtube.com/watch?v=a"></youtube-video>',
      LINK("https://www.youtube.com/watch?v=a"),
    ],
    [
      "an element's own link",
      '<lite-vimeo videoid="1"><a href="https://vimeo.com/1">Film</a></lite-vimeo>',
      LINK("https://vimeo.com/1", "Film"),
    ],
    [
      "a film and its picture",
      '<amp-vimeo data-videoid="1"><img src="/a.jpg"></amp-vimeo>',
      `<img src="https://gazette.example/a.jpg">${LINK("https://vimeo.com/1")}`,
    ],
    [
      "an editor's embed",
      '<figure><oembed url="https://v.example/1"></oembed></figure>',
      `<figure>${LINK("https://v.example/1")}</figure>`,
    ],
    [
      "a player's stand-in",
      '<div class="plyr" data-plyr-provider="vimeo" data-plyr-embed-id="1"></div>',
      LINK("https://vimeo.com/1"),
    ],
    [
      "a post's stand-in",
      '<div class="fb-post" data-href="https://social.example/1"></div>',
      LINK("https://social.example/1"),
    ],
    [
      "Brightcove's film",
      '<video-js data-account="1" data-video-id="2"></video-js>',
      LINK("https://players.brightcove.net/1/default_default/index.html?videoId=2"),
    ],
  ])("%s", (_, html, cleaned) => expect(clean(html)).toBe(cleaned));

  it.each([
    ["a frame of nothing", "<iframe src='about:blank'></iframe>"],
    ["an element of a site's own data", '<x-chart src="/data.json"></x-chart>'],
    ["a button to share", '<div class="fb-share-button" data-href="https://gazette.example/"></div>'],
    ["an id of nobody", '<x-card id="7"></x-card>'],
    ["an id that is none", '<lite-youtube videoid="a b"></lite-youtube>'],
  ])("nothing of %s", (_, html) => expect(clean(html).replace(/<\/?div[^>]*>/g, "")).toBe(""));

  it.each(['<div class="bloom" data-id="1">a</div>', "<p>a</p>", '<video src="https://v.example/1"></video>'])(
    "the same of %s",
    (html) => expect(clean(html)).toBe(html),
  );
});

it("a frame that was opened is named", () => {
  const cleaned = cleanHtml('<iframe srcdoc="x"></iframe>', "https://gazette.example/");
  expect(cleaned.status === "clean" && [...cleaned.removed]).toEqual([["iframe[srcdoc]", 1]]);
});
