import type { FeedInput } from "../../../src/feed/catalog.ts";
import type { DefinitionInput } from "../../../src/feed/definition.ts";
import type { Home } from "../../../src/service/home.ts";
import { SITE } from "../../site.ts";
import { coldPoll, type Poll } from "../cold-poll.ts";
import { FEEDS, type Newsroom, newsroom } from "../newsroom.ts";

/** Two partners with two feeds each, beside the public ones. */
export const PARTNER_FEEDS: DefinitionInput[] = [
  ...FEEDS,
  {
    slug: "radio",
    title: "For the radio",
    description: "All the news",
    access: "partner",
    partner: "radio",
    entries: 10,
  },
  {
    slug: "radio-sport",
    title: "Sport for the radio",
    description: "Games",
    access: "partner",
    partner: "radio",
    formerly: ["radio-games"],
    select: { any: [{ section: "Sport" }] },
  },
  {
    slug: "paper",
    title: "For the paper",
    description: "All the news",
    access: "partner",
    partner: "paper",
    entries: 10,
  },
  { slug: "paper-old", title: "Was", description: "Over", access: "partner", partner: "paper", retired: true },
];

export interface Minted {
  id: string;
  key: string;
}

export interface Desk extends Newsroom {
  partner(slug: string, settings?: object): Promise<void>;
  key(partner: string, settings?: object): Promise<Minted>;
  api<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
}

export async function syndicate(
  definitions: FeedInput[] = PARTNER_FEEDS,
  parts: Partial<Home> = {},
  site = SITE,
): Promise<Desk> {
  const desk = await newsroom(definitions, site, parts);
  const api = async <T>(method: string, path: string, body?: unknown) => {
    const response = await desk.request(method, path, body);
    return { status: response.status, body: (await response.json()) as T };
  };
  return {
    ...desk,
    api,
    partner: async (slug, settings = {}) => {
      const { status } = await api("POST", "/api/partners", { slug, name: `The ${slug}`, ...UNLIMITED, ...settings });
      if (status !== 201) throw new Error(`partner ${slug}: ${status}`);
    },
    key: async (partner, settings = {}) => {
      const { status, body } = await api<Minted>("POST", `/api/partners/${partner}/keys`, settings);
      if (status !== 201) throw new Error(`key of ${partner}: ${status}`);
      return body;
    },
  };
}

/** Tests poll faster than partners. */
const UNLIMITED = { requests_per_minute: 100_000 };

export const basic = (key: string, user = "anybody") => ({ authorization: `Basic ${btoa(`${user}:${key}`)}` });
export const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

export const cold = (): Poll => coldPoll(undefined, PARTNER_FEEDS);
