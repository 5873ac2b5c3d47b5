import { createHash } from "node:crypto";
import type { Catalog } from "../../feed/catalog.ts";
import type { Site } from "../../feed/definition.ts";
import { type TakenFile, takeFile } from "../../media/take.ts";
import type { Actor } from "../../people/actor.ts";
import type { Home } from "../home.ts";
import { problem, unavailable } from "../http/problem.ts";
import { type StoredFile, saveFile } from "../store/files.ts";
import { MAX_UPLOAD_BYTES, type Sending, type SentFile, UPLOAD_PATIENCE } from "./sent-file.ts";

/** The answer of what was stored; its name is what its sender calls it, or else its own. */
export type UploadedFile = Omit<StoredFile, "called" | "uploadedAt" | "uploadedBy"> & { url: string };

/** Takes in files, from the desk and from programs. */
export class Uploads {
  readonly #home: Pick<Home, "db" | "files">;
  readonly #site: Site;
  #inHand = 0;

  constructor(home: Pick<Home, "db" | "files">, { site }: Pick<Catalog, "site">) {
    this.#home = home;
    this.#site = site;
  }

  /**
   * Takes in a file.
   *
   * @param read reads it from the request
   * @param by who sends it, by what came with it; a response turns it away
   */
  async take(
    request: Request,
    read: (request: Request) => Promise<Sending>,
    by: (fields: SentFile["fields"]) => Actor | Response,
  ): Promise<{ uploaded: UploadedFile; fields: SentFile["fields"] } | Response> {
    if (!this.#home.files) return problem(503, NO_PLACE);
    const told = Number(request.headers.get("content-length") ?? MAX_UPLOAD_BYTES);
    if (this.#inHand > 0 && this.#inHand + told > this.#home.files.room)
      return unavailable("Other files are being uploaded.");
    this.#inHand += told;
    try {
      const sent = await read(request);
      if (sent.status === "too large") return problem(413, `A file may have ${MAX_UPLOAD_BYTES / 1e6} MB at most.`);
      if (sent.status === "stalled") return problem(408, STALLED);
      if (sent.status === "no form") return problem(415, "This is no form with a file (multipart/form-data).");
      const actor = by(sent.fields);
      if (actor instanceof Response) return actor;
      if (sent.status === "no file") return problem(422, "There is no file in it.");
      const taken = await takeFile(sent.bytes);
      if (taken.status === "refused") return problem(REFUSALS[taken.why], taken.detail);
      return { uploaded: await this.#store(this.#home.files, taken, sent.called, actor), fields: sent.fields };
    } finally {
      this.#inHand -= told;
    }
  }

  /** The bytes first: a note of what is not there would be an address of nothing. */
  async #store(
    files: NonNullable<Home["files"]>,
    { status: _, bytes, extension, ...about }: Extract<TakenFile, { status: "taken" }>,
    called: string | undefined,
    actor: Actor,
  ): Promise<UploadedFile> {
    const name = `${createHash("sha256").update(bytes).digest("hex")}.${extension}`;
    await files.put(name, bytes, about.type);
    const file = { ...about, length: bytes.length };
    await saveFile(this.#home.db, { ...file, name, called, uploadedAt: Date.now() }, actor);
    return { url: fileUrl(this.#site, name), name: called ?? name, ...file };
  }
}

/** Where everybody gets a file. */
export const fileUrl = (site: Site, name: string): string => `${site.base}/files/${name}`;

const REFUSALS = { kind: 415, size: 413, content: 422 } as const;

const STALLED = `For ${UPLOAD_PATIENCE / 1_000} seconds hardly anything of the file has come: send it once more.`;

/** @see src/edge/README.md */
const NO_PLACE =
  "Nothing can be uploaded: the deployment has no place for files. Bind an R2 bucket as FILES in wrangler.toml, and deploy.";
