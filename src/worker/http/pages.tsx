import { Hono } from "hono";
import type { FC, PropsWithChildren } from "hono/jsx";
import { secureHeaders } from "hono/secure-headers";
import type { Catalog } from "../../feed/catalog.ts";
import { documentUrl, pageUrl } from "../../feed/compose.ts";
import type { Definition, Site } from "../../feed/definition.ts";
import { FORMATS, type Format } from "../../feed/feed.ts";
import type { CatalogEnv, Catalogs } from "../catalog.ts";
import { findCurrentEdition, findDocument } from "../store/editions.ts";
import { type FeedState, listFeedStates } from "../store/feeds.ts";
import { problem } from "./problem.ts";
import { STYLE, STYLE_HASH } from "./style.ts";
import { MEDIA_TYPES } from "./urls.ts";

/** Shown on a feed's page; the documents hold all. */
const PREVIEW_ENTRIES = 20;

const NAMES: Record<Format, string> = { rss: "RSS", atom: "Atom", json: "JSON Feed" };

/** `/` and `/feeds/{slug}`: the feeds, for people. */
export function pages(catalogs: Catalogs): Hono<{ Bindings: CatalogEnv }> {
  const app = new Hono<{ Bindings: CatalogEnv }>();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [STYLE_HASH],
        imgSrc: ["https:", "http:"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
      crossOriginResourcePolicy: false,
    }),
  );

  app.get("/", async (c) => {
    const catalog = catalogs.get(c.env);
    const states = new Map((await listFeedStates(c.env.DB)).map((state) => [state.slug, state]));
    return c.html(`<!doctype html>${await (<Directory catalog={catalog} states={states} />)}`, 200, CACHED);
  });

  app.get("/feeds/:slug", async (c) => {
    const { site, definitions } = catalogs.get(c.env);
    const definition = definitions.get(c.req.param("slug"));
    if (!definition) return problem(404, "No feed is here.");
    const edition = await findCurrentEdition(c.env.DB, definition.slug);
    const document = edition && (await findDocument(c.env.DB, definition.slug, edition.number, "json", "identity"));
    const items = document ? (JSON.parse(document) as { items: Item[] }).items : [];
    return c.html(
      `<!doctype html>${await (<FeedPage site={site} definition={definition} items={items} />)}`,
      200,
      CACHED,
    );
  });

  return app;
}

const CACHED = { "cache-control": "public, max-age=60" };

/** As much of a JSON Feed item as the page shows. */
interface Item {
  url: string;
  title: string;
  summary?: string;
  date_published: string;
  language?: string;
  authors?: { name: string }[];
}

const Page: FC<PropsWithChildren<{ site: Site; title: string; feeds: Definition[] }>> = ({
  site,
  title,
  feeds,
  children,
}) => (
  <html lang={site.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {feeds.flatMap((feed) =>
        FORMATS.map((format) => (
          <link
            rel="alternate"
            type={MEDIA_TYPES[format]}
            title={`${feed.title} (${NAMES[format]})`}
            href={documentUrl(site, feed.slug, format)}
          />
        )),
      )}
      <style dangerouslySetInnerHTML={{ __html: STYLE }} />
    </head>
    <body>
      <header>
        <a href={`${site.base}/`}>{site.title}</a>
      </header>
      <main>{children}</main>
      <footer>
        <a href={site.home}>{new URL(site.home).host}</a> · <a href={`${site.base}/feeds.opml`}>All feeds as OPML</a>
      </footer>
    </body>
  </html>
);

const Directory: FC<{ catalog: Catalog; states: Map<string, FeedState> }> = ({
  catalog: { site, definitions },
  states,
}) => (
  <Page site={site} title={`${site.title}: feeds`} feeds={[...definitions.values()]}>
    <h1>Feeds</h1>
    <p>{site.description}</p>
    <ul class="feeds">
      {[...definitions.values()].map((feed) => (
        <li>
          <h2>
            <a href={pageUrl(site, feed.slug)}>{feed.title}</a>
          </h2>
          <p>{feed.description}</p>
          <p class="meta">
            <Formats site={site} slug={feed.slug} /> · {count(states.get(feed.slug)?.entries ?? 0)}
          </p>
        </li>
      ))}
    </ul>
  </Page>
);

const FeedPage: FC<{ site: Site; definition: Definition; items: Item[] }> = ({ site, definition, items }) => (
  <Page site={site} title={`${definition.title} · ${site.title}`} feeds={[definition]}>
    <h1>{definition.title}</h1>
    <p>{definition.description}</p>
    <p class="meta">
      Subscribe: <Formats site={site} slug={definition.slug} />
    </p>
    {items.slice(0, PREVIEW_ENTRIES).map((item) => (
      <article lang={item.language ?? definition.language ?? site.language} dir="auto">
        <h2>
          <a href={item.url}>{item.title}</a>
        </h2>
        <p class="meta">
          <time datetime={item.date_published}>{item.date_published.slice(0, 16).replace("T", " ")} UTC</time>
          {item.authors ? ` · ${item.authors.map((author) => author.name).join(", ")}` : ""}
        </p>
        {item.summary ? <p>{item.summary}</p> : null}
      </article>
    ))}
    {items.length === 0 ? <p>Nothing has been published here yet.</p> : null}
  </Page>
);

const Formats: FC<{ site: Site; slug: string }> = ({ site, slug }) => (
  <>
    {FORMATS.map((format, index) => (
      <>
        {index > 0 ? " · " : ""}
        <a href={documentUrl(site, slug, format)}>{NAMES[format]}</a>
      </>
    ))}
  </>
);

const count = (entries: number): string => (entries === 1 ? "1 story" : `${entries} stories`);
