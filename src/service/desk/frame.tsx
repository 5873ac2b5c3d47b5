import type { Context } from "hono";
import type { Child, FC, PropsWithChildren } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Site } from "../../feed/definition.ts";
import { path } from "../pages/frame/addresses.ts";
import { Page } from "../pages/frame/layout.tsx";
import type { DeskEnv, Session } from "./session.ts";

const PARTS = [
  ["", "Feeds"],
  ["/articles", "Articles"],
  ["/preview", "Preview"],
  ["/partners", "Partners"],
  ["/audience", "Audience"],
] as const;

export type Part = (typeof PARTS)[number][0];

export const deskPath = (site: Site, rest = ""): string => path(site, `/desk${rest}`);

export const articlePath = (site: Site, id: string, rest = ""): string =>
  deskPath(site, `/articles/${encodeURIComponent(id)}${rest}`);

interface DeskPageProps {
  site: Site;
  title: string;
  /** Absent: nobody is signed in. */
  session?: Session;
  part?: Part;
}

/** Every page's frame at the desk. */
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

/** A form that does something: it proves that it is of this session. */
export const Post: FC<PropsWithChildren<{ site: Site; session: Session; to: string }>> = ({
  site,
  session,
  to,
  children,
}) => (
  <form method="post" action={deskPath(site, to)}>
    <input type="hidden" name="form_token" value={session.formToken} />
    {children}
  </form>
);

export async function show(c: Context<DeskEnv>, page: Child, status: ContentfulStatusCode = 200): Promise<Response> {
  return c.html(`<!doctype html>${await page}`, status);
}

/** A page that says why nothing was done. */
export const message = (
  c: Context<DeskEnv>,
  site: Site,
  status: ContentfulStatusCode,
  title: string,
  children: Child,
): Promise<Response> =>
  show(
    c,
    <DeskPage site={site} title={title} session={c.get("session")}>
      <div class="notice">
        <h1>{title}</h1>
        {children}
        <p>
          <a href={deskPath(site)}>To the desk</a>
        </p>
      </div>
    </DeskPage>,
    status,
  );

/** A table that is wider than the page moves by itself, by keyboard too. */
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
