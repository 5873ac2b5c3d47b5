import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { caretToEnd, violations } from "../../e2e/browser.ts";
import { type Desk, deskInBrowser, draftForm } from "../desk-page.ts";

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterEach(() => page.context().close());
afterAll(() => desk.close());

const escaped = (html: string) => html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const IMAGES =
  '<fieldset data-rows="images"><legend>Pictures</legend><div data-row><label>Address<input name="images.0.url" value="https://a.example/quay.jpg"></label><label>Caption<input name="images.0.caption" value="The quay"></label></div></fieldset>';

/** An editor with a text, which is in focus. */
async function edit(html: string): Promise<void> {
  const field = `<div class="field"><label for="text">Text</label><textarea id="text" name="content_html" data-rich-text required>${escaped(html)}</textarea></div>`;
  page = await desk.open(draftForm(`${field}${IMAGES}<label>After<input name="after"></label>`));
  await caretToEnd(page);
  // A browser tells where the cursor is a moment later.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

const written = (): Promise<string> => page.locator("textarea").inputValue();
const button = (name: string) => page.getByRole("button", { name, exact: true });

/** What a program puts on the clipboard. */
const paste = (types: Record<string, string>) =>
  page.locator(".ProseMirror").evaluate((element, all) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(all)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, types);

describe("the editor", () => {
  it("changes nothing before somebody writes", async () => {
    await edit("<p>a</p>\n<DIV class=x>b\n  c</DIV>");
    expect(await written()).toBe("<p>a</p>\n<DIV class=x>b\n  c</DIV>");
  });

  it("leaves as it was what one did not touch", async () => {
    await edit(
      '<div class="k">\n<p id="i">a  b</p>\n</div>\n<video src="https://a.example/v.mp4"></video>\n<p>end</p>',
    );
    await page.keyboard.type("!");
    expect(await written()).toBe(
      '<div class="k">\n<p id="i">a  b</p>\n</div>\n<video src="https://a.example/v.mp4"></video>\n<p>end!</p>',
    );
  });

  it("writes paragraphs, headings, lists and quotations, as one types", async () => {
    await edit("");
    for (const line of ["One “two” — three", "## Four", "Five", "- six", "seven"]) {
      await page.keyboard.type(line);
      await page.keyboard.press("Enter");
    }
    await page.keyboard.press("Enter");
    await page.keyboard.type("> eight");
    expect(await written()).toBe(
      "<p>One “two” — three</p><h2>Four</h2><p>Five</p><ul><li>six</li><li>seven</li></ul><blockquote><p>eight</p></blockquote>",
    );
  });

  it.each([
    ["Bold", "Control+b", "<p>a <strong>b</strong></p>"],
    ["Italic", "Control+i", "<p>a <em>b</em></p>"],
  ])("writes %s by a key and by a button, which says whether it is on", async (name, keys, html) => {
    await edit("");
    await page.keyboard.type("a ");
    await page.keyboard.press(keys);
    expect(await button(name).getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.type("b");
    expect(await written()).toBe(html);
    await page.keyboard.press("Control+Shift+Home");
    await button(name).click();
    expect(await button(name).getAttribute("aria-pressed")).toBe("false");
    expect(await written()).not.toMatch(/strong|em/);
  });

  it("sets a link, and takes it away", async () => {
    await edit("<p>the plan</p>");
    await page.keyboard.press("Control+Shift+ArrowLeft");
    await page.keyboard.press("Control+k");
    await page.getByLabel("Address").last().fill("a.example/plan");
    await page.keyboard.press("Enter");
    expect(await written()).toBe('<p>the <a href="https://a.example/plan">plan</a></p>');
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+k");
    await button("Remove the link").click();
    expect(await written()).toBe("<p>the plan</p>");
  });

  it("puts in a picture of the story's, with what it shows and its caption", async () => {
    await edit("<p>a</p>");
    await button("Picture").click();
    await button("Take The quay").click();
    await page.getByLabel("What it shows").fill("A quay");
    await button("Put it in").click();
    expect(await written()).toBe(
      '<p>a</p><figure><img src="https://a.example/quay.jpg" alt="A quay"><figcaption>The quay</figcaption></figure>',
    );
  });

  it("puts in a table, and adds to it", async () => {
    await edit("");
    await button("Table").click();
    await page.keyboard.type("Year");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ferries");
    await button("Remove this row").isVisible();
    await button("Row below").click();
    const html = await written();
    expect(html).toMatch(/^<table><tbody><tr><th scope="col">Year<\/th><th scope="col">Ferries<\/th>/);
    expect(html.match(/<tr>/g)).toHaveLength(4);
  });

  it("shows the text as HTML, and takes what is written there", async () => {
    await edit("<p>a</p>");
    await button("HTML").click();
    await page.locator("textarea").fill("<p>b</p>");
    await button("HTML").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("c");
    expect(await written()).toBe("<p>bc</p>");
  });

  it("says of a paragraph that it reads from the right", async () => {
    await edit("<p>שלום</p>");
    expect(await page.locator(".ProseMirror p").getAttribute("dir")).toBe("auto");
    await button("From right to left").click();
    expect(await written()).toBe('<p dir="rtl">שלום</p>');
  });
});

describe("what is pasted", () => {
  it("from Word is text with what is kept of it", async () => {
    await edit("");
    await paste({
      "text/html": `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body><!--StartFragment--><p class="MsoNormal" style="margin:0"><b><span style="color:red">Bold</span></b><o:p></o:p> and <span style="font-style:italic">not</span></p><p class="MsoListParagraph" style="mso-list:l0"><span style="mso-list:Ignore">·&nbsp;</span>one</p><p class="MsoListParagraph"><span style="mso-list:Ignore">·</span>two</p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`,
    });
    expect(await written()).toBe("<p><b>Bold</b> and <em>not</em></p><ul><li>one</li><li>two</li></ul>");
  });

  it("from Google Docs is not bold throughout", async () => {
    await edit("");
    await paste({
      "text/html": `<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">Plain, </span><span style="font-weight:700">bold</span></p></b>`,
    });
    expect(await written()).toBe("<p>Plain, <strong>bold</strong></p>");
  });

  it("from a hostile page has nothing that runs", async () => {
    await edit("");
    await paste({
      "text/html": `<p onclick="alert(1)">a<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">b</a></p><iframe src="https://evil.example/"></iframe>`,
    });
    expect(await written()).not.toMatch(/script|onclick|onerror|iframe/);
    expect(await page.locator(".ProseMirror [onclick],.ProseMirror [onerror]").count()).toBe(0);
  });

  it("as plain text is plain", async () => {
    await edit("");
    await paste({ "text/plain": "one <b>\n\ntwo" });
    expect(await written()).toBe("<p>one &lt;b&gt;</p><p>two</p>");
  });
});

describe("without a mouse", () => {
  it("is one stop of Tab for the buttons, one for the text, and no trap", async () => {
    await edit("<p>a</p>");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("images.0.url");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Heading");
  });

  it("has its buttons by Alt+F10 and arrows, and is back in the text by Escape", async () => {
    await edit("<p>a</p>");
    await page.keyboard.press("Alt+F10");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.keyboard.type("b");
    expect(await written()).toBe("<h3>ab</h3>");
    await page.keyboard.press("Alt+F10");
    await page.keyboard.press("End");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("HTML");
    await page.keyboard.press("Escape");
    await page.keyboard.type("c");
    expect(await written()).toBe("<h3>abc</h3>");
  });

  it.each(["light", "dark"] as const)("is without fault for who listens, in %s", async (colorScheme) => {
    await edit(
      "<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table><figure><img src='https://a.example/a.jpg' alt='A'></figure>",
    );
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
    await button("Keys").click();
    expect(await violations(page)).toEqual([]);
  });
});
