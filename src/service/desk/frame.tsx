import type { Context } from "hono";
import { raw } from "hono/html";
import { type Child, createContext, type FC, type PropsWithChildren, useContext } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Site } from "../../feed/definition.ts";
import type { Scope } from "../../people/scopes.ts";
import { MAX_FIND_LENGTH } from "../jobs/article-query.ts";
import { sitePath } from "../pages/frame/addresses.ts";
import { ownLanguage } from "../pages/frame/language.ts";
import type { DeskEnv, Session } from "./session.ts";
import { DESK_STYLE_PATH } from "./style/style.ts";

/** The desk's parts, as paths below it, what they are called, and what one has to be allowed to see them; null: nothing. */
const PARTS = [
  ["", "Today", "feeds:read"],
  ["/articles", "Articles", "articles:read"],
  ["/drafts", "Drafts", "drafts:write"],
  ["/files", "Files", "files:write"],
  ["/preview", "Preview", "drafts:write"],
  ["/feeds", "Feeds", "feeds:read"],
  ["/partners", "Partners", "partners:read"],
  ["/webhooks", "Webhooks", "push:read"],
  ["/subscribers", "Subscribers", "push:read"],
  ["/sources", "Sources", "sources:read"],
  ["/audience", "Audience", "audience:read"],
  ["/proofread", "Proofread", "feeds:read"],
  ["/log", "Log", "log:read"],
  ["/people", "People", "people"],
  ["/keys", "Keys", "people"],
] as const satisfies [rest: string, name: string, scope: Scope | null][];

/** One's own page, which everybody has; it stands behind one's name. */
const ME = "/people/me";

export type DeskPart = (typeof PARTS)[number][0] | typeof ME;

/** The path of a page of the desk. */
export const deskPath = (site: Site, rest = ""): string => sitePath(site, `/desk${rest}`);

/** A path of the desk without the desk's own. */
export const belowDesk = (path: string): string => path.replace(/^.*?\/desk/, "");

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

/** The frame of every page at the desk: a slim bar, the desk's parts, and the way out. The main part starts with an `h1`. */
export const DeskPage: FC<PropsWithChildren<DeskPageProps>> = ({ site, title, session, part, children }) => (
  <html lang={ownLanguage(site)}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex, nofollow" />
      <title>{`${title} · desk of ${site.title}`}</title>
      <link rel="stylesheet" href={deskPath(site, DESK_STYLE_PATH)} />
      <DeskScript />
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to the contents
      </a>
      <header class="desk-bar">
        <p class="paper" lang={site.language}>
          <a href={deskPath(site)}>{site.title}</a>
        </p>
        {session === undefined ? null : <Menu site={site} session={session} part={part} />}
      </header>
      <main id="main">{children}</main>
      <footer class="foot meta">
        <a href={sitePath(site, "/")}>What readers see</a>
      </footer>
    </body>
  </html>
);

/** What stands in the bar for who is signed in. On a phone all but the first link is folded, without a script. */
const Menu: FC<{ site: Site; session: Session; part: DeskPart | undefined }> = ({ site, session, part }) => (
  <>
    {session.scopes.has("drafts:write") ? (
      <a class="new" href={deskPath(site, "/articles/new")}>
        New story
      </a>
    ) : null}
    <details class="menu">
      <summary>Menu</summary>
      {session.scopes.has("articles:read") ? <Finder site={site} /> : null}
      <div class="me">
        <a href={deskPath(site, ME)} aria-current={part === ME ? "page" : undefined}>
          {session.actor.name}
        </a>
        <Post site={site} session={session} to="/sign-out">
          <button type="submit">Sign out</button>
        </Post>
      </div>
      <nav aria-label="Desk">
        {PARTS.filter(([, , scope]) => scope === null || session.scopes.has(scope)).map(([rest, name]) => (
          <a href={deskPath(site, rest)} aria-current={rest === part ? "page" : undefined}>
            {name}
          </a>
        ))}
      </nav>
    </details>
  </>
);

const Finder: FC<{ site: Site }> = ({ site }) => (
  <search>
    <form action={deskPath(site, "/articles")} method="get">
      <label class="unseen" for="find-story">
        Find a story
      </label>
      <input id="find-story" name="q" type="search" maxlength={MAX_FIND_LENGTH} placeholder="Find a story" />
      <button type="submit">Find</button>
    </form>
  </search>
);

/** The path of the desk's script: every page has it, and none is told of it. */
const ScriptPath = createContext<string | null>(null);

const DeskScript: FC = () => {
  const path = useContext(ScriptPath);
  return path === null ? null : <script type="module" src={path} />;
};

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
  const html = await (<ScriptPath.Provider value={c.get("script") ?? null}>{page}</ScriptPath.Provider>);
  return c.html(`<!doctype html>${html}`, status);
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

/**
 * A table that scrolls where it is wider than the page, by keyboard too. On a phone each row is a card, for which each cell says the
 * head of its column.
 */
export const Table: FC<PropsWithChildren<{ label: string; head: string[] }>> = ({ label, head, children }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is part of a form
  <div class="scroller cards" role="group" aria-label={label} tabindex={0}>
    <table>
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <LabelledRows head={head}>{children}</LabelledRows>
    </table>
  </div>
);

/** Rows whose cells say the heads of their columns. In HTML no text has a `<` of its own; no component in a row may be asynchronous. */
const LabelledRows: FC<PropsWithChildren<{ head: string[] }>> = ({ head, children }) => {
  const starts = head.map((name) => String(<td data-label={name} />).slice(0, -"></td>".length));
  let column = 0;
  const html = String(<tbody>{children}</tbody>).replaceAll(/<(tr|th|td)(?=[\s>])/g, (start, name) => {
    if (name === "tr") {
      column = 0;
      return start;
    }
    const labelled = starts[column];
    column += 1;
    return name === "td" && labelled !== undefined ? labelled : start;
  });
  return raw(html);
};
