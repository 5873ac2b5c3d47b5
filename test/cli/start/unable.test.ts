import { describe, expect, it } from "vitest";
import { whyNot } from "../../../src/cli/start/unable.ts";

const PLACE = { address: "127.0.0.1", port: 80, directory: "/var/feeds" };
const failed = (code: string, message = `${code}: something`) => Object.assign(new Error(message), { code });

describe("why the service cannot start", () => {
  it.each([
    [failed("EADDRINUSE"), "127.0.0.1:80 is taken: choose another port with --port"],
    [failed("EADDRNOTAVAIL"), "127.0.0.1 is no address of this machine"],
    [
      failed("EACCES", "listen EACCES: permission denied 127.0.0.1:80"),
      "127.0.0.1:80 may not be listened on: ports below 1024 are the system's",
    ],
    [failed("EACCES", "EACCES: permission denied, mkdir '/var/feeds'"), "/var/feeds cannot be written to"],
    [failed("EROFS"), "/var/feeds cannot be written to"],
    [failed("ERR_SQLITE_ERROR", "attempt to write a readonly database"), "/var/feeds cannot be written to"],
    [failed("ERR_SQLITE_ERROR", "unable to open database file"), "/var/feeds cannot be written to"],
    [failed("ENOTDIR"), "/var/feeds is no directory"],
    [failed("ENOSPC"), "the disk of /var/feeds is full"],
    [failed("ERR_SQLITE_ERROR", "database or disk is full"), "the disk of /var/feeds is full"],
    [new Error("anything else, as it is"), "anything else, as it is"],
  ])("is told in one line: %s", (error, line) => expect(whyNot(error, PLACE)).toBe(line));
});
