import type { Assessment, ChizaiNaviElement } from "chizai-navi/form";
import "chizai-navi/form";
import { type DetailedHTMLProps, type HTMLAttributes, useState } from "react";

interface FormProps extends DetailedHTMLProps<HTMLAttributes<ChizaiNaviElement>, ChizaiNaviElement> {
  "as-of"?: string;
  layout?: "step" | "page";
  needs?: string;
  profile?: object;
  onassessment?: (event: CustomEvent<Assessment>) => void;
}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "chizai-navi": FormProps;
    }
  }
}

/** What the portal knows of the company already. */
const known = { company: { legalForm: "stock-company", prefecture: "愛知県" } };

/** The portal's own summary beside the form: React 19 hands objects and custom events to the element as they are. */
export function Portal() {
  const [assessment, setAssessment] = useState<Assessment>();
  const usable = assessment?.results.filter(({ eligibility }) => eligibility === "eligible") ?? [];
  return (
    <main>
      <h1>知財支援ポータル</h1>
      <p id="summary">使える支援策: {usable.length}件</p>
      <chizai-navi
        as-of="2026-11-21"
        needs="overseas-filing"
        profile={known}
        onassessment={({ detail }) => setAssessment(detail)}
      />
    </main>
  );
}
