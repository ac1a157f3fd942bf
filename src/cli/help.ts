import type { Lang } from "../explain/words.ts";

const en = `Usage: chizai-navi COMMAND [options]

For a company
  assess PROFILE|-   which measures it can use, how much they are worth, and why
  ask PROFILE|-      asks, the most useful question first, until no answer can change anything
  why ID PROFILE     one measure in full: every criterion opened, and what would make it usable
  timeline PROFILE|- what changes for it over time, and why; deadlines, also as a calendar
  plan PROFILE|-     which cost goes to which subsidy so that the company keeps most

About the rules
  show ID            what a measure says on a date: criteria, benefit, calls, sources
  list               every measure of the catalog
  search TEXT        the measures that a text in Japanese or English is about, best first
  check [DIR]        every fault of a folder of rule files (default: the bundled catalog);
                     with --as-of, also what is lapsed, ageing or about to close on that day
  diff A B [PROFILE …]
                     what changed between two catalogs (folders of rules, or catalog.json), or for a
                     company between two dates
  sql                the rules as one SQL query over a table of companies: TRUE, FALSE or NULL (undetermined)
                     for each measure
  batch FILE|-       every company of a .csv, .ndjson or .parquet file: for how many each measure is what,
                     or each company's verdicts or amounts

Options
  --as-of DATE       the day that the rules are read on, YYYY-MM-DD (default: today in Japan, printed)
  --format F         table (default) or json; assess, ask, why, plan: markdown (to hand over);
                     assess, ask: csv; timeline: ics
  --lang L           ja (default) or en
  --rules DIR        read the rules from a folder instead of the bundled catalog
  --only E           eligible, undetermined or ineligible
  --need N           ask: only until all subsidies, fees and procedures for the need are decided
  --save FILE        ask: keep the answers as a profile
  --from D, --to D   timeline: its first and last day (default: --as-of and a year later)
  --profile FILE     search: beside each hit this company's verdict
  --prefecture P, --kind K
                     search: only what a company there may use; only this kind
  --dialect D        sql: duckdb (default), clickhouse or postgresql
  --table NAME       sql: the table (default: companies)   --create  its CREATE TABLE too
  --measures A,B, --columns A,B
                     sql, batch: only these measures; sql: the columns that the table has (default: all)
  --give G           batch: counts (default), verdicts or amounts; --format table, ndjson or csv
  --out FILE         batch: where it goes   --resume  goes on where an earlier run was cut off
  --faults F         batch: stop (default) at a line that cannot be read, or skip it
  --threads N        batch: how many work at once (default: as many as there are processors, up to 8)
  -h, --help         this text          --version  the version

Examples
  chizai-navi assess company.json --as-of 2026-11-21
  chizai-navi assess company.json --format markdown > handover.md
  echo '{"company":{"industry":"manufacturing","regularEmployees":40}}' | chizai-navi assess - --lang en
  echo '{}' > new.json && chizai-navi ask new.json --need overseas-filing --save company.json
  chizai-navi why foreign-filing-subsidy company.json
  chizai-navi timeline company.json --from 2026-04-01 --to 2027-03-31 --format ics > deadlines.ics
  chizai-navi show foreign-filing-subsidy --as-of 2015-07-01 --format json
  chizai-navi check rules --as-of 2026-11-21
  chizai-navi search 海外で商標を真似された --profile company.json
  chizai-navi plan company.json --as-of 2026-06-01
  chizai-navi diff 2015-07-01 2021-07-01 company.json
  chizai-navi sql --as-of 2026-11-21 --measures overseas-ip-litigation-insurance --create
  chizai-navi batch companies.csv --as-of 2026-11-21 --faults skip
  chizai-navi batch companies.ndjson --give amounts --out amounts.ndjson --resume

Exit codes: 0 done; 1 the input is bad, every issue on standard error; 2 the call is wrong.
NO_COLOR is respected.
`;

const ja = `使い方: chizai-navi コマンド [オプション]

会社について
  assess PROFILE|-   会社が使える支援策と金額、その理由
  ask PROFILE|-      判定に役立つ順に質問（判定が変わらなくなるまで）
  why ID PROFILE     一つの支援策の詳しい説明（要件ごとの判断、対象になるには）
  timeline PROFILE|- これから変わることとその理由、期日（カレンダーにも出力可）
  plan PROFILE|-     どの費用をどの補助金に充てると最も有利か（資金計画）

制度について
  show ID            ある日の支援策の内容（要件、支援の内容、公募、出典）
  list               収録している支援策の一覧
  search TEXT        言葉から支援策を探す（日本語・英語、ふだんの言葉でも）
  check [DIR]        ルールファイルの誤りをすべて表示（省略時は内蔵のカタログ）。
                     --as-of を付けると、その日に期限切れ・要再確認・締切間近のものも表示
  diff A B [PROFILE …]
                     2つのカタログ（ルールのフォルダーまたは catalog.json）の違い、
                     または2つの日付で会社の結果がどう変わるか
  sql                会社の表に対する SQL（支援策ごとに TRUE=対象、FALSE=対象外、NULL=要確認）
  batch FILE|-       .csv・.ndjson・.parquet の会社をまとめて判定
                     （支援策ごとの件数、又は会社ごとの判定・金額）

オプション
  --as-of DATE       判定の基準日 YYYY-MM-DD（省略時は本日（日本時間）。表示されます）
  --format F         table（既定）または json。assess・ask・why・plan は markdown（引継ぎ資料）、
                     assess・ask は csv、timeline は ics（カレンダー用）も
  --lang L           ja（既定）または en
  --rules DIR        内蔵のカタログの代わりに読むルールのフォルダー
  --only E           eligible（対象）、undetermined（要確認）、ineligible（対象外）のみ
  --need N           ask: その関心・課題に関する補助金・減免・手続が決まるまで
  --save FILE        ask: 回答をプロフィールとして保存
  --from D, --to D   timeline: 最初の日と最後の日（省略時は --as-of とその1年後）
  --profile FILE     search: 会社についての判定も表示
  --prefecture P, --kind K
                     search: その都道府県の会社が使えるもの、その種類のもののみ
  --dialect D        sql: duckdb（既定）、clickhouse、postgresql
  --table NAME       sql: 表の名称（既定: companies）   --create  CREATE TABLE も出力
  --measures A,B, --columns A,B
                     sql・batch: 支援策を限定。sql: 表にある列を限定（既定: すべて）
  --give G           batch: counts（件数、既定）、verdicts（判定）、amounts（金額）。
                     --format は table、ndjson、csv
  --out FILE         batch: 出力先のファイル   --resume  中断したところから続ける
  --faults F         batch: 読めない行で止まる stop（既定）、飛ばす skip
  --threads N        batch: 並行して判定する数（既定: プロセッサーの数、8まで）
  -h, --help         この説明            --version  版

例
  chizai-navi assess company.json --as-of 2026-11-21
  chizai-navi assess company.json --format markdown > handover.md
  echo '{"company":{"industry":"manufacturing","regularEmployees":40}}' | chizai-navi assess -
  echo '{}' > new.json && chizai-navi ask new.json --need overseas-filing --save company.json
  chizai-navi why foreign-filing-subsidy company.json
  chizai-navi timeline company.json --from 2026-04-01 --to 2027-03-31 --format ics > deadlines.ics
  chizai-navi show foreign-filing-subsidy --as-of 2015-07-01 --format json
  chizai-navi check rules --as-of 2026-11-21
  chizai-navi search 海外で商標を真似された --profile company.json
  chizai-navi plan company.json --as-of 2026-06-01
  chizai-navi diff 2015-07-01 2021-07-01 company.json
  chizai-navi sql --as-of 2026-11-21 --measures overseas-ip-litigation-insurance --create
  chizai-navi batch companies.csv --as-of 2026-11-21 --faults skip
  chizai-navi batch companies.ndjson --give amounts --out amounts.ndjson --resume

終了コード: 0 正常、1 入力の誤り（標準エラーにすべて表示）、2 呼び出し方の誤り。
環境変数 NO_COLOR に従います。
`;

export const help: Record<Lang, string> = { ja, en };
