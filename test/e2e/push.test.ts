import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import { readReadme } from "../docs/readme.ts";
import { freePort } from "../free-port.ts";
import { PATIENT } from "../service/patient.ts";
import { startNode } from "./node-service.ts";
import { settled } from "./sample.ts";
import { TOKEN } from "./token.ts";

it("the README's three commands subscribe to the hub, and are sent what is published then", async () => {
  const service = await startNode({ sample: true });
  onTestFinished(() => service.stop());
  await settled(service.url, { patience: PATIENT.timeout });
  const block = readReadme("README.md").blocks.find(({ text }) => text.includes("hub.mode=subscribe"))?.text ?? "";
  const callbackPort = await freePort();
  const [listen = "", subscribe = "", change = ""] = block
    .replaceAll("http://localhost:8787", service.base)
    .replaceAll("9000", String(callbackPort))
    .split("\n\n");

  const listener = spawn("bash", ["-c", listen.replace(/ &$/, "")], { detached: true });
  onTestFinished(() => void process.kill(-(listener.pid ?? 0)));
  let received = "";
  listener.stdout.on("data", (chunk) => (received += chunk));
  const callback = `http://localhost:${callbackPort}/?hub.challenge=heard`;
  await expect.poll(() => fetch(callback).then((answer) => answer.text(), String), PATIENT).toBe("heard");

  expect(await run(subscribe)).toMatch(/^Accepted/);
  await expect.poll(() => listSubscriptions(service.url), PATIENT).toContain("everything");
  expect(JSON.parse(await run(change))).toMatchObject({ status: "created" });
  await expect.poll(() => received, PATIENT).toContain("The second boat out");
  expect(received).toMatch(/^<\?xml .*<\/feed>\s*$/s);
});

async function run(command: string): Promise<string> {
  const shell: ChildProcess = spawn("bash", ["-c", command], { env: { ...process.env, TOKEN } });
  let said = "";
  shell.stdout?.on("data", (chunk) => (said += chunk));
  await once(shell, "close");
  return said;
}

const listSubscriptions = async (origin: string): Promise<string> =>
  (await fetch(`${origin}/api/subscriptions`, { headers: { authorization: `Bearer ${TOKEN}` } })).text();
