import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isSubstackFolder, readSubstackFolder } from "../../../src/cli/import/substack-folder.ts";
import { SiteFault } from "../../../src/import/sites/site-reader.ts";
import { SOURCE } from "../../import/helpers.ts";
import { readAll } from "../../import/sites.ts";
import { endOwnServices, newFolder } from "../own-service.ts";

afterAll(endOwnServices);

const TABLE = `post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url
101.harbour,2024-03-01T08:00:00.000Z,true,,,newsletter,everyone,Harbour,,
102,2024-03-02T08:00:00.000Z,false,,,newsletter,everyone,Draft,,
`;

async function archive(files: Record<string, string>): Promise<string> {
  const folder = await newFolder();
  await mkdir(join(folder, "posts"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const ask = async () => {
  throw new SiteFault("nobody is asked");
};

describe("the folder of a Substack's archive", () => {
  it("is known by its table of posts, and read as one", async () => {
    const folder = await archive({
      "posts.csv": TABLE,
      "posts/101.harbour.html": "<p>Ships.</p>",
      "posts/102.a-draft.html": "<p>Unchecked.</p>",
      "email_list.gazette.csv": "email\nreader@example.com\n",
    });
    expect(await isSubstackFolder(folder)).toBe(true);
    const [page] = await readAll(
      readSubstackFolder(folder, { ask, source: { ...SOURCE, base: "https://gazette.example/" } }),
    );
    expect(page?.items.map(({ article, withheld }) => [article.title, article.status, withheld])).toEqual([
      ["Harbour", undefined, undefined],
      ["Draft", "withheld", "it is a draft"],
    ]);
    expect(JSON.stringify(page)).not.toContain("reader@example.com");
  });

  it("is none without that table, or without texts", async () => {
    expect(await isSubstackFolder(await archive({ "posts.csv": "a,b\n", "posts/1.html": "" }))).toBe(false);
    expect(await isSubstackFolder(await archive({ "posts.csv": TABLE }))).toBe(false);
  });
});
