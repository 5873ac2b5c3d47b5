import { describe, expect, it } from "vitest";
import { isImage, parseMediaType, typeFromExtension, UNKNOWN_TYPE } from "../../../src/import/values/media-type.ts";

describe("the type that an address's extension stands for", () => {
  it.each([
    ["https://gazette.example/a.mp3", "audio/mpeg"],
    ["https://gazette.example/a.MP3?x=1.jpg#y.png", "audio/mpeg"],
    ["https://gazette.example/a.jpeg", "image/jpeg"],
    ["https://gazette.example/a.tar.zip", "application/zip"],
    ["https://gazette.example/a.m4v", "video/mp4"],
    ["https://gazette.example/a.pdf", "application/pdf"],
  ])("%s: %s", (url, type) => {
    expect(typeFromExtension(url)).toBe(type);
  });

  it.each([
    "https://gazette.example/a",
    "https://gazette.example/a.xyz",
    "https://gazette.example/a.mp3/",
    "https://mp3.example",
    "https://gazette.example/?file=a.mp3",
    "a.mp3",
    "",
    // Names that every object has are no extensions.
    "https://gazette.example/a.constructor",
    "https://gazette.example/a.tostring",
  ])("%j tells none", (url) => {
    expect(typeFromExtension(url)).toBeUndefined();
  });
});

describe("a media type as it is written", () => {
  it.each([
    ["audio/mpeg", "audio/mpeg"],
    [" Audio/MPEG ", "audio/mpeg"],
    ["text/html; charset=utf-8", "text/html"],
    ["image/svg+xml", "image/svg+xml"],
    ["application/vnd.ms-excel;x", "application/vnd.ms-excel"],
  ])("RFC 2045 §5.1: %j is %s", (text, type) => {
    expect(parseMediaType(text)).toBe(type);
  });

  it.each([undefined, "", "mp3", "audio/", "/mpeg", "image//photo", "audio/mpeg mp3", "au dio/mpeg"])(
    "%j is none",
    (text) => {
      expect(parseMediaType(text)).toBeUndefined();
    },
  );
});

describe("pictures", () => {
  it.each([
    ["image/png", true],
    ["image/svg+xml", true],
    ["application/image/png", false],
    ["imagery/png", false],
    [UNKNOWN_TYPE, false],
    [undefined, false],
  ])("%j: %s", (type, expected) => {
    expect(isImage(type)).toBe(expected);
  });
});
