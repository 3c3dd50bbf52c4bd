// The shapes the sample's content is written in: texts in both languages, and days as places in a programme's time.

import type {
  BodyInput,
  CommitmentKind,
  Conclusion,
  Frequency,
  IndicatorKind,
  Polarity,
  Role,
} from "@yinuo/core";
import type { PictureName } from "./pictures.ts";

export type Both = readonly [zh: string, en: string];

/**
 * A day, said relative to the day the sample is made for, so that it always looks alive. 0 is the programme's publication.
 * The running programme: 1 is today, 2 the last day of the year. The finished one: 1 is its last day, 2 the spring after
 * (or today, if that is earlier). Beyond 2, a whole number is half a year.
 */
export type At = number;

export type TargetOf = {
  readonly indicator: string;
  /** The target as a share of the figure the year really comes to: 0.95 of a flow will be passed. */
  readonly of: number;
  /** The year's own figure unless said otherwise; of an index, which has none, its last quarter. */
  readonly period?: "year" | "Q4";
  /** Starts from the figure of the year before. */
  readonly fromYearBefore?: boolean;
};

export type MilestoneOf = {
  readonly title: Both;
  readonly due: At;
  readonly weight?: number;
};

type What =
  | { readonly progress: string; readonly body?: string }
  | { readonly photo: PictureName; readonly caption: string }
  /** By its place: 1, 2 … */
  | { readonly done: number; readonly photo: PictureName; readonly caption: string }
  | { readonly reopen: number; readonly reason: string }
  | { readonly amend: Amendment; readonly reason: string }
  | { readonly declare: true }
  | { readonly takeBack: string }
  | { readonly verdict: Conclusion; readonly finding: string }
  | { readonly withdraw: string };

export type Happening = { readonly at: At } & What;

export type Amendment = {
  readonly due?: At;
  readonly promise?: Both;
  readonly milestones?: readonly MilestoneOf[];
};

/** In texts, {Y} is the programme's year and {t1}, {t2} … the targets' values. */
export type CommitmentOf = {
  readonly code: string;
  readonly year: "last" | "this";
  readonly kind?: CommitmentKind;
  readonly title: Both;
  readonly promise: Both;
  readonly criterion: Both;
  readonly for: Both;
  readonly lead: string;
  readonly support?: readonly string[];
  readonly start?: At;
  /** The year's last day unless said otherwise. */
  readonly due?: At | "none" | { readonly daysAfterStart: number };
  readonly targets?: readonly TargetOf[];
  readonly milestones?: readonly MilestoneOf[];
  /** Never published. */
  readonly draft?: true;
  readonly story?: readonly Happening[];
};

export type Season = "even" | "office" | "winter" | "summer" | "school";

/** How an indicator's months come about. Rates and means move evenly from the first value to the second. */
export type Model =
  | {
      readonly flow: number;
      readonly season?: Season;
      readonly growth?: number;
      readonly noise?: number;
      readonly decimals?: number;
    }
  | { readonly stock: number; readonly drift: number; readonly noise?: number }
  | { readonly ratio: readonly [number, number]; readonly over: string | number; readonly noise?: number }
  | { readonly mean: readonly [number, number]; readonly over: string | number; readonly noise?: number }
  | { readonly index: readonly [number, number]; readonly noise?: number }
  /** Closed cases: a share of what was pending and came in, never more than there is. */
  | { readonly closedOf: string; readonly opening: number; readonly share: readonly [number, number] }
  | { readonly pendingOf: readonly [opened: string, closed: string]; readonly opening: number };

/** Counted back from the last month there is (0 is the last), or a month of the running year (0) or the one before (-1). */
type Where = { readonly back: number } | { readonly month: readonly [year: 0 | -1, month: number] };

export type Oddity = Where &
  (
    | { readonly missing: true }
    | { readonly notCollected: string }
    /** So many times as much as usual, and confirmed with a reason. */
    | {
        readonly times: number;
        readonly confirmed: string;
        readonly note: string;
        readonly photo: PictureName;
      }
    /** First recorded as that many times the figure, then put right. */
    | { readonly first: number; readonly revisedFor: string }
  );

export type IndicatorOf = {
  readonly code: string;
  readonly name: Both;
  readonly definition: Both;
  readonly unit: Both;
  readonly kind: IndicatorKind;
  readonly polarity: Polarity;
  readonly decimals?: number;
  readonly frequency?: Frequency;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly least?: number;
  readonly most?: number;
  readonly source: string;
  /** Each body with the size of its figures beside the model's. */
  readonly bodies: Readonly<Record<string, number>>;
  readonly model: Model;
  /** Recorded as the sum since January. */
  readonly cumulative?: true;
  /** Before that many months ago only the result was recorded, not the parts it is computed from. */
  readonly partsFor?: number;
  readonly oddities?: readonly Oddity[];
};

export type BodyOf = Omit<BodyInput, "seenVersion">;

export type SampleAccount = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly body?: string;
};
