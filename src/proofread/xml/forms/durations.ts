import { clip, type Form } from "./form.ts";

/** How long an episode is: seconds, or minutes and seconds, or hours, minutes and seconds. */
export const DURATION: Form = {
  name: "duration",
  says: "a number of seconds, or a time as 45:10 or 1:45:10",
  mend: "Write the seconds alone (2710), or hours, minutes and seconds with colons between them (45:10).",
  fault: (text) =>
    /^\d+(:[0-5]\d){0,2}$/.test(text)
      ? undefined
      : `"${clip(text)}" is neither a number of seconds nor a time as 1:45:10`,
  good: "45:10",
  bad: "45 minutes",
};

/** A place in a recording: Normal Play Time, as Media RSS takes it from RTSP. */
export const NORMAL_PLAY_TIME: Form = {
  name: "normal-play-time",
  says: "a Normal Play Time",
  section: "RFC 2326 §3.6",
  url: "https://www.rfc-editor.org/rfc/rfc2326#section-3.6",
  mend: "Write seconds (12.5), or hours, minutes and seconds (0:00:12.5).",
  fault: (text) =>
    /^(now|\d+(\.\d*)?|\d+:[0-5]?\d:[0-5]?\d(\.\d*)?)$/.test(text)
      ? undefined
      : `"${clip(text)}" is no time as 12.5 or 0:00:12.5`,
  good: "0:00:12.5",
  bad: "12sec",
};

/** A place or a length in a recording, in seconds. */
export const SECONDS: Form = {
  name: "seconds",
  says: "a number of seconds",
  mend: "Write the seconds as a number: 73 or 73.5.",
  fault: (text) => (/^(\d+(\.\d*)?|\.\d+)$/.test(text) ? undefined : `"${clip(text)}" is not a number of seconds`),
  good: "73.5",
  bad: "1:13",
};
