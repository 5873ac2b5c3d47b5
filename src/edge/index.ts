import { definitions } from "../../feeds/index.ts";
import site from "../../feeds/site.ts";
import { worker } from "../service/service.ts";

export default worker(site, definitions);
