import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIP } from "node:net";

/** Where a request comes from, and what it was sent to. */
export interface Origin {
  /** The client's address. */
  address: string;
  host: string;
  protocol: "http" | "https";
}

/** Proxies whose word is taken. Whoever else sends `X-Forwarded-For`, `-Host` or `-Proto` could have invented it. */
export class TrustedProxies {
  readonly #networks = new BlockList();
  readonly #none: boolean;

  /** @param networks addresses and networks in CIDR notation */
  constructor(networks: string[]) {
    this.#none = networks.length === 0;
    for (const network of networks) {
      const [address = "", bits] = network.split("/");
      const family = isIP(address) === 4 ? "ipv4" : "ipv6";
      if (bits === undefined) this.#networks.addAddress(address, family);
      else this.#networks.addSubnet(address, Number(bits), family);
    }
  }

  /** @param peer the address at the other end of the connection */
  originOf(peer: string, headers: IncomingHttpHeaders): Origin {
    const origin: Origin = { address: peer, host: headers.host ?? "", protocol: "http" };
    if (this.#none || !this.#trusts(peer)) return origin;
    // Each proxy adds who asked it: the last one that no proxy of ours is, is the client. What stands before it, it may have invented.
    const chain = listOf(headers["x-forwarded-for"]);
    origin.address = chain.findLast((address) => !this.#trusts(address)) ?? chain[0] ?? peer;
    origin.host = listOf(headers["x-forwarded-host"]).at(-1) ?? origin.host;
    if (listOf(headers["x-forwarded-proto"]).at(-1) === "https") origin.protocol = "https";
    return origin;
  }

  #trusts(address: string): boolean {
    const plain = address.replace(/^::ffff:(?=[\d.]+$)/, "");
    const version = isIP(plain);
    return version !== 0 && this.#networks.check(plain, version === 4 ? "ipv4" : "ipv6");
  }
}

const listOf = (header: string | string[] | undefined): string[] =>
  [header ?? []]
    .flat()
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
