// The sentences that every door says alike; those about files to import are at `@yinuo/words/import`, which loads more.

export { choiceWords } from "./choices.ts";
export { redactionGroundWords } from "./redaction-grounds.ts";
export { fieldName } from "./fields.ts";
export { fileSize, uploadText } from "./files.ts";
export { findsText, personalDataWords, placeText } from "./personal-data.ts";
export { refusalText } from "./refusals.ts";
