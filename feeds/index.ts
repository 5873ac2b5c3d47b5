import { authors } from "./authors.ts";
import { briefing } from "./briefing.ts";
import { business } from "./business.ts";
import { coastWire } from "./coast-wire.ts";
import { everything } from "./everything.ts";
import { harbourRadio } from "./harbour-radio.ts";
import { headlines } from "./headlines.ts";
import { languages } from "./languages.ts";
import { politics } from "./politics.ts";
import { sections } from "./sections.ts";
import { storm } from "./storm.ts";
import { topics } from "./topics.ts";
import { weather } from "./weather.ts";

/** What is published, in the order of the directory. A new feed, or family of feeds, is one file and one line here. */
export const definitions = [
  everything,
  politics,
  business,
  weather,
  storm,
  briefing,
  languages,
  coastWire,
  headlines,
  harbourRadio,
  sections,
  topics,
  authors,
];
