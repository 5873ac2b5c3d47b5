import { paperOf, pollAt } from "../../../../src/proofread/series/examples.ts";
import { BOAT, ETAG, PIER, testSeries } from "../polls.ts";

const [ONE, BOTH] = [paperOf([PIER]), paperOf([BOAT, PIER])];
const dated = (time: string) => ({ lastModified: `Fri, 13 Mar 2026 ${time}:00 GMT` });
const asked = (etag: string) => ({ sent: { etag } });

testSeries([
  [
    "304 for the document before last, which had come back",
    ["entry-returns"],
    [
      pollAt("06:10", BOTH, ETAG),
      pollAt("06:20", ONE, { etag: '"2"' }),
      pollAt("06:30", 304, asked('"1"')),
      pollAt("06:40", BOTH, ETAG),
    ],
  ],
  [
    "304 for two documents in turn",
    ["304-untrue"],
    [
      pollAt("06:10", ONE, ETAG),
      pollAt("06:20", BOTH, { etag: '"2"' }),
      pollAt("06:30", 304, asked('"1"')),
      pollAt("06:40", 304, asked('"2"')),
    ],
  ],
  [
    "304 hours after the change that the next document says it has",
    ["304-untrue"],
    [
      pollAt("06:10", ONE, { ...ETAG, ...dated("05:00") }),
      pollAt("09:00", 304, { sent: ETAG }),
      pollAt("09:10", BOTH, { etag: '"2"', ...dated("06:30") }),
    ],
  ],
  [
    "304 hours after it, to who had who knows what",
    [],
    [
      pollAt("06:10", ONE, { ...ETAG, ...dated("05:00") }),
      pollAt("09:00", 304, asked('"0"')),
      pollAt("09:10", BOTH, { etag: '"2"', ...dated("06:30") }),
    ],
  ],
  [
    "304 minutes after it, which a cache may answer",
    [],
    [
      pollAt("06:10", ONE, { ...ETAG, ...dated("05:00") }),
      pollAt("06:40", 304, { sent: ETAG }),
      pollAt("06:50", BOTH, { etag: '"2"', ...dated("06:30") }),
    ],
  ],
  [
    "a tag that was given back with what a coding had added to it",
    ["304-missed"],
    [pollAt("06:10", ONE, { etag: '"1-gzip"' }), pollAt("06:20", ONE, { etag: '"1-gzip"', ...asked('"1-gzip"') })],
  ],
  [
    "the document again to who has another tag of it",
    ["etag-unsteady"],
    [pollAt("06:10", ONE, ETAG), pollAt("06:20", ONE, { etag: '"2"', sent: ETAG })],
  ],
  [
    "the document again to who asks by its date",
    ["304-missed"],
    [pollAt("06:10", ONE, dated("05:00")), pollAt("06:20", ONE, { ...dated("05:00"), sent: dated("05:00") })],
  ],
]);
