import { definitions } from "../../feeds/index.ts";
import site from "../../feeds/site.ts";
import { sources } from "../../feeds/sources.ts";
import { type Catalog, parseCatalog } from "../feed/catalog.ts";

/**
 * The definitions, or one line on what is wrong with them and the end of the process.
 *
 * @param base where the service is reached, if not where the masthead says
 */
export function checkedCatalog(base?: string): Catalog {
  try {
    return parseCatalog(site, definitions, base, sources);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

if (import.meta.main) checkedCatalog();
