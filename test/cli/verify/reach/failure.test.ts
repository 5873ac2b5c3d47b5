import { describe, expect, it } from "vitest";
import { requestFailure } from "../../../../src/cli/verify/reach/failure.ts";

const failed = (code: string, message = "why"): Error => Object.assign(new Error(message), { code });
const URL_ASKED = "https://feeds.example:8443/all.rss";

describe("why there is no answer, in plain words", () => {
  it.each([
    ["CERT_HAS_EXPIRED", "has a certificate that has expired"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "has a certificate for other names"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "has a certificate that it signed itself"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "has a certificate without those between it and its authority"],
  ])("a certificate: %s", (code, words) =>
    expect(requestFailure(URL_ASKED, failed(code))).toEqual({
      kind: "certificate",
      reason: `feeds.example:8443 ${words} (${code})`,
    }),
  );

  it.each([
    ["ENOTFOUND", "has no address: there is no such name"],
    ["ECONNREFUSED", "refuses the connection: nothing listens there"],
    ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "does not speak TLS as readers do"],
  ])("a connection: %s", (code, words) =>
    expect(requestFailure(URL_ASKED, failed(code))).toEqual({
      kind: "connection",
      reason: `feeds.example:8443 ${words} (${code})`,
    }),
  );

  it("a host of several addresses, of which none answers", () =>
    expect(requestFailure(URL_ASKED, new AggregateError([failed("ECONNREFUSED"), failed("ENETUNREACH")])).reason).toBe(
      "feeds.example:8443 refuses the connection: nothing listens there (ECONNREFUSED)",
    ));

  it.each([
    [failed("EWHATEVER", "it rains"), "it rains"],
    [new Error("no code"), "no code"],
    ["a text", "a text"],
  ])("anything else, by what it says: %s", (error, words) =>
    expect(requestFailure(URL_ASKED, error)).toEqual({ kind: "connection", reason: `feeds.example:8443: ${words}` }),
  );
});
