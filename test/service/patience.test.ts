import { afterEach, describe, expect, it, vi } from "vitest";
import { COLD_PATIENCE, STORE_PATIENCE, WRITE_PATIENCE, within } from "../../src/service/patience.ts";
import { StoreFault } from "../../src/service/store-fault.ts";

afterEach(() => void vi.useRealTimers());

const never = new Promise<string>(() => undefined);

describe("patience", () => {
  it("ends with the answer, and no timer is left", async () => {
    vi.useFakeTimers();
    await expect(within(1_000, Promise.resolve("here"))).resolves.toBe("here");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends with the fault that comes first, and no timer is left", async () => {
    vi.useFakeTimers();
    await expect(within(1_000, Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends when its time is up, and not before", async () => {
    vi.useFakeTimers();
    const ended = vi.fn();
    const waiting = within(1_000, never).catch(ended);
    await vi.advanceTimersByTimeAsync(999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    expect(ended).toHaveBeenCalledOnce();
    expect(ended.mock.calls[0]?.[0]).toBeInstanceOf(StoreFault);
    expect(ended.mock.calls[0]?.[0]).toMatchObject({ trouble: "slow", mayBeStored: false });
  });

  it("leaves what was asked for going on: its late fault is nobody's", async () => {
    vi.useFakeTimers();
    let fail = (_: Error): void => undefined;
    const late = new Promise<string>((_, reject) => {
      fail = reject;
    });
    const waiting = within(10, late).catch(() => "gave up");
    await vi.advanceTimersByTimeAsync(10);
    fail(new Error("late"));
    expect(await waiting).toBe("gave up");
  });

  it("that has ended with a write says that it may be stored all the same", async () => {
    vi.useFakeTimers();
    const waiting = within(10, never, true).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10);
    expect(await waiting).toMatchObject({ trouble: "slow", mayBeStored: true });
  });

  it("is longer where there is nothing else to answer with", () => {
    expect(COLD_PATIENCE).toBeGreaterThan(STORE_PATIENCE);
    expect(WRITE_PATIENCE).toBeGreaterThan(COLD_PATIENCE);
  });
});
