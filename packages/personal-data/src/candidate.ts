// What the readers of each kind hand over, and what a find is for everybody else.

/** `passport` takes in the travel permits of Hong Kong, Macao and Taiwan; `mobile` also foreign numbers written with +. */
export type Kind = "residentId" | "mobile" | "landline" | "bankCard" | "plate" | "email" | "passport";

/** Certain: the form (and checksum, where there is one) leaves no other reading. Likely: a person should look. */
export type Certainty = "certain" | "likely";

/** One occurrence. `start` and `end` are UTF-16 offsets into the text that was given, so `text` is `given.slice(start, end)`. */
export interface Find {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly certainty: Certainty;
}

/** An occurrence in folded text; candidates may overlap. */
export interface Candidate {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly certainty: Certainty;
}

/** Tries to read one kind at a place where a number may begin. */
export type NumberReader = (text: string, start: number) => Candidate | undefined;
