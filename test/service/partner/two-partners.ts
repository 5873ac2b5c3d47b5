import { article } from "../newsroom.ts";
import { type Desk, type Minted, syndicate } from "./syndicate.ts";

/** A newsroom with two partners, a key of each, and a key for one of the radio's feeds alone; two stories are published. */
export interface TwoPartners {
  desk: Desk;
  radio: Minted;
  sportOnly: Minted;
  /** Of the partner that may put its key into the URL. */
  paper: Minted;
}

export async function twoPartners(): Promise<TwoPartners> {
  const desk = await syndicate();
  await desk.partner("radio");
  await desk.partner("paper", { key_in_url: true });
  const radio = await desk.key("radio");
  const sportOnly = await desk.key("radio", { feeds: ["radio-sport"] });
  const paper = await desk.key("paper");
  for (const id of ["a", "b"]) await desk.put(article(id, { section: "Sport" }));
  await desk.publish();
  return { desk, radio, sportOnly, paper };
}

/** All that a response says, to be compared with another. */
export const wholeOf = async (response: Response): Promise<unknown> => [
  response.status,
  [...response.headers],
  await response.text(),
];
