import type { TestedHome } from "./home.ts";

/** The home that this run is about: `test/vitest.config.ts` puts another module in the place of this one, a project each. */
export declare const here: TestedHome;
