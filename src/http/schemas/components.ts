import type * as z from "zod/mini";
import { Condition } from "../../schema/condition-schema.ts";
import * as known from "../../schema/known.ts";
import { CoApplicant, Holder } from "../../schema/party.ts";
import { Bilingual, Day, Ratio } from "../../schema/primitives.ts";
import { Profile } from "../../schema/profile.ts";
import { Explanation, Index, OpenApiDocument, Problem, Questions, SearchAnswer } from "./answers.ts";
import { Assessment, CriterionResult, Expected, ItemResult, Question, Result } from "./assessment.ts";
import { AssessRequest, ExplainRequest, QuestionsRequest, SearchRequest } from "./requests.ts";
import { MeasureList, MeasureTerms, SourcedBenefit, SourcedCall, SourcedCriterion } from "./terms.ts";
import { Estimate, Interval, JudgedCriterion, Source } from "./values.ts";

/** Every schema that the interface is described with, by name. What is not named stands where it is used. */
export const components = {
  AssessRequest,
  QuestionsRequest,
  ExplainRequest,
  SearchRequest,
  Profile,
  Holder,
  CoApplicant,
  YenOrRange: known.yen,
  CountOrRange: known.count,
  DateOrRange: known.date,
  DateOrNone: known.dateOrNone,
  Day,
  Bilingual,
  Ratio,
  Interval,
  Source,
  Assessment,
  Result,
  ItemResult,
  CriterionResult,
  Expected,
  JudgedCriterion,
  Estimate,
  Question,
  Questions,
  Explanation,
  SearchAnswer,
  MeasureList,
  MeasureTerms,
  SourcedCriterion,
  SourcedBenefit,
  SourcedCall,
  Condition,
  Index,
  OpenApiDocument,
  Problem,
} as const satisfies Record<string, z.ZodMiniType>;
export type ComponentName = keyof typeof components;

/** Where the facts of the vocabulary stand in them. */
export const describedByFacts: Partial<Record<ComponentName, readonly string[]>> = {
  Profile: [""],
  Holder: ["party.ownership.holders[]", "party"],
  CoApplicant: ["ip.filings[].coApplicants[]", "party"],
};
