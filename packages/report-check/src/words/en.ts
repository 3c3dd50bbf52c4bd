// The sentences about findings, in English.

import type { Catalogue } from "./catalogue.ts";

const RECOUNT = "Check against the records and mend the number that is wrong.";

export const en: Catalogue = {
  partsDoNotAdd: {
    title: "The parts do not add up to the total",
    says: ({ formula, computed, stated }) =>
      `The parts (${formula}) make ${computed}; the total is given as ${stated}.`,
    todo: "Check total and parts. If the list leaves something out, say so or add “other”.",
  },
  columnDoesNotAdd: {
    title: "The total row of a table does not add up",
    says: ({ formula, computed, stated }) =>
      `The rows of this column (${formula}) make ${computed}; the total row says ${stated}.`,
    todo: RECOUNT,
  },
  rowDoesNotAdd: {
    title: "The total column of a table does not add up",
    says: ({ formula, computed, stated }) =>
      `The columns of this row (${formula}) make ${computed}; the total column says ${stated}.`,
    todo: RECOUNT,
  },
  rateNotOfCounts: {
    title: "The rate is not that of the counts",
    says: ({ formula, computed, stated }) =>
      `From the counts in the text (${formula}) it is ${computed}; the text says ${stated}, which no other count nearby gives.`,
    todo: "Check the counts and the rate. If the rate has another base, name it.",
  },
  rateImpossible: {
    title: "A percentage that cannot be",
    says: ({ named, formula, computed, stated }) =>
      `No whole number out of ${named("size")} gives ${stated}; the nearest is ${computed} (${formula}).`,
    todo: "Check the percentage and the number of cases.",
  },
  changeRate: {
    title: "The rate of change is not that of the two values",
    says: ({ formula, computed, stated }) =>
      `From the two values (${formula}) it is ${computed}; the text says ${stated}.`,
    todo: "Check both values and the rate; a revised base changes the rate too.",
  },
  changeAmount: {
    title: "The change is not the difference of the two values",
    says: ({ formula, computed, stated }) =>
      `The values differ by ${computed} (${formula}); the text says ${stated}.`,
    todo: RECOUNT,
  },
  changeDirection: {
    title: "The change goes the other way",
    says: () => "The words say more (or less), the two values say the opposite.",
    todo: "Check the order of the values, or the word.",
  },
  yearlyRate: {
    title: "The average growth is not that of the first and last year",
    says: ({ formula, computed, stated }) =>
      `From the first and last year (${formula}) it is ${computed}; the text says ${stated}.`,
    todo: "Check the years and both values; if it is at constant prices, say so.",
  },
  ratesCopied: {
    title: "The rate was copied from the sentence before",
    says: ({ formula, computed, stated }) =>
      `From this sentence's values (${formula}) it is ${computed}; ${stated} stands in the sentence before as well.`,
    todo: "Compute the rate from this sentence's values.",
  },
  sharesNotWhole: {
    title: "The shares do not make 100%",
    says: ({ formula, computed }) =>
      `Together (${formula}) they make ${computed}, more than rounding explains.`,
    todo: "Check the shares. If some are left out, or several answers were allowed, say so.",
  },
  pointsDiffer: {
    title: "The percentage points are not the difference",
    says: ({ formula, computed, stated }) =>
      `The percentages differ by ${computed} (${formula}); the text says ${stated}.`,
    todo: RECOUNT,
  },
  pointsAsPercent: {
    title: "Percentage points written as a percentage",
    says: ({ formula, computed }) =>
      `The percentages differ by ${computed} (${formula}): these are percentage points, not percent.`,
    todo: "Write “percentage points”.",
  },
  multipleDiffers: {
    title: "The multiple is not that of the two values",
    says: ({ formula, computed, stated }) =>
      `From the two values (${formula}) it is ${computed}; the words mean ${stated}.`,
    todo: "Check the multiple; “grew by 2 times” is three times as much.",
  },
  balanceOpen: {
    title: "The balance does not close",
    says: ({ formula, computed, stated }) =>
      `From the numbers in the text (${formula}) it is ${computed}; the text says ${stated}.`,
    todo: "Check what was brought forward, received, closed and carried forward.",
  },
  dateImpossible: {
    title: "A day no calendar has",
    says: () => "No calendar has this day.",
    todo: "Mend the date.",
  },
  dateAfterReport: {
    title: "A day after the report's own",
    says: () => "This was done, says the text, on a day after that of the report.",
    todo: "Check year, month and day.",
  },
  datesReversed: {
    title: "The end is before the beginning",
    says: () => "The second day is before the first.",
    todo: "Check both days.",
  },
  yearOfAnotherReport: {
    title: "The year of another report",
    says: ({ named }) => `This names ${named("year")}; the report is that of ${named("own")}.`,
    todo: "It may be left from an earlier edition: mend the year or bring the text up to date.",
  },
  listCount: {
    title: "The list is not as long as announced",
    says: ({ named }) => `${named("announced")} are announced, ${named("counted")} are listed.`,
    todo: "Add what is missing, or mend the number.",
  },
  enumerationGap: {
    title: "A number is missing in an enumeration",
    says: ({ named }) => `After ${named("before")} comes ${named("after")}.`,
    todo: "See whether something was left out, or mend the numbers.",
  },
  enumerationTwice: {
    title: "A number stands twice in an enumeration",
    says: ({ named }) => `Number ${named("after")} stands twice.`,
    todo: "Mend the numbers.",
  },
  captionGap: {
    title: "A figure or table number is missing",
    says: ({ named }) => `After ${named("before")} comes ${named("after")}.`,
    todo: "See whether a figure was left out, or mend the numbers.",
  },
  captionTwice: {
    title: "Two figures or tables with one number",
    says: ({ named }) => `Number ${named("after")} is used twice.`,
    todo: "Mend the numbers, also where the text refers to them.",
  },
  twoValues: {
    title: "Two values for one quantity",
    says: ({ named, computed, stated }) => `“${named("name")}” was ${computed} before and is ${stated} here.`,
    todo: "Check; if they mean different things, say what.",
  },
  placeholder: {
    title: "A placeholder",
    says: ({ named }) => `“${named("words")}” was to be filled in.`,
    todo: "Fill it in, or take the sentence out.",
  },
  formulaLeft: {
    title: "A formula or an error value",
    says: ({ named }) =>
      `“${named("words")}” is a result that was never computed, most likely because the base is zero.`,
    todo: "With a base of zero there is no rate: say that it was 0 before.",
  },
  rateEqualsCount: {
    title: "The rate is the count",
    says: () => "The rate is the very number before it, as templates print when the base is zero.",
    todo: "Check the base; with a base of zero give no rate.",
  },
  clauseRepeated: {
    title: "Word for word as in the earlier edition",
    says: ({ named }) =>
      `This sentence, figures included, stood in the earlier edition (paragraph ${named("paragraph")}).`,
    todo: "Make sure that it is up to date.",
  },
  figureRestated: {
    title: "A figure of the earlier edition has changed",
    says: ({ computed, stated }) =>
      `The earlier value is given as ${stated}; the earlier edition said ${computed}.`,
    todo: "If it was revised, say so and why.",
  },
  growthAgainstPrevious: {
    title: "The growth does not start from the earlier edition's figure",
    says: ({ formula, computed, stated }) =>
      `From the earlier edition's figure (${formula}) it is ${computed}; the text says ${stated}.`,
    todo: "Check the base; if base or definition changed, say so.",
  },
  targetUnmentioned: {
    title: "A target of the earlier edition is not reported on",
    says: ({ named }) =>
      `The earlier edition set the target “${named("words")}”; this one does not mention it.`,
    todo: "Say what became of it.",
  },
  planUnmentioned: {
    title: "A plan of the earlier edition is not reported on",
    says: ({ named }) => `The earlier edition planned “${named("words")}”; this one does not mention it.`,
    todo: "Say whether it was done, is under way, or was dropped.",
  },
};
