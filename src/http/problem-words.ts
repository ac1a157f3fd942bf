import type { Bilingual } from "../schema/primitives.ts";

/** Every way in which a request can fail: its status, and both languages. `{name}` is filled in. */
export const problemWords = {
  "invalid-input": {
    status: 400,
    title: { ja: "入力に誤りがあります", en: "The input has faults" },
    detail: { ja: "{count}件の誤りがあります。", en: "{count} in all; each is listed in issues." },
  },
  "unknown-measure": {
    status: 404,
    title: { ja: "その識別子の支援策はありません", en: "No measure has this id" },
    detail: {
      ja: "「{id}」という識別子の支援策は収録していません。",
      en: "The catalog holds no measure with the id `{id}`.",
    },
  },
  "unknown-path": {
    status: 404,
    title: { ja: "そのパスはありません", en: "There is nothing at this path" },
    detail: {
      ja: "使えるパスは、一覧（/）と openapi.json に載っています。",
      en: "The index (/) and openapi.json list what there is.",
    },
  },
  "method-not-allowed": {
    status: 405,
    title: { ja: "そのメソッドは使えません", en: "The method is not allowed here" },
    detail: { ja: "ここで使えるメソッドは {allow} です。", en: "Allowed here: {allow}." },
  },
  "body-too-large": {
    status: 413,
    title: { ja: "本文が大きすぎます", en: "The body is too large" },
    detail: {
      ja: "本文は {limit} バイトまでです。不要な項目を省いてください。",
      en: "A body may have {limit} bytes; leave out what is not needed.",
    },
  },
  "too-many-entries": {
    status: 413,
    title: { ja: "一覧の件数が多すぎます", en: "There are too many entries" },
    detail: {
      ja: "出願などの一覧は合わせて {limit} 件までですが、{count} 件あります。分けて送ってください。",
      en: "Lists may have {limit} entries in all and have {count}; send them in parts.",
    },
  },
  "unsupported-media-type": {
    status: 415,
    title: { ja: "本文の形式が違います", en: "The body is of another media type" },
    detail: {
      ja: "本文は UTF-8 の JSON（Content-Type: application/json、圧縮なし）で送ってください。",
      en: "Send JSON in UTF-8, not compressed, with `Content-Type: application/json`.",
    },
  },
  internal: {
    status: 500,
    title: { ja: "サーバー側で問題が起きました", en: "Something went wrong on the server" },
    detail: {
      ja: "要求に答えられませんでした。管理者にお知らせください。",
      en: "The request could not be answered; please tell whoever runs this server.",
    },
  },
} as const satisfies Record<string, { status: number; title: Bilingual; detail: Bilingual }>;

export type ProblemKind = keyof typeof problemWords;
