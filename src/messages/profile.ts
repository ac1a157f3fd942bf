/** Faults of a profile and of answers, in both languages. A message says what was found and what to do. */
export const profileMessages = {
  // Values of a profile, before they are canonical.
  "not-a-number": {
    en: '`{value}` is not a whole number; write 148, "148" or "１４８人"',
    ja: '「{value}」は整数として読めません。148、"148"、"１４８人" のように書いてください',
  },
  "not-yen": {
    en: '`{value}` is not an amount of yen; write 10000000, "1,000万円" or "1億円"',
    ja: '「{value}」は金額として読めません。10000000、"1,000万円"、"1億円" のように書いてください',
  },
  "not-a-date": {
    en: '`{value}` is not a calendar date; write "2026-11-21" or "令和8年11月21日"',
    ja: '「{value}」は暦の上の日付ではありません。"2026-11-21" か "令和8年11月21日" のように書いてください',
  },
  "not-an-iso-day": {
    en: '`{value}` is not a calendar day; rules write days as "2026-11-21"',
    ja: '「{value}」は暦の上の日付ではありません。ルールでは "2026-11-21" のように書いてください',
  },
  "era-ended": {
    en: "`{value}` lies outside the era named; the day is {date} in the calendar, write that if it is meant",
    ja: "「{value}」はその元号の期間にありません。西暦では {date} に当たります。その日でよければ西暦で書いてください",
  },
  "not-a-share": {
    en: '`{value}` is not a share; write "1/3", 0.5 or "50%"',
    ja: '「{value}」は割合として読めません。"1/3"、0.5、"50%" のように書いてください',
  },
  "not-a-prefecture": {
    en: '`{value}` is not a prefecture; write "福岡県", "福岡", "Fukuoka" or "40"',
    ja: '「{value}」は都道府県ではありません。"福岡県"、"福岡"、"Fukuoka"、"40" のように書いてください',
  },
  "not-a-country": {
    en: '`{value}` is not a country or office code; write "JP", "US" or "EP"',
    ja: '「{value}」は国または官庁のコードではありません。"JP"、"US"、"EP" のように書いてください',
  },
  "corporate-number-form": {
    en: "`{value}` is not a Corporate Number; it has 13 digits",
    ja: "「{value}」は法人番号ではありません。13桁の数字です",
  },
  "corporate-number-check": {
    en: "`{value}` fails the check digit of a Corporate Number (expected {expected} in front); look the number up again",
    ja: "「{value}」は法人番号の検査用数字が合いません（先頭は {expected} のはずです）。番号を確かめてください",
  },
  "not-an-answer": {
    en: "`{value}` cannot be read as an answer; choose by number or name, or press Enter if it is not known",
    ja: "「{value}」は回答として読めません。番号か名称でお答えください。分からないときは何も書かずに Enter を押してください",
  },
  "no-answer": {
    en: "enter an answer, or say that it is not known",
    ja: "回答を入力するか、「わからない」としてください",
  },
  "before-catalog": {
    en: "these rules judge days from {from} on; the package for bundlers has those of earlier days",
    ja: "このフォームで判定できるのは{from}以後の日です。それより前の日の判定には、パッケージ版を使ってください",
  },
  "null-value": {
    en: 'null is refused: leave out what is unknown; "none" is an empty list, 0 or "none"',
    ja: 'null は使えません。分からないことは項目ごと省き、「ない」ことは空の一覧、0、"none" で表してください',
  },
  "out-of-range": {
    en: "`{value}` is outside {minimum} to {maximum}",
    ja: "「{value}」は {minimum} から {maximum} の範囲にありません",
  },
  "ends-before-start": {
    en: "`{to}` is before the first day, {from}; name a last day on or after it",
    ja: "最後の日「{to}」が最初の日 {from} より前です。最初の日以後の日付にしてください",
  },
  "empty-range": {
    en: "the range from `{min}` to `{max}` is empty; min must not be above max",
    ja: "{min} から {max} の範囲は空です。min は max 以下にしてください",
  },
  "years-not-ordered": {
    en: "the first year of a payment must not be after the last; write [1, 3] for years 1 to 3",
    ja: "納付年分は最初の年、最後の年の順に書いてください。第1年から第3年なら [1, 3] です",
  },
  "range-without-ends": {
    en: "a range needs min or max; leave the field out if nothing is known",
    ja: "範囲には min か max が要ります。何も分からなければ項目ごと省いてください",
  },
  "unknown-key": {
    en: "`{key}` is not known here; known: {known}",
    ja: "「{key}」という項目はここにはありません。使えるのは {known} です",
  },
  "line-too-long": {
    en: "the line is longer than {limit} bytes; a quotation mark may not be closed",
    ja: "1行が {limit} バイトを超えています。二重引用符が閉じられていないおそれがあります",
  },
  "malformed-line": {
    en: "a quotation mark is not closed, or something follows it before the comma",
    ja: "二重引用符が閉じられていないか、閉じた後に余分な文字があります",
  },
  "cell-count": {
    en: "the line has {found} cells, the header {expected}",
    ja: "この行のセルは {found} 個ですが、見出しの列は {expected} 個です",
  },
  "column-twice": {
    en: "the column `{column}` stands in the header twice",
    ja: "見出しに「{column}」の列が重複しています",
  },
  "not-a-batch": {
    en: "the last line was not written by a batch: `{value}`; choose another file",
    ja: "最後の行が一括判定の結果ではありません（「{value}」）。別のファイルを指定してください",
  },
  "package-missing": {
    en: "`{package}` is needed to read this file; install it beside chizai-navi: npm install {package}",
    ja: "このファイルを読むには {package} が必要です。npm install {package} でインストールしてください",
  },
  "unknown-column": {
    en: "`{column}` is no column; the nearest is `{nearest}`",
    ja: "「{column}」という列はありません。最も近いのは「{nearest}」です",
  },
  "unknown-option": {
    en: "`{value}` is not one of: {options}",
    ja: "「{value}」は選べません。選べるのは {options} です",
  },
  "wrong-type": {
    en: "`{value}` is not {expected}",
    ja: "「{value}」は {expected} ではありません",
  },
  "missing-key": {
    en: "`{key}` is required here",
    ja: "ここには「{key}」が要ります",
  },
  "bad-id": {
    en: "`{value}` is not an id; use a to z, 0 to 9 and hyphens, 64 at most",
    ja: "「{value}」は識別子に使えません。a〜z、0〜9、ハイフンで64字までにしてください",
  },
  "too-large": {
    en: "the input has {size} bytes, the limit is {limit}; leave out what is not needed",
    ja: "入力が {size} バイトあり、上限の {limit} を超えています。不要な項目を省いてください",
  },
  "too-deep": {
    en: "the input is nested deeper than {limit} levels",
    ja: "入力の入れ子が {limit} 段を超えています",
  },
  "not-json": {
    en: "this is not JSON: {reason}",
    ja: "JSON として読めません: {reason}",
  },
  "not-a-session": {
    en: "these are no saved answers; open the whole link or file again",
    ja: "保存した回答として読めません。リンク又はファイルの全体を、もう一度開いてください",
  },
  "not-readable": {
    en: "`{value}` cannot be read: {reason}",
    ja: "「{value}」を読めません: {reason}",
  },
  // Contradictions inside a readable profile: reported, not thrown.
  "declared-against-numbers": {
    en: "`{declared}` is stated, but the other facts decide otherwise ({definition}); the facts were used",
    ja: "「{declared}」とありますが、他の事実から見ると異なります（{definition}）。事実の方を用いました",
  },
  "shares-above-one": {
    en: "the shares add up to {sum}, more than 1",
    ja: "持分の合計が {sum} で、1 を超えています",
  },
  "city-in-other-prefecture": {
    en: "{city} lies in {actual}, not in {stated}",
    ja: "{city}は{stated}ではなく{actual}にあります",
  },
  "case-of-mixed-kinds": {
    en: "the filings of case `{basis}` differ in right or purpose; no source says which cap holds, so the amount spans both",
    ja: "案件「{basis}」の出願は権利の種類か目的が異なります。どの上限額になるかを示す資料がないため、金額は両方にまたがります",
  },
} as const satisfies Record<string, { en: string; ja: string }>;
