import type { ChangeSet } from "../schema/advice.ts";
import type { Effort } from "../schema/law.ts";
import type { Bilingual } from "../schema/primitives.ts";

export const adviceWords = {
  set: { ja: "{changes}（{effort}）→ {becomes}", en: "{changes} ({effort}) → {becomes}" },
  limit: { ja: "{fact}を{to}にする（現在 {from}）", en: "{fact}: {to} (now {from})" },
  turn: { ja: "{fact}を「{to}」にする（現在「{from}」）", en: "{fact}: {to} (now {from})" },
  gain: { ja: "{fact}に「{values}」を加える", en: "{fact}: add {values}" },
  lose: { ja: "{fact}から「{values}」を外す", en: "{fact}: drop {values}" },
  add: { ja: "{fact}を1件以上予定する", en: "plan at least one: {fact}" },
  low: { ja: "すぐにできる変更", en: "a decision or a form" },
  medium: { ja: "期間や費用を要する変更", en: "takes months or money" },
  high: { ja: "会社の形に関わる変更", en: "changes the company itself" },
  eligible: { ja: "対象になります", en: "eligible" },
  undetermined: {
    ja: "妨げとなる事項はなくなります（ほかに確認が必要です）",
    en: "nothing stands against it any more; other facts are still to find out",
  },
  byTime: {
    ja: "会社の状況が変わらなくても、{day}から「{verdict}」になります（{causes}）",
    en: "if nothing else changes, from {day} on: {verdict} ({causes})",
  },
  nothing: {
    ja: "会社の側で変えられる事項だけでは、対象にはなりません。",
    en: "Nothing that the company can change makes it eligible.",
  },
  notAdvised: {
    ja: "会社の形に関わる変更は、該当しない理由を示すものであり、変更を勧めるものではありません。",
    en: "Changes of the company itself show what stands in the way; they are no recommendation.",
  },
  more: { ja: "ほかにも方法がある可能性があります。", en: "There may be further ways." },
} as const satisfies Record<Effort | ChangeSet["becomes"], Bilingual> & Record<string, Bilingual>;
