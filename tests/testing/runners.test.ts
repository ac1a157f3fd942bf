import { afterEach, describe, expect, test, vi } from "vitest";
import { getTerms } from "../../src/index.ts";
import { matchers } from "../../src/testing/index.ts";

describe("jest", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test("the matchers are registered with the global expect", async () => {
    const extend = vi.fn();
    vi.stubGlobal("expect", { extend });
    await import("../../src/testing/jest.ts");
    expect(Object.keys(extend.mock.calls[0]?.[0])).toEqual(Object.keys(matchers));
  });

  test("without a global expect it says what to do", async () => {
    vi.stubGlobal("expect", undefined);
    await expect(import("../../src/testing/jest.ts")).rejects.toThrow("setupFilesAfterEnv");
  });
});

describe("vitest", () => {
  test("the matchers are registered and typed", async () => {
    await import("../../src/testing/vitest.ts");
    const terms = getTerms("foreign-filing-subsidy", { asOf: "2015-07-01" });
    expect(terms).toHaveRate("1/2");
    // @ts-expect-error no such key
    expect(() => expect(terms).toHaveCap({ rights: ["patent"] })).toThrow("unknown");
  });
});
