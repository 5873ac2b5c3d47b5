import type { Hono } from "hono";
import type { Catalog } from "../feed/catalog.ts";
import type { Home } from "./home.ts";
import { type TakeUp, takingUp } from "./jobs/take-up.ts";
import { type Kept, newKept } from "./kept.ts";
import type { Awaken } from "./poll/cold.ts";
import { polledDocuments } from "./polled-documents.ts";
import { type Publishing, publishing } from "./publishing.ts";
import { rooms } from "./rooms.ts";

/** The whole service in one instance: requests, and the jobs that are nobody's request. */
export interface Service extends Publishing {
  fetch(request: Request): Response | Promise<Response>;
}

/** The service for a masthead and its feeds, in a home. */
export function service(home: Home, catalog: Catalog, kept: Kept = newKept(home)): Service {
  const takeUp = takingUp(home, catalog);
  const { publish, publishHanded, pollSources, send, sweep, awaken } = publishing(home, catalog, kept.editions, takeUp);
  const app = routes(home, catalog, kept, { takeUp, awaken });
  return {
    fetch: (request) => kept.hot.answer(request) ?? app.fetch(request),
    publish,
    publishHanded,
    pollSources,
    send,
    awaken,
    async sweep() {
      await sweep();
      await kept.counts.flush(home.db);
    },
  };
}

/** Every path of the public interface. */
export const routes = (home: Home, catalog: Catalog, kept: Kept, { takeUp, awaken }: RouteParts): Hono =>
  rooms(home, catalog, kept.counts, takeUp, polledDocuments(home, catalog, kept, awaken));

interface RouteParts {
  takeUp: TakeUp;
  awaken: Awaken;
}
