import { worker } from "../../../src/worker/worker.ts";
import { SITE } from "../../site.ts";
import { DEFINITIONS } from "./definitions.ts";

export default worker(SITE, DEFINITIONS);
