import { describe, expect, it } from "vitest";
import { MARKDOWN } from "../../../../src/import/texts/body/markdown-it.ts";
import { plainMarkdown } from "../../../../src/import/texts/body/plain-markdown.ts";

function read(text: string): { html: string; notes: string[] } {
  const notes: string[] = [];
  return { html: MARKDOWN.render(plainMarkdown(text, "https://gazette.example/", notes)).trim(), notes };
}

const LINK = (href: string, text = href) => `<p><a href="${href}">${text}</a></p>`;

describe("a shortcode that is known becomes what it says:", () => {
  it.each([
    ["{{< youtube w7-a_1 >}}", LINK("https://www.youtube.com/watch?v=w7-a_1")],
    [
      '{{< youtube id="a1" autoplay="true" title="The quay" >}}',
      LINK("https://www.youtube.com/watch?v=a1", "The quay"),
    ],
    ["{{<vimeo 146022717>}}", LINK("https://vimeo.com/146022717")],
    ['{{< x user="ada" id="17" >}}', LINK("https://x.com/ada/status/17")],
    ["{{< tweet 17 >}}", LINK("https://x.com/i/status/17")],
    ["{{< instagram CxOWiQNP2MO >}}", LINK("https://www.instagram.com/p/CxOWiQNP2MO/")],
    ["{{< gist ada 50a7 >}}", LINK("https://gist.github.com/ada/50a7")],
    ["{% youtube a1 %}", LINK("https://www.youtube.com/watch?v=a1")],
    ['{% include youtube.html id="a1" %}', LINK("https://www.youtube.com/watch?v=a1")],
    ['{% include video id="a1" provider="youtube" %}', LINK("https://www.youtube.com/watch?v=a1")],
    ['{{ youtube(id="a1", autoplay=true) }}', LINK("https://www.youtube.com/watch?v=a1")],
    ['{% embed url="https://v.example/1" %}', LINK("https://v.example/1")],
    ["{% link Our report https://a.example/ %}", LINK("https://a.example/", "Our report")],
    [
      '{{< figure src="/quay.jpg" caption="The *quay*" alt="Boats" >}}',
      '<figure><img src="/quay.jpg" alt="Boats"><figcaption>The <em>quay</em></figcaption></figure>',
    ],
    [
      '{{< figure\n  src="quay.jpg"\n  link="/big.jpg"\n>}}',
      '<figure><a href="/big.jpg"><img src="quay.jpg" alt=""></a></figure>',
    ],
    ["{% asset_img quay.jpg The quay %}", '<figure><img src="quay.jpg" alt="The quay"></figure>'],
    [`{% img left /quay.jpg 300 200 "The quay 'Boats'" %}`, '<figure><img src="/quay.jpg" alt="Boats"></figure>'],
    ['{% image "./quay.jpg", "Boats", "100vw" %}', '<figure><img src="./quay.jpg" alt="Boats"></figure>'],
    [
      '{% include figure image_path="/quay.jpg" alt="Boats" caption="Quay" %}',
      '<figure><img src="/quay.jpg" alt="Boats"><figcaption>Quay</figcaption></figure>',
    ],
    ['{{< video src="/a.mp4" >}}', '<figure><video src="/a.mp4" controls></video></figure>'],
  ])("%s", (text, html) => expect(read(text)).toEqual({ html, notes: [] }));

  it("among other words, too", () =>
    expect(read("- See {{< youtube a1 >}} now").html).toBe(
      '<ul>\n<li>See <a href="https://www.youtube.com/watch?v=a1">https://www.youtube.com/watch?v=a1</a> now</li>\n</ul>',
    ));
});

describe("any other is left out by name:", () => {
  it.each([
    ['a\n\n{% include video.html id="abc" %}', "<p>a</p>", ["the shortcode include video.html is left out"]],
    ["a {{< myChart 1 >}} b", "<p>a  b</p>", ["the shortcode myChart is left out"]],
    ["{% if page.x == 'some words' %}a{% endif %}", "<p>a</p>", ["the shortcode if is left out"]],
    [
      "{{< pullquote >}}\nWe *will*.\n{{< /pullquote >}}",
      "<p>We <em>will</em>.</p>",
      ["the shortcode pullquote is left out"],
    ],
    ['{{< alert text="Mind the gap" >}}', "<p>Mind the gap</p>", ["the shortcode alert is left out, its words kept"]],
    ['{{< lead "Mind the gap" >}}', "<p>Mind the gap</p>", ["the shortcode lead is left out, its words kept"]],
    [
      'a {{< figure src="b" c',
      "<p>a  figure src=&quot;b&quot; c</p>",
      ["a shortcode that is not closed is left out, its text kept"],
    ],
    ["{% include image.html src=page.image %}", "", ["the shortcode include image.html is left out"]],
  ])("%j", (text, html, notes) => expect(read(text)).toEqual({ html, notes }));

  it("a shortcode that is written about is shown", () =>
    expect(read("{{</* youtube a */>}}").html).toBe("<p>{{&lt; youtube a &gt;}}</p>"));
});

describe("an address of a page", () => {
  it.each([
    ['[a]({{< ref "/posts/b.md" >}})', '<p><a href="/posts/b/">a</a></p>'],
    ['[a]({{< relref "#b" >}})', '<p><a href="#b">a</a></p>'],
    ['[*a*]({{% ref "b.md" %}}) c', "<p><em>a</em> c</p>"],
    ["[a]({% post_url 2024-05-01-b %}) [c](/d)", '<p>a <a href="/d">c</a></p>'],
    ["[a]({% link assets/b.pdf %})", '<p><a href="/assets/b.pdf">a</a></p>'],
  ])("%s", (text, html) => expect(read(text).html).toBe(html));
});
