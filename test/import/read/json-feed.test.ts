import { describe, expect, it } from "vitest";
import { readOne } from "../helpers.ts";

describe("JSON Feed", () => {
  it("becomes an article, whole", async () => {
    const item = await readOne(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "G",
        home_page_url: "https://gazette.example/",
        authors: [{ name: "Jane", url: "mailto:jane@gazette.example", avatar: "https://gazette.example/j.png" }],
        language: "en",
        items: [
          {
            id: 7,
            external_url: "https://other.example/x",
            content_text: "One & two\nlines",
            image: "https://gazette.example/i.png",
            tags: ["a", "a", 3],
            date_published: "2026-03-03T10:00:00.5+01:00",
            attachments: [
              {
                url: "https://gazette.example/a.mp3",
                mime_type: "audio/mpeg",
                size_in_bytes: 9,
                duration_in_seconds: 1.5,
              },
            ],
            _x: 1,
          },
        ],
      }),
    );
    expect(item.article).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
      url: "https://other.example/x",
      title: "One & two lines",
      content_html: "<p>One &amp; two<br>lines</p>",
      authors: [{ name: "Jane", email: "jane@gazette.example" }],
      tags: ["a"],
      language: "en",
      images: [{ url: "https://gazette.example/i.png" }],
      attachments: [{ url: "https://gazette.example/a.mp3", type: "audio/mpeg", length: 9, duration: 1.5 }],
      published_at: "2026-03-03T09:00:00.500Z",
      guid: "7",
    });
    expect(item.notes).toEqual([
      "external_url is the link",
      "_x is left out",
      "untitled: its first words are the title",
      "a tag that was given twice stands once",
    ]);
  });
});
