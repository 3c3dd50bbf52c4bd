// A report held against the edition before: growth from its figures, figures restated, sentences left, plans unanswered.

import type { Claim } from "../finding.ts";
import type { Scan } from "../scan.ts";
import { figuresAgainst } from "./figures.ts";
import { repeatedSentences } from "./repeated.ts";
import { unanswered } from "./unanswered.ts";

export const againstPrevious = (scan: Scan, previous: Scan): readonly Claim[] => [
  ...figuresAgainst(scan, previous),
  ...repeatedSentences(scan, previous),
  ...unanswered(scan, previous),
];
