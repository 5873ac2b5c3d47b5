import { worker } from "../../../src/service/service.ts";
import { SITE } from "../../site.ts";

/** Documents of some kilobytes: a load test of pollers, not of the wire. */
export default worker(SITE, [{ slug: "all", title: "Everything", description: "All the news", entries: 10 }]);
