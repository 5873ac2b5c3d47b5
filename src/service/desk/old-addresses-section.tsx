import type { FC } from "hono/jsx";
import type { Site } from "../../feed/definition.ts";
import { inDigits } from "../audience/figures.ts";
import type { OldAddressUse } from "../audience/old-addresses.ts";
import { When } from "../pages/frame/time.tsx";
import { Table } from "./frame.tsx";

/** Addresses that are shown of each kind: as many as one looks through. `/api/redirects` has all. */
const MAX_SHOWN = 50;
const MAX_READERS = 3;

interface OldAddressesProps {
  site: Site;
  uses: OldAddressUse[];
  now: number;
}

/** Who still asks for addresses that feeds had on an old site, and where that leads. */
export const OldAddresses: FC<OldAddressesProps> = ({ site, uses, now }) => {
  const unanswered = uses.filter((use) => use.leads_to === undefined);
  const answered = uses.filter((use) => use.leads_to !== undefined);
  return (
    <section aria-labelledby="old-addresses">
      <h2 id="old-addresses">Old addresses</h2>
      <p>Feeds that readers look for at addresses of an old site, and do not find:</p>
      {unanswered.length === 0 ? <p>None.</p> : null}
      {unanswered.length > 0 ? (
        <Table
          label="Old addresses that lead nowhere"
          head={["Address", "Asked", "By", "Last", "For redirects in feeds/site.ts"]}
        >
          {unanswered.slice(0, MAX_SHOWN).map((use) => (
            <Row site={site} use={use} now={now}>
              <code>{use.suggestion}</code>
            </Row>
          ))}
        </Table>
      ) : null}
      {answered.length > 0 ? (
        <>
          <p>Those that lead readers on, and are still used:</p>
          <Table label="Old addresses that lead on" head={["Address", "Asked", "By", "Last", "Leads to"]}>
            {answered.slice(0, MAX_SHOWN).map((use) => (
              <Row site={site} use={use} now={now}>
                {use.leads_to}
              </Row>
            ))}
          </Table>
        </>
      ) : null}
      <p class="meta">
        What is suggested is guessed by the address: look at what the feed was of. Anybody can ask for anything, so only
        addresses that are asked for most are kept. Minutes that have just passed are not yet in the counts.
      </p>
    </section>
  );
};

const Row: FC<{ site: Site; use: OldAddressUse; now: number; children?: unknown }> = ({ site, use, now, children }) => (
  <tr>
    <th scope="row">
      <bdi>{use.address}</bdi>
    </th>
    <td class="number">{inDigits(use.asked)}</td>
    <td>
      {use.readers
        .slice(0, MAX_READERS)
        .map(({ product }) => product)
        .join(", ")}
      {use.readers.length > MAX_READERS ? ` and ${inDigits(use.readers.length - MAX_READERS)} more` : ""}
    </td>
    <td class="short">
      <When site={site} at={use.last_at} now={now} />
    </td>
    <td>{children}</td>
  </tr>
);
