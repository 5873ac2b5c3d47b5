/** What files of `feeds/` import, as the package has it. */
export { defineFeed, defineSite } from "../../feed/definition.ts";
export { defineFamily } from "../../feed/family.ts";
export { defineSource } from "../../feed/source.ts";
