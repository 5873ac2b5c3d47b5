import type { Context } from "hono";
import type { Child, FC, PropsWithChildren } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Site } from "../../feed/definition.ts";
import { sitePath } from "../pages/frame/addresses.ts";
import { Page } from "../pages/frame/layout.tsx";
import type { DeskEnv, Session } from "./session.ts";

/** The desk's parts, as paths below it, and what they are called. */
const PARTS = [
  ["", "Feeds"],
  ["/articles", "Articles"],
  ["/files", "Files"],
  ["/preview", "Preview"],
  ["/partners", "Partners"],
  ["/sources", "Sources"],
  ["/audience", "Audience"],
  ["/proofread", "Proofread"],
] as const;

export type DeskPart = (typeof PARTS)[number][0];

/** The path of a page of the desk. */
export const deskPath = (site: Site, rest = ""): string => sitePath(site, `/desk${rest}`);

/** The path of an article's page at the desk, or with `rest` of what is below it. */
export const articlePath = (site: Site, id: string, rest = ""): string =>
  deskPath(site, `/articles/${encodeURIComponent(id)}${rest}`);

interface DeskPageProps {
  site: Site;
  title: string;
  /** Absent: nobody is signed in. */
  session?: Session;
  /** The part that the page belongs to. */
  part?: DeskPart;
}

/** The frame of every page at the desk: its parts, and the way out. */
export const DeskPage: FC<PropsWithChildren<DeskPageProps>> = ({ site, title, session, part, children }) => (
  <Page
    site={site}
    title={`${title} · desk of ${site.title}`}
    head={<meta name="robots" content="noindex, nofollow" />}
  >
    <div class="desk">
      {session === undefined ? null : (
        <div class="parts">
          <nav aria-label="Desk">
            {PARTS.map(([rest, name]) => (
              <a href={deskPath(site, rest)} aria-current={rest === part ? "page" : undefined}>
                {name}
              </a>
            ))}
          </nav>
          <Post site={site} session={session} to="/sign-out">
            <button type="submit" class="quiet">
              Sign out
            </button>
          </Post>
        </div>
      )}
      {children}
    </div>
  </Page>
);

/** A form that does something. It carries the session's form token; `to` is its path below the desk. */
export const Post: FC<PropsWithChildren<{ site: Site; session: Session; to: string; id?: string }>> = ({
  site,
  session,
  to,
  id,
  children,
}) => (
  <form method="post" action={deskPath(site, to)} id={id}>
    <input type="hidden" name="form_token" value={session.formToken} />
    {children}
  </form>
);

/** Answers with a page. */
export async function showPage(
  c: Context<DeskEnv>,
  page: Child,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  return c.html(`<!doctype html>${await page}`, status);
}

export interface Message {
  status: ContentfulStatusCode;
  title: string;
  /** Why nothing was done, or nothing is here. */
  why: Child;
}

/** Answers with a page that says why nothing was done. */
export const showMessage = (c: Context<DeskEnv>, site: Site, { status, title, why }: Message): Promise<Response> =>
  showPage(
    c,
    <DeskPage site={site} title={title} session={c.get("session")}>
      <div class="notice">
        <h1>{title}</h1>
        {why}
        <p>
          <a href={deskPath(site)}>To the desk</a>
        </p>
      </div>
    </DeskPage>,
    status,
  );

/** A table that scrolls where it is wider than the page, by keyboard too. */
export const Table: FC<PropsWithChildren<{ label: string; head: string[] }>> = ({ label, head, children }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is part of a form
  <div class="scroller" role="group" aria-label={label} tabindex={0}>
    <table>
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
