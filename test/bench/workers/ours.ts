import { worker } from "../../../src/service/service.ts";
import { SITE } from "../../site.ts";
import { WITH_PARTNER } from "./definitions.ts";

export default worker(SITE, WITH_PARTNER);
