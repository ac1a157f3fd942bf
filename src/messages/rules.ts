/** Faults of rule files and catalogs, in both languages. A message says what was found and what to do. */
export const ruleMessages = {
  "duplicate-id": {
    en: "`{id}` stands more than once; ids are unique",
    ja: "「{id}」が重複しています。識別子は一つだけにしてください",
  },
  "id-is-not-file-name": {
    en: "the id is `{id}` but the file is named `{file}`; make them equal",
    ja: "識別子「{id}」とファイル名「{file}」が違います。同じにしてください",
  },
  "unknown-reference": {
    en: "no {kind} has the id `{id}`{suggestion}",
    ja: "{kind}に「{id}」はありません{suggestion}",
  },
  "not-a-name": {
    en: "`{value}` cannot name a table or a column; write a name without control characters that is not too long",
    ja: "「{value}」は表や列の名称に使えません。制御文字のない、長すぎない名称にしてください",
  },
  "unknown-fact": {
    en: "`{fact}` is not in rules/facts.yaml; add it there or correct the path",
    ja: "「{fact}」は rules/facts.yaml にありません。追加するか、書き方を直してください",
  },
  "item-without-list": {
    en: "`{fact}` reads an entry, but the measure names no list; add `each:`",
    ja: "「{fact}」は一覧の各項目を読みますが、施策に一覧の指定がありません。`each:` を加えてください",
  },
  "no-operator": {
    en: "a test of a fact needs exactly one operator, found {found}; known: {known}",
    ja: "事実の比較には演算子がちょうど一つ要りますが、{found} です。使えるのは {known} です",
  },
  "unknown-condition": {
    en: "this is no condition: found {found}; known: {known}",
    ja: "条件として読めません。{found} があります。使えるのは {known} です",
  },
  "match-not-exhaustive": {
    en: "`match` leaves out {missing}; add cases or `otherwise`",
    ja: "`match` に {missing} の場合がありません。場合を足すか `otherwise` を書いてください",
  },
  "otherwise-never-reached": {
    en: "every option has its case, so `otherwise` is never reached; remove it",
    ja: "すべての選択肢に場合があるため `otherwise` は使われません。除いてください",
  },
  "parameter-keys": {
    en: "`{parameter}` is looked up by {fact}, but its keys leave out {missing}",
    ja: "「{parameter}」は {fact} で引きますが、{missing} の値がありません",
  },
  "needs-key": {
    en: "`{parameter}` has one value per key; say `by:` which fact looks it up",
    ja: "「{parameter}」は区分ごとに値があります。どの事実で引くかを `by:` で示してください",
  },
  "one-fact-both-ways": {
    en: "`{fact}` is tested in several branches of `any` or in both directions, which loses exactness; use `match` or a keyed parameter",
    ja: "「{fact}」を `any` の複数の枝か両方の向きで比べると、正確でなくなります。`match` か区分ごとの値を使ってください",
  },
  "every-without-some": {
    en: "`every` holds for an empty list; add `some` over {list} beside it",
    ja: "`every` は空の一覧でも成り立ちます。{list} についての `some` を並べて書いてください",
  },
  "neither-formal-nor-judged": {
    en: "a criterion has a `condition` or says `judgedBy`, one of the two",
    ja: "要件には `condition` か `judgedBy` のどちらか一方を書いてください",
  },
  "effort-without-change": {
    en: "the fact is not `changeable: true`, so no effort changes it; remove `effort`",
    ja: "`changeable: true` でない事実に `effort` は書けません。`effort` を除いてください",
  },
  "exactly-one-of": {
    en: "exactly one of these is needed: {keys}",
    ja: "次のうちちょうど一つを書いてください: {keys}",
  },
  "parent-with-amount": {
    en: "`{parent}` gives something itself, so money would count twice; make its benefit `parts`, or remove `parent`",
    ja: "「{parent}」自体に支援の内容があるため、金額が二重になります。その内容を `parts` にするか、`parent` を除いてください",
  },
  "expense-of-entries": {
    en: "the measure decides entries of {each}, whose own expense counts; remove `expense` or `each`",
    ja: "この施策は {each} の各項目を判定し、その費用を数えます。`expense` か `each` の一方を除いてください",
  },
  "dates-not-ordered": {
    en: "`{later}` must be after `{earlier}`",
    ja: "「{later}」は「{earlier}」より後の日付にしてください",
  },
  "overlapping-dates": {
    en: "the periods from {first} and from {second} overlap; end the first the day before",
    ja: "{first} からの期間と {second} からの期間が重なっています。先の期間を前日で終えてください",
  },
  "mixed-benefits": {
    en: "entries may be read under several terms, but these give {kinds}; make them one kind, or two measures",
    ja: "案件ごとに異なる時期の内容を読みますが、支援の種類が {kinds} と分かれています。一つの種類にするか、施策を分けてください",
  },
  "different-triggers": {
    en: "all terms of a measure are read on the same date; give each the same `on`",
    ja: "一つの施策の内容はすべて同じ日付で読みます。`on` をそろえてください",
  },
  "definition-cycle": {
    en: "definitions refer to each other in a circle: {cycle}",
    ja: "定義が互いに参照し合っています: {cycle}",
  },
  "not-an-address": {
    en: "`{value}` is not an https address",
    ja: "「{value}」は https の URL ではありません",
  },
  "not-yaml": {
    en: "this is not YAML: {reason}",
    ja: "YAML として読めません: {reason}",
  },
} as const satisfies Record<string, { en: string; ja: string }>;
