import type { MiddlewareHandler } from "hono";
import type { Child, FC, PropsWithChildren } from "hono/jsx";
import { secureHeaders } from "hono/secure-headers";
import type { Site } from "../../../feed/definition.ts";
import type { Home } from "../../home.ts";
import { hostOf, sitePath } from "./addresses.ts";
import { ownLanguage } from "./language.ts";
import { STYLE_PATH } from "./style.ts";

/** Half a year, for which a browser remembers that a host is to be asked by HTTPS alone (RFC 6797 §6.1.1). */
const HSTS_SECONDS = 15_552_000;

type SecuredHome = Pick<Home, "hstsSubdomains">;

/**
 * Security headers of every page. Nothing that stands on a page can run, but for scripts of ours: only our own style sheet is let in, and
 * media from outside.
 *
 * @param scripts what may run, as `script-src` says it; none: nothing
 */
export const secure = (home: SecuredHome, scripts: string[] = []): MiddlewareHandler =>
  secured(home, { ...(scripts.length > 0 && { scriptSrc: scripts }), imgSrc: MEDIA, mediaSrc: MEDIA });

/** The same for the desk, whose own script runs, asks the desk alone, and shows files before they are sent. */
export const secureDesk = (home: SecuredHome): MiddlewareHandler =>
  secured(home, {
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", "blob:", ...MEDIA],
    mediaSrc: ["'self'", "blob:", ...MEDIA],
  });

/** The same for the page of the API, whose own script asks this service alone. */
export const secureReference = (home: SecuredHome): MiddlewareHandler =>
  secured(home, { scriptSrc: ["'self'"], connectSrc: ["'self'"] });

const MEDIA = ["https:", "http:"];

const secured = ({ hstsSubdomains = false }: SecuredHome, letIn: Record<string, string[]>): MiddlewareHandler =>
  secureHeaders({
    strictTransportSecurity: `max-age=${HSTS_SECONDS}${hstsSubdomains ? "; includeSubDomains" : ""}`,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      ...letIn,
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    crossOriginResourcePolicy: false,
  });

interface PageProps {
  site: Site;
  title: string;
  /** More of the document's head: discovery, robots. */
  head?: Child;
  /** The front page has the whole masthead, the others one line of it. */
  front?: boolean;
}

/** Every page's frame: masthead, main part, foot. The main part starts with an `h1`. */
export const Page: FC<PropsWithChildren<PageProps>> = ({ site, title, head, front = false, children }) => (
  <html lang={ownLanguage(site)}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <link rel="stylesheet" href={sitePath(site, STYLE_PATH)} />
      {head}
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to the contents
      </a>
      <header class={front ? "masthead" : "masthead slim"}>
        <p class="name" lang={site.language}>
          <a href={sitePath(site, "/")}>{site.title}</a>
        </p>
        {front ? (
          <p class="tagline" lang={site.language}>
            {site.description}
          </p>
        ) : (
          <nav aria-label="All feeds">
            <a href={sitePath(site, "/")}>All feeds</a>
          </nav>
        )}
      </header>
      <main id="main">{children}</main>
      <footer class="foot">
        <nav aria-label="About this site">
          <a href={sitePath(site, "/")}>All feeds</a> <a href={sitePath(site, "/feeds.opml")}>OPML of all feeds</a>{" "}
          {site.audience === "public" ? <a href={sitePath(site, "/audience")}>Who reads</a> : null}{" "}
          {site.proofread?.public ? <a href={sitePath(site, "/proofread")}>Proofread a feed</a> : null}{" "}
          <a href={site.home}>{hostOf(site.home)}</a>
        </nav>
        {site.rights ? <p lang={site.language}>{site.rights}</p> : null}
      </footer>
    </body>
  </html>
);

interface PagerProps {
  page: number;
  pages: number;
  /** Makes the address of a page. */
  href(page: number): string;
  /** What comes after the last page; absent: nothing. */
  beyond?: string;
}

/** Links to the next and the former page of a list that is longer than one page may be. */
export const Pager: FC<PagerProps> = ({ page, pages, href, beyond }) => {
  const older = page < pages ? href(page + 1) : beyond;
  return (
    <PagerLinks label="Pages" newer={page > 1 ? href(page - 1) : undefined} older={older}>
      {pages > 1 ? `Page ${page} of ${pages}` : null}
    </PagerLinks>
  );
};

/** One way through a list, from its newest to its oldest; nothing, where it leads nowhere. */
export const PagerLinks: FC<PropsWithChildren<{ label: string; newer?: string; older?: string }>> = ({
  label,
  newer,
  older,
  children,
}) =>
  newer === undefined && older === undefined ? null : (
    <nav class="pager" aria-label={label}>
      {newer === undefined ? null : (
        <a href={newer} rel="prev">
          Newer
        </a>
      )}
      {children ? <span>{children}</span> : null}
      {older === undefined ? null : (
        <a href={older} rel="next">
          Older
        </a>
      )}
    </nav>
  );
