import { describe, expect, it } from "vitest";
import type { Library } from "../../../../src/import/wordpress/attached.ts";
import { showShortcodes } from "../../../../src/import/wordpress/body/shortcodes.ts";

const PICTURE = {
  id: "12",
  url: "https://x.example/quay.jpg",
  alt: "A “quay”",
  caption: "At <em>dawn</em>",
  order: 0,
  width: 3,
  height: 2,
};
const SONG = { id: "13", url: "https://x.example/song.mp3", title: "A song", order: 1 };
const LIBRARY: Library = {
  file: (id) => [PICTURE, SONG].find((file) => file.id === id),
  filesOf: (post) => (post === "7" ? [PICTURE, SONG] : []),
  sharedBlock: () => undefined,
};

function show(text: string): { html: string; notes: string[] } {
  const notes: string[] = [];
  return { html: showShortcodes(text, { id: "7", library: LIBRARY, notes }).trim(), notes };
}

const FIGURE =
  '<figure><img src="https://x.example/quay.jpg" alt="A “quay”" width="3" height="2"><figcaption>At <em>dawn</em></figcaption></figure>';
const PLAYER = '<figure><audio controls src="https://x.example/song.mp3"></audio>';

describe("a shortcode of WordPress's own", () => {
  it.each([
    [
      "[caption]<img src=a> The <em>quay</em>[/caption]",
      "<figure><img src=a><figcaption>The <em>quay</em></figcaption></figure>",
    ],
    [
      '[caption caption="Old"]<a href=b><img src=a></a>[/caption]',
      "<figure><a href=b><img src=a></a><figcaption>Old</figcaption></figure>",
    ],
    ['[wp_caption]<img src="a"/>x[/wp_caption]', '<figure><img src="a"/><figcaption>x</figcaption></figure>'],
    ['[gallery ids="12"]', FIGURE],
    ["[gallery]", FIGURE],
    ["[playlist]", `${PLAYER}<figcaption>A song</figcaption></figure>`],
    ["[audio]", `${PLAYER}</figure>`],
    ['[audio mp3="https://x.example/song.mp3"][/audio]', `${PLAYER}</figure>`],
    [
      '[video mp4="https://x.example/v.mp4" poster="https://x.example/p.jpg"]',
      '<figure><video controls src="https://x.example/v.mp4" poster="https://x.example/p.jpg"></video></figure>',
    ],
    ['[video src="https://youtu.example/1"]', '<a href="https://youtu.example/1">https://youtu.example/1</a>'],
    [
      "[embed width=3]https://x.example/?a=1&amp;b=2[/embed]",
      '<a href="https://x.example/?a=1&amp;b=2">https://x.example/?a=1&amp;b=2</a>',
    ],
  ])("is what it shows: %s", (text, html) => {
    expect(show(text)).toEqual({ html, notes: [] });
  });

  it("names what is not there", () => {
    expect(show('[gallery ids="12,99"]')).toEqual({
      html: FIGURE,
      notes: ["a file that it shows is not in the export"],
    });
  });
});

describe("a shortcode of a plugin's", () => {
  it.each([
    ["[youtube abc-1]", '<a href="https://www.youtube.com/watch?v=abc-1">https://www.youtube.com/watch?v=abc-1</a>'],
    ["[tweet https://t.example/1]", '<a href="https://t.example/1">https://t.example/1</a>'],
    ['[su_button url="https://s.example/"]Join[/su_button]', '<a href="https://s.example/">Join</a>'],
    ['[vc_single_image image="12"]', FIGURE.replace(/<figcaption>.*<\/figcaption>/, "")],
    ['[et_pb_image src="https://x.example/i.png" /]', '<figure><img src="https://x.example/i.png" alt=""></figure>'],
    ["[code]a[0] = [gallery][/code]", "<pre><code>a[0] = [gallery]</code></pre>"],
    ["[vc_row][vc_column]Words\n\nmore[/vc_column][/vc_row]", "Words\n\nmore"],
    ["a [su_highlight]b[/su_highlight] c", "a b c"],
  ])("says what it can: %s", (text, html) => {
    expect(show(text)).toEqual({ html, notes: [] });
  });

  it.each([
    ['[contact-form-7 id="3"]', "[contact-form-7]"],
    ["[recent_posts]", "[recent_posts]"],
    ["[vc_raw_html]PGI+[/vc_raw_html]", "[vc_raw_html]"],
  ])("is left out by name, and never printed: %s", (text, name) => {
    expect(show(text)).toEqual({ html: "", notes: [`the shortcode ${name} is left out`] });
  });
});
