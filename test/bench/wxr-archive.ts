/** A WordPress's archive as its export has it: classic posts and blocks, a picture each, and now and then a draft. */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { cdata, wxr, wxrItem } from "../import/wordpress/wxr/wxr.ts";
import { stories } from "./stories.ts";

/** Words of so many stories make the texts of all: making them takes longer than reading them. */
const KINDS = 200;

/** @returns how many bytes were written */
export async function writeArchive(file: string, posts: number): Promise<number> {
  const out = createWriteStream(file);
  let bytes = 0;
  const write = async (text: string): Promise<void> => {
    bytes += Buffer.byteLength(text);
    if (!out.write(text)) await once(out, "drain");
  };
  const texts = stories(KINDS, 5).map(({ article }) => article);
  const author = `<wp:author><wp:author_login>${cdata("aquayle")}</wp:author_login><wp:author_display_name>${cdata("Ada Quayle")}</wp:author_display_name></wp:author>`;
  const [head = "", tail = ""] = wxr("<items/>", author).split("<items/>");
  await write(head);
  for (let index = 0; index < posts; index += 1) {
    const { content_html, title } = texts[index % KINDS] as (typeof texts)[number];
    const id = 2 * index + 1;
    const time = new Date(Date.UTC(2012, 0, 1) + index * 6 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
    const isClassic = index % 2 === 0;
    const body = content_html.slice(0, 3_000).replace(/<[^<>]*$/, "");
    await write(
      wxrItem({
        ...{ id, gmt: time, local: time, title: `${title} ${index}`, status: index % 50 === 0 ? "draft" : "publish" },
        content: isClassic ? classic(body, id + 1) : blocks(body, id + 1),
        meta: { _thumbnail_id: String(id + 1), _edit_last: "1" },
        more: `<category domain="category" nicename="news">${cdata("News")}</category><category domain="post_tag" nicename="quay">${cdata("Quay")}</category>`,
      }) +
        wxrItem({
          ...{
            id: id + 1,
            type: "attachment",
            status: "inherit",
            content: "",
            title: `picture ${index}`,
            excerpt: `The quay, ${index}`,
          },
          more: `<wp:attachment_url>${cdata(pictureUrl(id + 1))}</wp:attachment_url>`,
        }),
    );
  }
  await write(tail);
  out.end();
  await finished(out);
  return bytes;
}

const pictureUrl = (id: number): string => `https://gazette.example/wp-content/uploads/${id}.jpg`;

/** As it was written before there were blocks: its paragraphs parted by blank lines. */
const classic = (body: string, picture: number): string =>
  `[caption width="300"]<img src="${pictureUrl(picture)}" width="300" height="200" /> The quay[/caption]\n\n${body.replace(/<\/?p>/g, "\n")}\n\n[gallery ids="${picture}"]`;

const blocks = (body: string, picture: number): string =>
  `<!-- wp:image {"id":${picture}} -->\n<figure class="wp-block-image"><img src="${pictureUrl(picture)}" alt=""/></figure>\n<!-- /wp:image -->\n` +
  body.replace(/<p>/g, "<!-- wp:paragraph -->\n<p>").replace(/<\/p>/g, "</p>\n<!-- /wp:paragraph -->\n");
