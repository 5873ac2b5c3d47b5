import { defineFeed } from "../src/feed/definition.ts";

export const weather = defineFeed({
  slug: "weather",
  title: "The Harbour Gazette: Weather",
  description: "Forecasts, warnings and the state of the sea",
  home: "https://gazette.example/weather",
  select: { any: [{ section: "Weather" }] },
  ttl: 30,
});
