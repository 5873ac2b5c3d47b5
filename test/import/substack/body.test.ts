import { describe, expect, it } from "vitest";
import { readSubstackBody } from "../../../src/import/substack/body.ts";

describe("the text of a Substack post", () => {
  it("is without what asks for subscriptions", () => {
    const notes: string[] = [];
    const { content, gated } = readSubstackBody(
      '<p>One</p><div class="subscription-widget-wrap"><form><p>Subscribe</p></form></div><a href="%%checkout_url%%">Pay</a><p>Two</p>',
      notes,
    );
    expect(content).toBe("<p>One</p><p>Two</p>");
    expect(gated).toBeUndefined();
    expect(notes).toEqual(["a form to subscribe is left out"]);
  });

  it("keeps a picture, and drops the sign that enlarges it, without a word", () => {
    const notes: string[] = [];
    const { content } = readSubstackBody(
      '<figure><img src="https://x.example/a.png"><div class="image-link-expand"><svg></svg></div></figure>',
      notes,
    );
    expect(content).toBe('<figure><img src="https://x.example/a.png"></figure>');
    expect(notes).toEqual([]);
  });
});
