import { isLineFate, LINE_FATES, type LineFates } from "../../import/line-fate.ts";
import { GENERATORS, type Generator } from "../../import/site-rules.ts";
import { parseDate } from "../../import/values/dates.ts";
import {
  DEFAULT_SERVICE,
  type ParsedOptions,
  parseCommandLine,
  SERVICE_OPTIONS,
  serviceAddress,
  urlProblem,
  usageProblem,
} from "../options.ts";
import type { RunningSite } from "./site.ts";
import { sitesOf } from "./sites-of.ts";

export const USAGE = `npm run import -- SOURCE…

Stores articles from files, folders and URLs in a running worker: RSS, Atom and JSON Feed in any encoding, our own
articles as NDJSON, Markdown with front matter, news pages as plain text, exports of WordPress of any size, and what
\`npm run export\` has written, as it was there. Importing again changes nothing.

Where to
  --to URL         the worker (${DEFAULT_SERVICE})
  --token TOKEN    its publish token (the environment's PUBLISH_TOKEN, or .dev.vars)
  --dry-run        show what would be stored and what was decided, and store nothing
  --json           the result as JSON, with every item

What is read
  --publish-all    show also what says of itself that it is not, or not yet, or no more to be shown
  --section NAME   the section of every article
  --tag NAME       one more tag for every article
  --base URL       where pages and Markdown without an address of their own are at home (the masthead's home)
  --site NAME      the site's generator, where it is not to be guessed: ${GENERATORS.join(", ")}
  --date DATE      for what carries no date (when it is first seen)
  --file-time      the time of a file for what carries no date
  --all            of a feed by its URL all entries there are: WordPress has more than it links to (?paged=2)
  --line N=WHAT    what line N of a page's text is: headline, story, subheading, caption or none (of the story)

From a WordPress
  --wordpress URL  a running one, by its REST API; SOURCEs may stand beside it
  --user NAME      one of its users, who sees drafts and private posts, too: they are stored as withheld
  --key PASSWORD   that user's application password (or the environment's WORDPRESS_KEY)
  --pages          its pages, too
  --post-type NAME posts of another type, too

From a Ghost
  --ghost URL      a running one; SOURCEs may stand beside it
  --key KEY        of its Content API, or of its Admin API, which has drafts, too (or the environment's GHOST_KEY)
  --pages          its pages, too

Before the move
  --rehearse URL   store nothing: compare what subscribers of the old feed there see with what ours would show them
  --with SLUG      our feed, where no redirect leads to it from the old one's address

  --help           this text

The exit code is 0 where all stories went in, 1 where one was skipped, 2 where something could not be reached or read.`;

export interface ImportOptions {
  sources: string[];
  /** Running sites. */
  sites: RunningSite[];
  /** Of a feed by its address: entries that it does not link to, too. */
  all: boolean;
  /** What of a WordPress or a Ghost is read beside posts. */
  postTypes: string[];
  to: string;
  token?: string;
  dryRun: boolean;
  json: boolean;
  publishAll: boolean;
  section?: string;
  tag?: string;
  base?: string;
  /** Whose rules make the addresses of a site's files. */
  site?: Generator;
  fileTime: boolean;
  /** RFC 3339. */
  date?: string;
  /** What lines of a page's text are. */
  lines?: LineFates;
  /** The URL of an old feed: nothing is stored, and it is compared with ours. */
  rehearse?: string;
  /** Our feed's slug. */
  with?: string;
}

export const OPTIONS = {
  "dry-run": { type: "boolean" },
  "publish-all": { type: "boolean" },
  section: { type: "string" },
  tag: { type: "string" },
  base: { type: "string" },
  date: { type: "string" },
  line: { type: "string", multiple: true },
  site: { type: "string" },
  "file-time": { type: "boolean" },
  all: { type: "boolean" },
  wordpress: { type: "string" },
  ghost: { type: "string" },
  user: { type: "string" },
  key: { type: "string" },
  pages: { type: "boolean" },
  "post-type": { type: "string", multiple: true },
  rehearse: { type: "string" },
  with: { type: "string" },
  ...SERVICE_OPTIONS,
} as const;

export const parseOptions = (args: string[]): ParsedOptions<ImportOptions> =>
  parseCommandLine(args, { allowPositionals: true, options: OPTIONS }, ({ values, positionals }) => {
    if (positionals.length === 0 && values.rehearse === undefined && !values.wordpress && !values.ghost)
      return usageProblem("no SOURCE was given");
    const problem =
      urlProblem("to", values.to) ??
      urlProblem("base", values.base) ??
      urlProblem("wordpress", values.wordpress) ??
      urlProblem("ghost", values.ghost) ??
      urlProblem("rehearse", values.rehearse);
    if (problem) return usageProblem(problem);
    const date = values.date === undefined ? undefined : parseDate(values.date);
    if (date === null) return usageProblem(`--date ${values.date} is no date`);
    const lines = parseLines(values.line ?? []);
    if (typeof lines === "string") return usageProblem(lines);
    if (values.line && positionals.length > 1) return usageProblem("--line is for one page's text: give one SOURCE");
    const sites = sitesOf(values);
    if (typeof sites === "string") return usageProblem(sites);
    const site = GENERATORS.find((name) => name === values.site);
    if (values.site !== undefined && !site)
      return usageProblem(`--site ${values.site} is none of ${GENERATORS.join(", ")}`);
    return {
      status: "options",
      options: {
        sources: positionals,
        sites,
        all: values.all ?? false,
        postTypes: [...(values.pages ? ["page"] : []), ...(values["post-type"] ?? [])],
        to: serviceAddress(values.to),
        token: values.token,
        dryRun: values["dry-run"] ?? false,
        json: values.json ?? false,
        publishAll: values["publish-all"] ?? false,
        section: values.section?.trim() || undefined,
        tag: values.tag?.trim() || undefined,
        base: values.base,
        site,
        fileTime: values["file-time"] ?? false,
        date,
        lines,
        rehearse: values.rehearse,
        with: values.with,
      },
    };
  });

/** `14=subheading`, by its number; a text says what is wrong with one. */
function parseLines(given: string[]): LineFates | string | undefined {
  const lines: LineFates = {};
  for (const one of given) {
    const [, line = "", fate = ""] = /^(\d{1,6})=(.*)$/.exec(one) ?? [];
    if (!isLineFate(fate)) return `--line ${one} is not a line's number, =, and one of ${LINE_FATES.join(", ")}`;
    lines[Number(line)] = fate;
  }
  return given.length === 0 ? undefined : lines;
}
