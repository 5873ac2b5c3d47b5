import { oneOf } from "../../forms/form.ts";

const MEDIUMS = ["podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course"];

/** What a feed is made of; with an L at the end, a list of such. */
export const MEDIUM = oneOf("value", [...MEDIUMS, ...MEDIUMS.map((one) => `${one}L`), "mixed"]);
