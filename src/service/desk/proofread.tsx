import { Hono } from "hono";
import { NO_STORE } from "../http/no-store.ts";
import { chooseGiven } from "../proofread/given.ts";
import { MAX_DOCUMENT_BYTES } from "../proofread/limits.ts";
import type { ProofreadParts } from "../proofread/make-report.ts";
import type { ProofreadPlace } from "../proofread/place.ts";
import { proofreadPages } from "../proofread/proofread-pages.tsx";
import { inMegabytes } from "../proofread/words.ts";
import { MAX_FORM_BYTES } from "./form.tsx";
import { DeskPage, deskPath, showPage } from "./frame.tsx";
import { mayDo } from "./may-do.tsx";
import type { DeskEnv } from "./session.ts";

/** `/desk/proofread`: the proofreader for editors, whoever else may use it. */
export const proofreadAtDesk = (parts: ProofreadParts): Hono<DeskEnv> =>
  new Hono<DeskEnv>().use(mayDo(parts.catalog.site, "feeds:read")).route("/", proofreadPages(parts, deskPlace(parts)));

const deskPlace = ({ catalog: { site } }: Pick<ProofreadParts, "catalog">): ProofreadPlace<DeskEnv> => ({
  path: (rest = "") => deskPath(site, `/proofread${rest}`),
  formToken: (c) => c.get("session").formToken,
  takes: `A document at an address has ${inMegabytes(MAX_DOCUMENT_BYTES)} at most, what is pasted ${inMegabytes(MAX_FORM_BYTES)}, of which a browser writes three bytes for many a character.`,
  asker: () => "newsroom",
  async receive(c) {
    const form = c.get("form");
    return chooseGiven({ url: form.get("url") ?? "", text: form.get("text") ?? "" });
  },
  refuse: async () => undefined,
  show(c, { title, body }, status = 200, headers = NO_STORE) {
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    const page = (
      <DeskPage site={site} title={title} session={c.get("session")} part="/proofread">
        {body}
      </DeskPage>
    );
    return showPage(c, page, status);
  },
});
