import { type Env, Hono } from "hono";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import * as z from "zod";
import { answersAs, answersPage } from "../describe/answers.ts";
import { describes } from "../describe/describes.ts";
import { NO_STORE } from "../http/no-store.ts";
import { ownReferrer } from "../http/unshared.ts";
import { sitePath } from "../pages/frame/addresses.ts";
import { Page, secure } from "../pages/frame/layout.tsx";
import { failed, notice } from "../pages/notices.tsx";
import { findLastProofread } from "../store/proofread-reports.ts";
import { badgeSvg, badgeText } from "./badge.ts";
import { givenUrl, readGivenForm } from "./given.ts";
import { MAX_DOCUMENT_BYTES } from "./limits.ts";
import type { ProofreadParts } from "./make-report.ts";
import type { ProofreadPlace } from "./place.ts";
import { proofreadPages } from "./proofread-pages.tsx";
import { notNow } from "./visitors.ts";
import { inMegabytes } from "./words.ts";

/** A badge changes with the next report, and stands on pages that are looked at all day. */
const BADGE_KEPT = "public, max-age=300";

/** `/proofread`: for everybody, where the masthead says so. */
export function proofreadRoom(parts: ProofreadParts): Hono {
  const { home, catalog } = parts;
  const app = new Hono();
  app.use(ownReferrer, secure(home), csrf());
  app.use((c, next) =>
    catalog.site.proofread?.public || !isServed(c.req) ? next() : notice(catalog, c, { ...NOTHING_HERE }),
  );
  app.get(
    "/badge.svg",
    describes(() => ({
      operationId: "getProofreadBadge",
      part: "Proofreading",
      summary: "A badge with what the last report of a feed came to",
      query: z.object({ url: z.string().meta({ format: "uri", description: "The feed's address." }) }),
      answers: {
        200: answersAs("image/svg+xml", "The badge."),
        404: answersPage("The proofreader is not public."),
      },
    })),
    async (c) => {
      const given = givenUrl(c.req.query("url") ?? "");
      const last =
        given.status === "given" && given.given.kind === "url"
          ? await findLastProofread(home.db, given.given.url)
          : null;
      return c.body(badgeSvg(badgeText(last, Date.now())), 200, {
        "content-type": "image/svg+xml; charset=utf-8",
        "cache-control": BADGE_KEPT,
      });
    },
  );
  app.route("/", proofreadPages(parts, publicPlace(parts)));
  app.onError((error, c) => {
    // `csrf` throws this where a form came from another site.
    if (error instanceof HTTPException) return error.getResponse();
    return failed({ home, catalog, c }, error);
  });
  return app;
}

/** What is sent by another method is told so as everywhere. */
const isServed = ({ method, path }: { method: string; path: string }): boolean =>
  method === "GET" || method === "HEAD" || (method === "POST" && path === "/proofread");

const NOTHING_HERE = {
  status: 404,
  title: "Nothing is here",
  text: "Feeds are proofread at the newsroom's desk only.",
} as const;

/** Pages for everybody; what is asked of each is limited by address. */
const publicPlace = ({
  catalog: { site },
  visitors,
}: Pick<ProofreadParts, "catalog" | "visitors">): ProofreadPlace<Env> => ({
  path: (rest = "") => sitePath(site, `/proofread${rest}`),
  formToken: () => undefined,
  takes: `A document has ${inMegabytes(MAX_DOCUMENT_BYTES)} at most.`,
  asker: (c) => c.req.raw,
  receive: (c) => readGivenForm(c.req.raw),
  async refuse(c) {
    const admission = await visitors.admit(c.req.raw);
    return admission.status === "in" ? undefined : notNow(admission);
  },
  async show(c, { title, body, isForSearch }, status = 200, headers = NO_STORE) {
    const head = isForSearch ? undefined : <meta name="robots" content="noindex, nofollow" />;
    const page = (
      <Page site={site} title={`${title} · ${site.title}`} head={head}>
        {body}
      </Page>
    );
    return c.html(`<!doctype html>${await page}`, status, headers);
  },
});
