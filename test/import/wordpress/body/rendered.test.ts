import { describe, expect, it } from "vitest";
import { cleanRendered } from "../../../../src/import/wordpress/body/rendered.ts";

const clean = (html: string) => cleanRendered(html, []);

describe("a text as a running site shows it", () => {
  it.each([
    '<p>a</p><div class="sharedaddy sd-sharing-enabled"><div>Share this: <a href="x">Mail</a></div></div><p>b</p>',
    "<p>a</p><div id='x' class='jp-relatedposts'><h3>Related</h3></div><p>b</p>",
  ])("is without what plugins add to every post: %s", (html) => {
    expect(clean(html)).toBe("<p>a</p><p>b</p>");
  });

  it("is as it is where no plugin adds anything", () => {
    const html = '<p class="post-views-of-the-sea">a</p><p>sharedaddy</p>';
    expect(clean(html)).toBe(html);
  });

  it("links what the site could not show itself", () => {
    expect(clean('<div class="wp-block-embed__wrapper">\nhttps://y.example/\n</div>')).toContain(
      '<a href="https://y.example/">',
    );
  });

  it("prints no shortcode of a plugin that is gone, and keeps one that somebody wrote about", () => {
    const notes: string[] = [];
    const html = "<p>a [old_box color=&#8221;red&#8243;]b[/old_box] [old_ad] [gallery] <code>[x_y]</code></p>";
    expect(cleanRendered(html, notes)).toBe("<p>a b  &#91;gallery] <code>[x_y]</code></p>");
    expect(notes).toEqual(["the shortcode [old_ad] is left out"]);
  });

  it.each([
    (n: number) => `<div id='gallery-${n}' class='gallery galleryid-7'><dd id='gallery-${n}-45'>The quay</dd></div>`,
    (n: number) =>
      `<figure class="wp-block-gallery has-nested-images wp-block-gallery-${n}"><img src="a.jpg"></figure>`,
    (n: number) => `<div class="wp-block-group wp-container-core-group-is-layout-${n} wp-elements-${n}a">a</div>`,
    (n: number) => `<video id="video-7-${n}" src="a.mp4?_=${n}"></video>`,
    (n: number) => `<audio id="audio-7-${n}"><source src="a.mp3?v=2&#038;_=${n}"></audio>`,
    (n: number) => `<blockquote class="wp-embedded-content" data-secret="x${n}">a</blockquote>`,
    (n: number) =>
      `<figure data-wp-context='{"imageId":"6${n}"}' data-wp-key="6${n}" class="b"><img src="a.jpg"></figure>`,
  ])("is the same in each answer, however WordPress numbers it: %s", (html) => {
    expect(clean(html(12))).toBe(clean(html(3)));
  });

  it("keeps the numbers that are its own", () => {
    const html = '<p id="part-2" class="wp-image-45 step-3">gallery-1 <a href="a?_=x" id="fn-1">?_=1</a></p>';
    expect(clean(html)).toBe(html);
  });

  it("is the same wherever a player stands in the answer, which counts them and prepares the first", () => {
    const players = (place: number) => {
      const ready = (tag: string) =>
        place === 1 ? `<!--[if lt IE 9]><script>document.createElement('${tag}');</script><![endif]-->\n` : "";
      const [open, close] = place === 1 ? ["", ""] : ["<p>", "</p>"];
      return `<p>Words.</p>
${ready("audio")}${open}<audio class="wp-audio-shortcode" id="audio-7-${place}" controls="controls"><source type="audio/mpeg" src="https://wp.example/a.mp3?_=${place}" /></audio>${close}
${open}<div style="width: 640px;" class="wp-video">${ready("video")}<video class="wp-video-shortcode" id="video-7-${place}" controls="controls"><source type="video/mp4" src="https://wp.example/v.mp4?x=1&#038;_=${place}" /></video></div></p>`;
    };
    const shown = [1, 2, 30].map((place) =>
      cleanRendered(players(place), [])
        .replace(/ id="[^"]*"/g, "")
        .replace(/\s*\n\s*/g, "\n"),
    );
    expect(new Set(shown).size).toBe(1);
    expect(shown[0]).toContain('src="https://wp.example/v.mp4?x=1"');
  });
});
