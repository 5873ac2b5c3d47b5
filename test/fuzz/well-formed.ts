import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const EXPAT = `
import sys, xml.parsers.expat
for name in sys.argv[1:]:
    try:
        xml.parsers.expat.ParserCreate(namespace_separator=" ").ParseFile(open(name, "rb"))
    except xml.parsers.expat.ExpatError as error:
        print(name, error)
`;

/** Whether there is `xmllint` on this machine (Debian: libxml2-utils). */
export const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;

/**
 * Reads documents with the parsers that most of the world's readers are built on: `expat`, and libxml2 where it is there.
 *
 * @param documents XML, by address
 * @returns what they have to say
 */
export async function xmlFaults(documents: Map<string, Buffer>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "wireproof-xml-"));
  try {
    const files: string[] = [];
    for (const [address, bytes] of documents) {
      const file = join(folder, encodeURIComponent(address));
      await writeFile(file, bytes);
      files.push(file);
    }
    const expat = spawnSync("/usr/bin/python3", ["-c", EXPAT, ...files], { encoding: "utf8" });
    const xmllint = hasXmllint
      ? spawnSync("xmllint", ["--noout", "--huge", ...files], { encoding: "utf8" })
      : undefined;
    const said = [expat.error?.message, expat.stdout, expat.stderr, xmllint?.stderr].filter((text) => text?.trim());
    return said.map((text) => String(text).replaceAll(folder, "").slice(0, 1_000));
  } finally {
    await rm(folder, { recursive: true });
  }
}
