import { isObject } from "../../import/values/json.ts";
import { type ServiceClient, unexpected } from "../service.ts";

/** A new link for whoever is to be the desk's first owner, in the place of the one before; null: somebody has joined. */
export async function firstOwnerLink(service: Pick<ServiceClient, "ask">): Promise<string | null> {
  const answer = await service.ask("POST", "/api/people/first");
  if (answer.status === 409) return null;
  if (answer.status !== 201 || !isObject(answer.body) || typeof answer.body.url !== "string")
    throw new Error(`POST /api/people/first ${unexpected(answer)}`);
  return answer.body.url;
}
