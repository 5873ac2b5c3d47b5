import type { Feed, Format } from "../../feed/feed.ts";

/** Partners' namespaces, declared only where an element needs them: no reader of a public document has to see one. */
export function profileNamespaces(
  { entries, partner_logo }: Feed,
  format: Exclude<Format, "json">,
): Record<string, string> {
  const dated = entries.some(({ deleted, modified, expires }) =>
    format === "rss" ? (deleted ?? modified ?? expires) : expires,
  );
  const microsoft = entries.some(({ short_title, images }) => short_title !== undefined || images.some(carriesLicence));
  return {
    ...(dated ? { "xmlns:dcterms": "http://purl.org/dc/terms/" } : {}),
    ...(microsoft ? { "xmlns:mi": "http://schemas.ingestion.microsoft.com/common/" } : {}),
    ...(partner_logo === undefined ? {} : { "xmlns:snf": "http://www.smartnews.be/snf" }),
  };
}

const carriesLicence = ({
  syndication_rights,
  license_id,
  licensor,
}: Feed["entries"][number]["images"][number]): boolean => (syndication_rights ?? license_id ?? licensor) !== undefined;
