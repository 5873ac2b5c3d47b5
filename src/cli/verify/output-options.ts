/** What `verify` writes, and what it takes for a failure. Each output goes to where `--json` goes, so that a shell sends it on. */
export const OUTPUT_OPTIONS = {
  sarif: { type: "boolean" },
  junit: { type: "boolean" },
  explain: { type: "boolean" },
  "fail-on": { type: "string" },
} as const;

export interface OutputChoices {
  /** At most one of `json`, `sarif` and `junit`. */
  sarif: boolean;
  junit: boolean;
  /** The names are those of rules. */
  explain: boolean;
  failOn: FailOn;
}

const FAIL_ON = ["error", "warning"] as const;
type FailOn = (typeof FAIL_ON)[number];

interface Values {
  json?: boolean;
  sarif?: boolean;
  junit?: boolean;
  explain?: boolean;
  reach?: boolean;
  "fail-on"?: string;
}

export const outputsOf = ({ sarif = false, junit = false, explain = false, ...values }: Values): OutputChoices => ({
  ...{ sarif, junit, explain },
  failOn: FAIL_ON.find((one) => one === values["fail-on"]) ?? "error",
});

export function outputProblem(values: Values): string | undefined {
  const { "fail-on": failOn = "error", explain, reach } = values;
  if (!FAIL_ON.some((one) => one === failOn)) return `--fail-on ${failOn} is none of ${FAIL_ON.join(", ")}`;
  const outputs = (["json", "sarif", "junit"] as const).filter((name) => values[name]).map((name) => `--${name}`);
  if (outputs.length > 1) return `${outputs.join(" and ")} are one too many: there is one output`;
  if (explain && (outputs.length > 0 || reach))
    return `--explain takes no ${outputs[0] ?? "--reach"}: it is for people`;
}
