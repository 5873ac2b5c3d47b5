/** An export as WordPress writes it, of items by `wxrItem`. */
export const wxr = (items: string, head = ""): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>The Gazette</title><link>https://gazette.example</link><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version>${head}
${items}</channel></rss>`;

export interface ItemFields {
  id?: number;
  type?: string;
  status?: string;
  password?: string;
  title?: string;
  content?: string;
  excerpt?: string;
  gmt?: string;
  local?: string;
  modified?: string;
  /** More elements, as they stand. */
  more?: string;
  meta?: Record<string, string>;
}

export const cdata = (text: string): string => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

/** In the order in which WordPress writes them. */
export function wxrItem(fields: ItemFields = {}): string {
  const {
    id = 11,
    type = "post",
    status = "publish",
    password = "",
    title = `Story ${id}`,
    content = `Words of ${id}.`,
    excerpt = "",
  } = fields;
  const { gmt = "2024-05-06 08:00:00", local = "2024-05-06 09:00:00", modified = gmt, more = "", meta = {} } = fields;
  const metas = Object.entries(meta).map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`,
  );
  return `<item><title>${cdata(title)}</title><link>https://gazette.example/story-${id}/</link><dc:creator>${cdata("aquayle")}</dc:creator>
<guid isPermaLink="false">https://gazette.example/?p=${id}</guid><content:encoded>${cdata(content)}</content:encoded>
<excerpt:encoded>${cdata(excerpt)}</excerpt:encoded><wp:post_id>${id}</wp:post_id><wp:post_date>${cdata(local)}</wp:post_date>
<wp:post_date_gmt>${cdata(gmt)}</wp:post_date_gmt><wp:post_modified_gmt>${cdata(modified)}</wp:post_modified_gmt>
<wp:status>${cdata(status)}</wp:status><wp:post_type>${cdata(type)}</wp:post_type><wp:post_password>${cdata(password)}</wp:post_password>
${more}${metas.join("")}</item>`;
}

export async function* chunksOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
