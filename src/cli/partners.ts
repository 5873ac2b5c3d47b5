import { runCommand } from "./command.ts";
import { checkFile } from "./partners/check.ts";
import { type AskingCommand, showJson, toCommand } from "./partners/commands.ts";
import { type PartnerOptions, parseOptions, USAGE } from "./partners/options.ts";
import { refusalText } from "./partners/refusal.ts";
import { printable } from "./printable.ts";
import { connect, unexpected } from "./service.ts";
import { findToken, NO_TOKEN } from "./token.ts";

await runCommand(USAGE, parseOptions(process.argv.slice(2)), ({ command, ...options }) =>
  command === "check" ? check(options) : ask(command, options),
);

type CommandOptions = Omit<PartnerOptions, "command">;

/** 0: done. 1: refused. */
async function ask(command: AskingCommand, options: CommandOptions): Promise<number> {
  const { to, token = findToken() } = options;
  if (!token) throw new Error(NO_TOKEN);
  const { method, path, body, show } = toCommand(command, options, Date.now());
  const answer = await connect(to, token).ask(method, path, body);
  const refusal = refusalText(answer);
  if (refusal !== null) {
    console.error(printable(refusal));
    return 1;
  }
  const shown = answer.status < 400 && answer.body !== undefined ? (options.json ? showJson : show)(answer.body) : null;
  if (!shown) throw new Error(`${method} ${to}${path} ${unexpected(answer)}`);
  if (shown.note) console.error(shown.note);
  console.log(shown.text);
  return 0;
}

/** 0: proved. 1: not proved. */
async function check({ to, words: [file = ""] }: CommandOptions): Promise<number> {
  const checked = await checkFile(file, connect(to));
  const genuine = checked.status === "genuine";
  console.log(printable(genuine ? `Signed by ${to}, and unchanged.` : `NOT as ${to} signed it: ${checked.why}.`));
  return genuine ? 0 : 1;
}
