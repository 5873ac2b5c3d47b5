import type { Secrets } from "../service/home.ts";

/** How one machine runs the service. */
export interface NodeConfig {
  /** Where the store is, its copies, and the lock. */
  directory: string;
  /** What is listened on: an address of this machine, or a name of one. */
  address: string;
  /** 0: any that is free. */
  port: number;
  /** Addresses and networks (CIDR) of proxies whose word is taken for the client's address, host and protocol. */
  trustedProxies: string[];
  /** Host names under which the service answers, beside its own. */
  hosts: string[];
  secrets: Secrets;
  /** As `Home.hstsSubdomains`. */
  hstsSubdomains?: boolean;
  /** Opens `/metrics` to who has it, beside the publish token. */
  metricsToken?: string;
  /** A port of this machine alone that answers `/metrics` without a token. */
  metricsPort?: number;
  logFormat: "json" | "text";
  /** The folder of the pictures and other files that go with the sample newsroom. */
  sampleFiles?: string;
}
