/**
 * The rates and caps of prefectures, cities, wards and towns, of Tokyo's center and of the subsidy for supporters, one
 * line each, through the public test kit. A line reads: on this day, this measure grants this share, capped so.
 */
import { expect, test } from "vitest";
import { getTerms, type MeasureId } from "../src/index.ts";
import "../src/testing/vitest.ts";

const on = (asOf: string, id: MeasureId) => expect(getTerms(id, { asOf }));

test("Fukushima: a half; 150,000 yen for a search, 250,000 for a filing, 1,000,000 for several of one invention", () => {
  for (const day of ["2025-09-08", "2026-05-01"]) {
    on(day, "fukushima-domestic-filing-grant").toHaveRate("1/2");
    on(day, "fukushima-domestic-filing-grant").toHaveCap({ scope: "case", yen: 250_000 });
    on(day, "fukushima-domestic-filing-grant").toHaveCap({ scope: "applicant-fiscal-year", yen: 1_000_000 });
    on(day, "fukushima-prior-art-search-grant").toHaveRate("1/2");
    on(day, "fukushima-prior-art-search-grant").toHaveCap({ yen: 150_000 });
  }
});

test("Yamaguchi: a half, 400,000 yen a firm", () => {
  on("2024-09-06", "yamaguchi-ip-utilization-grant").toHaveRate("1/2");
  on("2024-09-06", "yamaguchi-ip-utilization-grant").toHaveCap({ scope: "applicant-fiscal-year", yen: 400_000 });
});

test("Miyazaki: a half; 150,000 yen at home, 250,000 abroad", () => {
  on("2025-06-01", "miyazaki-patent-filing-grant").toHaveRate("1/2");
  on("2025-06-01", "miyazaki-patent-filing-grant").toHaveCap({ right: "patent", yen: 150_000 });
  on("2025-06-01", "miyazaki-patent-filing-grant").toHaveCap({ right: "design", yen: 150_000 });
  on("2025-06-01", "miyazaki-patent-filing-grant").not.toHaveCap({ right: "trademark" });
  on("2025-06-01", "miyazaki-pct-filing-grant").toHaveRate("1/2");
  on("2025-06-01", "miyazaki-pct-filing-grant").toHaveCap({ yen: 250_000 });
  on("2025-06-01", "miyazaki-foreign-patent-filing-grant").toHaveRate("1/2");
  on("2025-06-01", "miyazaki-foreign-patent-filing-grant").toHaveCap({ yen: 250_000 });
});

test("Hokkaido and Hyogo: a half, 2,000,000 yen", () => {
  on("2026-06-01", "hokkaido-marketing-support-grant").toHaveRate("1/2");
  on("2026-06-01", "hokkaido-marketing-support-grant").toHaveCap({ yen: 2_000_000 });
  on("2023-04-25", "hyogo-jibasan-sdgs-grant").toHaveRate("1/2");
  on("2023-04-25", "hyogo-jibasan-sdgs-grant").toHaveCap({ yen: 2_000_000 });
});

test("Tokyo: a half, in the other years", () => {
  on("2016-06-01", "tokyo-foreign-patent-grant").toHaveRate("1/2");
  on("2019-06-01", "tokyo-foreign-patent-grant").toHaveRate("1/2");
  on("2019-06-01", "tokyo-foreign-patent-grant").not.toHaveCap({ yen: 4_000_000 });
  on("2026-06-01", "tokyo-foreign-copyright-registration-grant").toHaveRate("1/2");
  on("2026-06-01", "tokyo-trademark-countermeasure-grant").toHaveRate("1/2");
  on("2026-06-01", "tokyo-trademark-countermeasure-grant").toHaveCap({ yen: 5_000_000 });
  for (const day of ["2013-06-10", "2016-06-27"]) {
    on(day, "tokyo-global-niche-top").toHaveRate("1/2");
    on(day, "tokyo-global-niche-top").toHaveCap({ scope: "project", yen: 10_000_000 }); // three years together
  }
});

test("Tokyo: where no source prints a rate, none is told", () => {
  for (const share of ["1/3", "1/2", "2/3", "fixed"]) {
    on("2026-06-01", "tokyo-ai-data-ip-grant").not.toHaveRate(share);
    on("2025-06-01", "tokyo-startup-ip-handson").not.toHaveRate(share);
  }
});

test("supporters of FY2025: a half up to 10,000,000 yen, or a fixed sum up to 5,000,000", () => {
  on("2025-04-10", "regional-ip-support-linkage-type-a").toHaveRate("1/2");
  on("2025-04-10", "regional-ip-support-linkage-type-a").toHaveCap({ yen: 10_000_000 });
  on("2025-04-10", "regional-ip-support-linkage-type-a").not.toHaveCap({ yen: 5_000_000 });
  on("2025-04-10", "regional-ip-support-linkage-type-b").toHaveRate("fixed");
  on("2025-04-10", "regional-ip-support-linkage-type-b").toHaveCap({ yen: 5_000_000 });
  on("2025-04-10", "regional-ip-support-linkage-type-b").not.toHaveCap({ yen: 10_000_000 });
});

test("supporters before FY2025, by a copy of the call: the sums were the other way round", () => {
  on("2023-04-17", "regional-ip-support-linkage-type-a").toHaveRate("1/2");
  on("2023-04-17", "regional-ip-support-linkage-type-a").toHaveCap({ yen: 5_000_000 });
  on("2023-04-17", "regional-ip-support-linkage-type-b").toHaveRate("fixed");
  on("2023-04-17", "regional-ip-support-linkage-type-b").toHaveCap({ yen: 10_000_000 });
});

test("wards of Tokyo", () => {
  on("2024-06-01", "chiyoda-ip-acquisition-grant").toHaveRate("1/2");
  on("2024-06-01", "chiyoda-ip-acquisition-grant").toHaveCap({ yen: 200_000 });
  for (const day of ["2022-06-01", "2025-04-14"]) {
    on(day, "minato-ip-acquisition-grant").toHaveRate("1/2");
    on(day, "minato-ip-acquisition-grant").toHaveCap({ right: "patent", yen: 250_000 });
    on(day, "minato-ip-acquisition-grant").toHaveCap({ right: "utility-model", yen: 150_000 });
    on(day, "minato-ip-acquisition-grant").toHaveCap({ right: "design", yen: 150_000 });
    on(day, "minato-ip-acquisition-grant").toHaveCap({ right: "trademark", yen: 150_000 });
  }
  on("2025-06-01", "bunkyo-ip-acquisition-grant").toHaveRate("2/3");
  on("2025-06-01", "bunkyo-ip-acquisition-grant").toHaveCap({ yen: 300_000 });
  on("2022-06-19", "taito-ip-acquisition-grant").toHaveRate("1/2");
  on("2022-06-19", "taito-ip-acquisition-grant").toHaveCap({ right: "patent", yen: 100_000 });
  on("2022-06-19", "taito-ip-acquisition-grant").toHaveCap({ right: "utility-model", yen: 50_000 });
  on("2022-06-19", "taito-ip-acquisition-grant").toHaveCap({ right: "design", yen: 50_000 });
  on("2022-06-19", "taito-ip-acquisition-grant").toHaveCap({ right: "trademark", yen: 50_000 });
  on("2024-06-01", "sumida-ip-acquisition-grant").toHaveRate("1/2");
  on("2024-06-01", "sumida-ip-acquisition-grant").toHaveCap({ yen: 200_000 });
  on("2025-06-01", "koto-ip-acquisition-grant").toHaveRate("1/2");
  on("2025-06-01", "koto-ip-acquisition-grant").toHaveCap({ right: "patent", yen: 300_000 });
  on("2025-06-01", "koto-ip-acquisition-grant").toHaveCap({ right: "utility-model", yen: 100_000 });
  on("2025-06-01", "koto-ip-acquisition-grant").toHaveCap({ right: "design", yen: 100_000 });
  on("2025-06-01", "koto-ip-acquisition-grant").toHaveCap({ right: "trademark", yen: 100_000 });
  on("2025-10-10", "shinagawa-patent-acquisition-grant").toHaveRate("2/3");
  on("2025-10-10", "shinagawa-patent-acquisition-grant").toHaveCap({ scope: "applicant-fiscal-year", yen: 200_000 });
  for (const day of ["2022-06-01", "2023-06-01", "2025-06-01"]) {
    on(day, "setagaya-ip-acquisition-grant").toHaveRate("1/2");
    on(day, "setagaya-ip-acquisition-grant").toHaveCap({ yen: 200_000 });
  }
  on("2025-06-01", "arakawa-ip-acquisition-grant").toHaveRate("1/2");
  on("2025-06-01", "arakawa-ip-acquisition-grant").toHaveRate("2/3"); // under a management innovation plan
  on("2025-06-01", "arakawa-ip-acquisition-grant").toHaveCap({ yen: 150_000 });
  on("2025-06-01", "arakawa-ip-acquisition-grant").toHaveCap({ yen: 250_000 }); // under such a plan
  for (const day of ["2023-06-01", "2025-06-01"]) {
    on(day, "itabashi-ip-acquisition-grant").toHaveRate("1/3");
    on(day, "itabashi-ip-acquisition-grant").toHaveCap({ yen: 200_000 });
  }
  for (const day of ["2019-06-01", "2024-12-27"]) {
    on(day, "adachi-ip-acquisition-grant").toHaveRate("1/2");
    on(day, "adachi-ip-acquisition-grant").toHaveCap({ yen: 300_000 });
  }
  on("2018-05-23", "katsushika-ip-acquisition-grant").toHaveRate("1/2");
  on("2018-05-23", "katsushika-ip-acquisition-grant").toHaveCap({ yen: 100_000 });
  for (const day of ["2016-06-01", "2024-05-30"]) {
    on(day, "kita-ip-grant").toHaveRate("1/2");
    on(day, "kita-ip-grant").toHaveCap({ yen: 100_000 });
  }
  on("2024-10-09", "edogawa-ip-filing-grant").toHaveRate("1/2");
  on("2024-10-09", "edogawa-ip-filing-grant").toHaveCap({ yen: 200_000 });
});

test("Okuma: all of the cost, 500,000 yen at home and 1,000,000 abroad, 10,000,000 in all", () => {
  on("2025-06-01", "okuma-ip-acquisition-grant").toHaveRate("1/1");
  on("2025-06-01", "okuma-ip-acquisition-grant").toHaveCap({ scope: "case", yen: 500_000 });
  on("2025-06-01", "okuma-foreign-ip-acquisition-grant").toHaveRate("1/1");
  on("2025-06-01", "okuma-foreign-ip-acquisition-grant").toHaveCap({ scope: "case", yen: 1_000_000 });
  on("2025-06-01", "okuma-ip-acquisition-grant").toHaveCap({ scope: "applicant", pool: "okuma-ip", yen: 10_000_000 });
  on("2025-06-01", "okuma-foreign-ip-acquisition-grant").toHaveCap({ pool: "okuma-ip", yen: 10_000_000 });
});

test("towns and cities of Kanto", () => {
  on("2024-06-01", "utsunomiya-ip-acquisition-grant").toHaveRate("1/2");
  on("2024-06-01", "utsunomiya-ip-acquisition-grant").toHaveCap({ yen: 300_000 });
  on("2025-06-01", "utsunomiya-ip-acquisition-grant").toHaveRate("1/2");
  on("2025-06-01", "utsunomiya-ip-acquisition-grant").toHaveCap({ yen: 300_000 });
  on("2024-01-29", "nasushiobara-ip-acquisition-grant").toHaveRate("1/2");
  on("2024-01-29", "nasushiobara-ip-acquisition-grant").toHaveCap({ right: "patent", yen: 200_000 });
  on("2024-01-29", "nasushiobara-ip-acquisition-grant").toHaveCap({ right: "utility-model", yen: 100_000 });
  on("2024-01-29", "nasushiobara-ip-acquisition-grant").toHaveCap({ right: "design", yen: 100_000 });
  on("2024-01-29", "nasushiobara-ip-acquisition-grant").toHaveCap({ right: "trademark", yen: 100_000 });
  on("2026-11-21", "moka-ip-acquisition-grant").toHaveRate("1/2");
  on("2026-11-21", "moka-ip-acquisition-grant").toHaveCap({ yen: 200_000 });
  on("2026-11-21", "kawaguchi-examination-request-grant").toHaveRate("1/2");
  on("2026-11-21", "kawaguchi-examination-request-grant").toHaveCap({ yen: 150_000 });
  on("2026-11-21", "koshigaya-ip-acquisition-grant").toHaveRate("1/2");
  on("2026-11-21", "koshigaya-ip-acquisition-grant").toHaveCap({ yen: 100_000 });
  on("2022-07-07", "tokorozawa-ip-acquisition-grant").toHaveRate("1/2");
  on("2022-07-07", "tokorozawa-ip-acquisition-grant").toHaveCap({ yen: 300_000 });
  on("2025-09-17", "matsudo-ip-expert-grant").toHaveCap({ yen: 300_000 });
  on("2015-06-01", "funabashi-ip-acquisition-grant").toHaveRate("1/3");
  on("2015-06-01", "funabashi-ip-acquisition-grant").toHaveCap({ yen: 150_000 });
  on("2021-05-10", "yokohama-ip-activity-grant").toHaveCap({ yen: 200_000 });
  on("2022-06-27", "yokohama-ip-activity-grant").toHaveCap({ yen: 200_000 });
  on("2023-05-10", "yokohama-ip-activity-grant").toHaveRate("1/2"); // companies that are not certified
  on("2023-05-10", "yokohama-ip-activity-grant").toHaveCap({ yen: 100_000 });
  on("2024-04-09", "kawasaki-new-technology-grant").toHaveRate("1/2");
  on("2024-04-09", "kawasaki-new-technology-grant").toHaveCap({ yen: 1_000_000 });
  on("2023-06-01", "atsugi-ip-acquisition-grant").toHaveRate("1/2");
  on("2023-06-01", "atsugi-ip-acquisition-grant").toHaveCap({ yen: 100_000 });
  on("2023-06-01", "ayase-ip-acquisition-grant").toHaveRate("1/2");
  on("2023-06-01", "ayase-ip-acquisition-grant").toHaveCap({ yen: 100_000 });
  on("2015-06-01", "ebina-ip-acquisition-grant").toHaveRate("1/2");
  on("2015-06-01", "ebina-ip-acquisition-grant").toHaveCap({ yen: 100_000 });
});

test("cities of Chubu and Hokuriku", () => {
  on("2025-06-01", "tsuru-examination-request-grant").toHaveRate("1/2");
  on("2025-06-01", "suwa-patent-acquisition-grant").toHaveRate("1/2");
  on("2025-06-01", "suwa-patent-acquisition-grant").toHaveCap({ yen: 100_000 });
  on("2026-11-21", "kashiwazaki-ip-acquisition-grant").toHaveRate("1/3");
  on("2026-11-21", "kashiwazaki-ip-acquisition-grant").toHaveCap({ right: "patent", yen: 300_000 });
  on("2026-11-21", "kashiwazaki-ip-acquisition-grant").toHaveCap({ right: "utility-model", yen: 100_000 });
  on("2026-11-21", "kashiwazaki-ip-acquisition-grant").toHaveCap({ right: "design", yen: 100_000 });
  on("2026-11-21", "kashiwazaki-ip-acquisition-grant").toHaveCap({ right: "trademark", yen: 100_000 });
  on("2026-11-21", "kashiwazaki-ip-acquisition-grant").toHaveCap({ scope: "applicant-fiscal-year", yen: 600_000 });
  on("2025-06-04", "sabae-ip-acquisition-grant").toHaveCap({ yen: 100_000 });
  on("2018-04-16", "hamamatsu-ip-filing-grant").toHaveRate("1/2");
  on("2018-04-16", "hamamatsu-ip-filing-grant").toHaveCap({ yen: 150_000 });
  on("2023-11-01", "hamamatsu-ip-filing-grant").toHaveRate("1/2");
  on("2023-11-01", "hamamatsu-ip-filing-grant").toHaveCap({ right: "patent", yen: 150_000 });
  on("2023-11-01", "hamamatsu-ip-filing-grant").toHaveCap({ right: "utility-model", yen: 150_000 });
  on("2023-11-01", "hamamatsu-ip-filing-grant").toHaveCap({ right: "design", yen: 150_000 });
  on("2023-11-01", "hamamatsu-foreign-ip-filing-grant").toHaveRate("1/2");
  on("2023-11-01", "hamamatsu-foreign-ip-filing-grant").toHaveCap({ right: "trademark", yen: 500_000 });
  on("2022-06-01", "fujieda-ip-acquisition-grant").toHaveRate("1/2");
  on("2022-06-01", "fujieda-ip-acquisition-grant").toHaveCap({ scope: "case", yen: 200_000 });
  on("2025-12-09", "fujieda-ip-acquisition-grant").toHaveCap({ scope: "case", yen: 200_000 });
  on("2005-09-01", "fuji-ip-acquisition-grant").toHaveRate("1/2");
  on("2005-09-01", "fuji-ip-acquisition-grant").toHaveCap({ yen: 300_000 });
  on("2026-04-01", "okazaki-ip-acquisition-grant").toHaveRate("1/2");
  on("2026-04-01", "okazaki-ip-acquisition-grant").toHaveCap({ yen: 300_000 });
  on("2027-01-31", "okazaki-ip-acquisition-grant").toHaveCap({ yen: 300_000 });
  on("2022-04-01", "komaki-ip-acquisition-grant").toHaveRate("1/2");
  on("2022-04-01", "komaki-ip-acquisition-grant").toHaveCap({ scope: "case", yen: 150_000 });
  on("2022-04-01", "komaki-ip-acquisition-grant").toHaveCap({ yen: 500_000 });
  on("2026-11-21", "obu-ip-acquisition-grant").toHaveRate("1/2");
  on("2026-11-21", "obu-ip-acquisition-grant").toHaveCap({ yen: 150_000 });
  on("2025-06-01", "ogaki-ip-acquisition-grant").toHaveRate("1/2");
  on("2025-06-01", "ogaki-ip-acquisition-grant").toHaveCap({ yen: 100_000 });
});

test("cities of Kansai, Shikoku and Kyushu", () => {
  on("2024-06-01", "higashiosaka-examination-request-grant").toHaveRate("1/2");
  on("2024-06-01", "higashiosaka-examination-request-grant").toHaveCap({ yen: 100_000 });
  on("2025-06-01", "higashiosaka-examination-request-grant").toHaveRate("1/2");
  on("2025-06-01", "higashiosaka-examination-request-grant").toHaveCap({ yen: 100_000 });
  on("2014-06-01", "kawachinagano-ip-acquisition-grant").toHaveRate("1/2");
  on("2014-06-01", "kawachinagano-ip-acquisition-grant").toHaveCap({ yen: 200_000 });
  on("2019-08-22", "uji-technology-development-grant").toHaveRate("1/2");
  on("2019-08-22", "uji-technology-development-grant").toHaveCap({ scope: "applicant-fiscal-year", yen: 200_000 });
  on("2025-06-01", "kashiba-patent-acquisition-grant").toHaveRate("1/2");
  on("2025-06-01", "kashiba-patent-acquisition-grant").toHaveCap({ right: "patent", yen: 200_000 });
  on("2025-06-01", "kashiba-patent-acquisition-grant").toHaveCap({ right: "utility-model", yen: 100_000 });
  on("2025-06-01", "naruto-ip-acquisition-grant").toHaveRate("1/2");
  on("2025-06-01", "naruto-ip-acquisition-grant").toHaveCap({ yen: 200_000 });
  on("2025-04-11", "oita-ip-filing-grant").toHaveRate("1/2");
  on("2025-04-11", "oita-ip-filing-grant").toHaveCap({ scope: "case", right: "patent", yen: 200_000 });
  on("2025-04-11", "oita-ip-filing-grant").toHaveCap({ scope: "case", right: "utility-model", yen: 200_000 });
  on("2025-04-11", "oita-ip-filing-grant").toHaveCap({ scope: "case", right: "design", yen: 100_000 });
  on("2025-04-11", "oita-ip-filing-grant").toHaveCap({ scope: "case", right: "trademark", yen: 100_000 });
  on("2025-04-11", "oita-ip-filing-grant").toHaveCap({ scope: "applicant-fiscal-year", yen: 500_000 });
});

test("a cap of one right is none of another", () => {
  on("2025-04-14", "minato-ip-acquisition-grant").not.toHaveCap({ right: "trademark", yen: 250_000 });
  on("2025-06-01", "koto-ip-acquisition-grant").not.toHaveCap({ right: "trademark", yen: 300_000 });
  on("2024-01-29", "nasushiobara-ip-acquisition-grant").not.toHaveCap({ right: "design", yen: 200_000 });
  on("2026-11-21", "kashiwazaki-ip-acquisition-grant").not.toHaveCap({ right: "design", yen: 300_000 });
  on("2025-06-01", "kashiba-patent-acquisition-grant").not.toHaveCap({ right: "utility-model", yen: 200_000 });
  on("2025-04-11", "oita-ip-filing-grant").not.toHaveCap({ right: "design", yen: 200_000 });
});

test("where no source prints an amount, none is told", () => {
  on("2025-06-01", "nara-foreign-filing-top-up").not.toHaveCap({});
  on("2024-06-01", "machida-ip-acquisition-grant").not.toHaveCap({});
  on("2014-06-01", "nikko-ip-acquisition-grant").not.toHaveCap({});
  on("2018-06-01", "soka-ip-acquisition-grant").not.toHaveCap({});
  on("2025-02-19", "shizuoka-ip-filing-grant").not.toHaveCap({});
  on("2021-09-14", "ichinomiya-ip-filing-grant").not.toHaveCap({});
  on("2025-06-01", "tsuru-examination-request-grant").not.toHaveCap({});
});
