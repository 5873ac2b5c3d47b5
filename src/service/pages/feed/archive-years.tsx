import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import type { ArchiveYear } from "../../store/archive-years.ts";
import { archivePath } from "../frame/addresses.ts";

/** Leads to the newest stories of each year; nowhere, where there is but one. */
export const ArchiveYears: FC<{ site: Site; slug: string; years: ArchiveYear[]; current?: number }> = ({
  site,
  slug,
  years,
  current,
}) =>
  years.length < 2 ? null : (
    <nav class="years" aria-label="Years">
      {years.map(({ year, page }) => (
        <a href={archivePath(site, slug, page)} aria-current={year === current ? "true" : undefined}>
          {year}
        </a>
      ))}
    </nav>
  );
