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
 * Security headers of every page. Nothing that stands on a page can run: only our own style sheet is let in, and media
 * from outside.
 */
export const secure = (home: SecuredHome): MiddlewareHandler => secured(home, { imgSrc: MEDIA, mediaSrc: MEDIA });

/** The same for the desk, whose own script runs, asks the desk alone, and shows files before they are sent. */
export const secureDesk = (home: SecuredHome): MiddlewareHandler =>
  secured(home, {
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'", "blob:", ...MEDIA],
    mediaSrc: ["'self'", "blob:", ...MEDIA],
  });

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
}

/** Every page's frame: masthead, main part, foot. The main part starts with an `h1`. */
export const Page: FC<PropsWithChildren<PageProps>> = ({ site, title, head, children }) => (
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
      <header class="masthead">
        <p class="name" lang={site.language}>
          <a href={sitePath(site, "/")}>{site.title}</a>
        </p>
        <p class="tagline" lang={site.language}>
          {site.description}
        </p>
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

/**
 * Links to the next and the former page of a list that is longer than one page may be. `href` makes the address of a
 * page.
 */
export const Pager: FC<{ page: number; pages: number; href: (page: number) => string }> = ({ page, pages, href }) =>
  pages <= 1 ? null : (
    <nav class="pager" aria-label="Pages">
      {page > 1 ? (
        <a href={href(page - 1)} rel="prev">
          Newer
        </a>
      ) : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a href={href(page + 1)} rel="next">
          Older
        </a>
      ) : null}
    </nav>
  );
