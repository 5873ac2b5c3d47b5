import { Webhook } from "standardwebhooks";
import type { Home, OutRequest, Reach } from "../../../src/service/home.ts";
import type { Newsroom } from "../newsroom.ts";

/** An event as a receiver reads it. */
export interface Received {
  type: string;
  timestamp: string;
  sequence: number;
  data: Record<string, unknown>;
}

/** A request that was made to a receiver. */
export interface Asked {
  url: string;
  request: OutRequest;
  reach: Reach;
  event: Received;
  id: string;
}

/** Systems elsewhere that are told what happens, by an answer that the test decides. */
export class Receivers {
  readonly asked: Asked[] = [];
  answer: (asked: Asked) => Response | Promise<Response> = () => new Response(null, { status: 204 });

  readonly fetchOut: Home["fetchOut"] = async (url, request, reach) => {
    const event = JSON.parse(String(request.body)) as Received;
    const asked = { url, request, reach, event, id: request.headers["webhook-id"] ?? "" };
    this.asked.push(asked);
    return this.answer(asked);
  };

  get events(): Received[] {
    return this.asked.map(({ event }) => event);
  }

  get types(): string[] {
    return this.events.map(({ type }) => type);
  }
}

/** Throws where the request is not signed with the secret, as the library of Standard Webhooks checks it. */
export const verifySigned = ({ request }: Asked, secret: string): unknown =>
  new Webhook(secret).verify(String(request.body), request.headers);

export interface MadeEndpoint {
  id: string;
  secret: string;
  url: string;
}

export async function makeEndpoint(
  on: Newsroom,
  types: string[] = ["article.*"],
  url = "https://cms.example/hooks",
): Promise<MadeEndpoint> {
  const answer = await on.request("POST", "/api/webhooks", { url, description: "Our CMS", types });
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()) as MadeEndpoint;
}

/** As the API lists it. */
export interface ListedEvent extends Received {
  id: string;
  outcome: string;
  next_at?: string;
  attempts: { at: string; milliseconds: number; status?: number; fault?: string }[];
}

export const listEvents = async (on: Newsroom, id: string, query = ""): Promise<ListedEvent[]> =>
  ((await (await on.request("GET", `/api/webhooks/${id}/events${query}`)).json()) as { events: ListedEvent[] }).events;
