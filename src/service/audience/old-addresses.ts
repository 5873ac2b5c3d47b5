import type { Catalog } from "../../feed/catalog.ts";
import { suggestRedirect } from "../../feed/old-addresses.ts";
import { parseAddress } from "../../feed/redirects/address.ts";
import type { Database } from "../home.ts";
import { type AskedAddress, listAskedAddresses } from "../store/old-addresses.ts";
import type { AskedAddresses } from "./asked-addresses.ts";

/** An old address of a feed, and who asks for it. */
export interface OldAddressUse {
  address: string;
  asked: number;
  /** Milliseconds. */
  first_at: number;
  last_at: number;
  /** How often each product asked, those that asked most first. */
  readers: { product: string; asked: number }[];
  /** Slug and format of the feed that readers are led to. */
  leads_to?: string;
  /** Where they are led nowhere: what the masthead's list of redirects could say. */
  suggestion?: string;
}

/** Who asks for old addresses, what is counted and not stored yet among it. */
export async function listUses(
  db: Database,
  catalog: Catalog,
  asked: Pick<AskedAddresses, "flush">,
): Promise<OldAddressUse[]> {
  await asked.flush();
  return usesOf(catalog, await listAskedAddresses(db));
}

/** Adds up what products asked for, the most asked for first. */
export function usesOf(catalog: Catalog, counts: AskedAddress[]): OldAddressUse[] {
  const uses = [...Map.groupBy(counts, ({ address }) => address)].map(([address, list]): OldAddressUse => {
    const latest = list.reduce((a, b) => (b.last_at > a.last_at ? b : a));
    const asked = list.reduce((sum, one) => sum + one.asked, 0);
    return {
      address,
      asked,
      first_at: Math.min(...list.map((one) => one.first_at)),
      last_at: latest.last_at,
      readers: list.map(({ product, asked: times }) => ({ product, asked: times })).sort((a, b) => b.asked - a.asked),
      ...(latest.leads_to === null ? suggested(catalog, address) : { leads_to: latest.leads_to }),
    };
  });
  return uses.sort((a, b) => b.asked - a.asked || b.last_at - a.last_at);
}

function suggested(catalog: Catalog, text: string): Pick<OldAddressUse, "suggestion"> {
  const address = parseAddress(text);
  return address ? { suggestion: suggestRedirect(catalog, address) } : {};
}
