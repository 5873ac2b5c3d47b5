import { type Context, type Env, Hono } from "hono";
import type { Child } from "hono/jsx";
import { reportsKept } from "../../feed/definition.ts";
import { answersPage } from "../describe/answers.ts";
import { type Description, describes } from "../describe/describes.ts";
import { named } from "../describe/parameters.ts";
import type { StoredReport } from "../examination.ts";
import { NO_STORE } from "../http/no-store.ts";
import { findProofreadReport } from "../store/proofread-reports.ts";
import { ProofreadForm } from "./form.tsx";
import { makeReport, type ProofreadParts } from "./make-report.ts";
import type { NotNow, ProofreadPlace } from "./place.ts";
import { notNow } from "./visitors.ts";

/** A report changes when its document is proofread again, and is told of when its time is over: nobody keeps it without asking. */
const UNKEPT = { "cache-control": "private, no-cache" };

/** The table of rules changes with a deployment only. */
const RULES_KEPT = { "cache-control": "public, max-age=3600" };

/** What whoever could not be served is shown above the form, with what was written into it. */
interface Unserved {
  status: 400 | 413 | 415 | 422 | 429 | 503;
  why: string;
  url?: string;
  headers?: Record<string, string>;
}

/** The pages of proofreading: a form, reports, and the rules. */
export function proofreadPages<E extends Env>(parts: ProofreadParts, place: ProofreadPlace<E>): Hono<E> {
  const { home, catalog } = parts;
  const app = new Hono<E>();

  app.get(
    "/",
    describes<E>(() => page("getProofreadForm", "A form for what is to be proofread")),
  );
  app.get("/", (c) => form(c));

  app.post("/", async (c) => {
    const refusal = await place.refuse(c);
    if (refusal) return form(c, toldLater(refusal));
    const received = await place.receive(c);
    if (received.status === "fault") return form(c, { status: received.code, why: received.why });
    const { given } = received;
    const made = await makeReport(parts, given, place.asker(c));
    if (made.status === "made") {
      c.header("cache-control", "no-store");
      return c.redirect(place.path(`/${made.report.hash}`), 303);
    }
    const url = given.kind === "url" ? given.url : undefined;
    if (made.status === "too many") return form(c, { ...toldLater(notNow(made)), url });
    return form(c, { status: 422, why: `${url ?? "It"} could not be read: ${made.why}.`, url });
  });

  const form = (c: Context<E>, unserved?: Unserved): Promise<Response> =>
    place.show(
      c,
      {
        title: "Proofread a feed",
        isForSearch: true,
        body: (
          <ProofreadForm
            path={place.path}
            formToken={place.formToken(c)}
            url={unserved?.url ?? c.req.query("url")}
            wrong={unserved?.why}
            keep={reportsKept(catalog.site)}
            takes={place.takes}
          />
        ),
      },
      unserved?.status ?? 200,
      { ...NO_STORE, ...unserved?.headers },
    );

  app.get(
    "/rules",
    describes<E>(() => page("listProofreadRules", "Every rule of the proofreader")),
  );
  app.get("/rules", async (c) => {
    const { RulesPage } = await import("./rules-page.tsx");
    return place.show(
      c,
      { title: "The rules", isForSearch: true, body: <RulesPage path={place.path} /> },
      200,
      RULES_KEPT,
    );
  });

  app.get(
    "/rules/:name{.+}",
    describes<E>(() => ({
      ...page(
        "getProofreadRule",
        "A rule, with an example that breaks it and one that keeps it",
        "No rule has this name.",
      ),
      params: { name: named("The rule's name, which has a slash in it.", "slash/comments-place") },
    })),
  );
  app.get("/rules/:name{.+}", async (c) => {
    const [{ findRule }, { RulePage }] = await Promise.all([
      import("../../proofread/table.ts"),
      import("./rules-page.tsx"),
    ]);
    const rule = findRule(c.req.param("name"));
    if (!rule) return message(c, 404, "No such rule", <p>No rule has this name.</p>);
    return place.show(
      c,
      { title: rule.name, isForSearch: true, body: <RulePage rule={rule} path={place.path} /> },
      200,
      RULES_KEPT,
    );
  });

  app.get(
    "/:hash",
    describes<E>(() => {
      const report = page(
        "getProofreadReport",
        "A report: what was found, where, and how readers see it",
        "No report has this address.",
      );
      const params = {
        hash: named("Of the bytes, and of where they came from.", "0".repeat(40)).regex(/^[0-9a-f]{40}$/),
      };
      return { ...report, params, answers: { ...report.answers, 410: answersPage("The report's time is over.") } };
    }),
  );
  app.get("/:hash", async (c) => {
    const row = await findProofreadReport(home.db, c.req.param("hash"), Date.now());
    if (row === "gone")
      return message(c, 410, "The report is gone", <p>Reports are kept for {reportsKept(catalog.site)}.</p>);
    if (!row) return message(c, 404, "No such report", <p>The address may be mistyped, or its time is long over.</p>);
    const report = JSON.parse(row.body) as StoredReport;
    const { ReportPage } = await import("./report-page.tsx");
    const { site } = catalog;
    const body = <ReportPage site={site} report={report} expiresAt={row.expires_at} path={place.path} />;
    return place.show(c, { title: "Report", body }, 200, UNKEPT);
  });

  const message = (c: Context<E>, status: 404 | 410, title: string, why: Child): Promise<Response> =>
    place.show(
      c,
      {
        title,
        body: (
          <div class="notice">
            <h1>{title}</h1>
            {why}
            <p>
              <a href={place.path()}>Proofread a feed</a>
            </p>
          </div>
        ),
      },
      status,
      NO_STORE,
    );

  return app;
}

const NOT_PUBLIC = "The proofreader is not public.";

const page = (operationId: string, summary: string, missing = NOT_PUBLIC): Description => ({
  operationId,
  part: "Proofreading",
  summary,
  answers: { 200: answersPage("The page."), 404: answersPage(missing) },
});

const toldLater = ({ status, why, seconds }: NotNow): Unserved => ({
  status,
  why,
  headers: { "retry-after": String(seconds) },
});
