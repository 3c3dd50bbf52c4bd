// Reports from files (.docx, .pdf, .html, .md, .txt) to the text that is checked, and findings as comments back into a .docx.
export { commentDocx, type Commented, type CommentsResult } from "./comments.ts";
export { readReport } from "./read.ts";
export { LIMITS } from "./reading.ts";
export type { FileRefusal, Format, Note, ReadingResult, ReadReport } from "./reading.ts";
