import { definitions } from "../../feeds/index.ts";
import site from "../../feeds/site.ts";
import { worker } from "./worker.ts";

export default worker(site, definitions);
