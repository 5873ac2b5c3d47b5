import type { ElementDeclaration } from "../../declare.ts";
import { SECONDS } from "../../forms/durations.ts";
import { DECIMAL, NON_NEGATIVE } from "../../forms/numbers.ts";
import { TRUE_FALSE } from "../../forms/words.ts";
import { ANY_LEVEL, tagPage } from "./common.ts";

export const RECIPIENT = '<podcast:valueRecipient type="lnaddress" address="desk@gazette.example" split="100"/>';

/** Who is paid for listening. */
export const PODCAST_PAYMENTS: Record<string, ElementDeclaration> = {
  value: {
    ...{ in: ANY_LEVEL, url: tagPage("value") },
    attributes: { type: { required: true }, method: { required: true }, suggested: { forms: [DECIMAL] } },
    example: `<podcast:value type="lightning" method="lnaddress">${RECIPIENT}</podcast:value>`,
  },
  valueRecipient: {
    ...{ in: ["value", "valueTimeSplit"], text: "none", url: tagPage("value-recipient") },
    attributes: {
      type: { required: true },
      address: { required: true },
      split: { required: true, forms: [NON_NEGATIVE] },
      name: {},
      customKey: {},
      customValue: {},
      fee: { forms: [TRUE_FALSE] },
    },
    example: RECIPIENT,
  },
  valueTimeSplit: {
    ...{ in: ["value"], url: tagPage("value-time-split") },
    attributes: {
      startTime: { required: true, forms: [SECONDS] },
      duration: { required: true, forms: [SECONDS] },
      remoteStartTime: { forms: [SECONDS] },
      remotePercentage: { forms: [DECIMAL] },
    },
    example: `<podcast:valueTimeSplit startTime="60" duration="237">${RECIPIENT}</podcast:valueTimeSplit>`,
  },
};
