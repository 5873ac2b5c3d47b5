/** What a month at the edge costs, by counted calls and list prices, in three designs. */
import { COUNTED, type Design, designs, type Works } from "./bill/designs.ts";
import { measureWorks } from "./bill/measure.ts";
import { moneyOf, totalOf } from "./bill/money.ts";
import { PLAN, PRICED, PRICES, type Priced } from "./bill/prices.ts";
import { TRAFFIC } from "./bill/traffic.ts";
import { type Figure, figure, table } from "./figures.ts";
import { withFolder } from "./workerd.ts";

/** Places in the world from which polls come. */
const CENTERS = [1, 10, 50];

export const benchBill = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const works = await measureWorks(folder);
    printWorks(works);
    return CENTERS.flatMap((centers) => {
      const all = designs(TRAFFIC, works, centers);
      print(all, centers);
      return toFigures(all, centers);
    });
  });

function printWorks(works: Works): void {
  console.log("Counted and measured, of one\n");
  table(
    ["", "CPU ms", "rows read", "rows written", "messages"],
    COUNTED.map((name) => {
      const { cpu, read, written, messages } = works[name];
      return [name, cpu.toFixed(2), read.toFixed(1), written.toFixed(1), messages.toFixed(1)];
    }),
  );
}

function print(all: Design[], centers: number): void {
  const { polls, editions, feeds } = TRAFFIC;
  console.log(
    `\nA month of ${million(polls)} polls and ${editions} editions a day, ${feeds.length} feeds; data centers: ${centers}; list prices of ${PRICED}\n`,
  );
  table(
    ["", ...all.flatMap(({ name }) => [name, "$"])],
    [
      ["plan", ...all.flatMap(() => ["", PLAN.toFixed(2)])],
      ...(Object.keys(PRICES) as Priced[]).map((name) => [
        PRICES[name].name,
        ...all.flatMap(({ usage }) => [million(usage[name]), moneyOf(usage)[name].toFixed(2)]),
      ]),
      ["in all", ...all.flatMap(({ usage }) => ["", totalOf(usage).toFixed(2)])],
      ["polls that the cache answers", ...all.flatMap(({ hits }) => [million(hits), ""])],
      ["polls that run the worker", ...all.flatMap(({ runs }) => [million(runs), ""])],
    ],
  );
}

const million = (count: number): string => (count >= 1e5 ? `${(count / 1e6).toFixed(1)} M` : count.toFixed(0));

function toFigures([cached, bare]: Design[], centers: number): Figure[] {
  if (!cached || !bare) throw new Error("a design is missing");
  const [seen, without] = [totalOf(cached.usage), totalOf(bare.usage)];
  const text = `$${seen.toFixed(2)}; $${without.toFixed(2)}`;
  const name = `a month with Workers Cache; without; data centers: ${centers}`;
  return [figure(name, seen, text, "no dearer", seen <= without)];
}
