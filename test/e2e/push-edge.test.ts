import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { PATIENT } from "../service/patient.ts";
import { HttpSubscribers } from "./http-subscribers.ts";
import { sampleArticles, storeAll } from "./sample.ts";
import { type RunningService, startService } from "./service.ts";

const BASE = "http://localhost:8787";
const NAMES = Array.from({ length: 20 }, (_, index) => `reader-${index}`);

let service: RunningService;
let subscribers: HttpSubscribers;

beforeAll(async () => {
  subscribers = await HttpSubscribers.start();
  service = await startService({ bindings: { BASE_URL: BASE } });
  await storeAll(service.url, (await sampleArticles()).slice(0, 2));
});

afterAll(async () => {
  await service?.stop();
  await subscribers?.stop();
});

test("in workerd, by its queues: those who subscribe confirm, and are sent what becomes current, signed", async () => {
  for (const name of NAMES)
    expect(await subscribers.subscribe(`${service.url}/hub`, `${BASE}/feeds/everything.json`, name)).toBe(202);
  await vi.waitFor(() => expect(subscribers.confirmed.size).toBe(NAMES.length), PATIENT);
  // What has been confirmed is stored a moment later.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await storeAll(service.url, (await sampleArticles()).slice(2, 3));
  await vi.waitFor(() => {
    for (const name of NAMES) expect(subscribers.to(name).length).toBeGreaterThan(0);
  }, PATIENT);
  for (const name of NAMES) expect(subscribers.to(name).every(({ isSigned }) => isSigned)).toBe(true);
  const { body = "" } = subscribers.to("reader-0").at(-1) ?? {};
  expect(JSON.parse(body).items).toHaveLength(3);
  expect(subscribers.overlaps).toEqual([]);
});
