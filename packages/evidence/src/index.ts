// Files that prove something: taken in, made fit to publish, and read for personal data before they are.

export { kindOfBytes } from "./file-kind.ts";
export { safeName } from "./file-name.ts";
export { READING, type ReadingLimits, type ReadingRefusal } from "./limits.ts";
export { readForPersonalData, pixelsOfHeic } from "./reading.ts";
export {
  captionOf,
  evidenceOf,
  storeUploads,
  UPLOADS,
  type Stored,
  type Upload,
  type UploadRefusal,
} from "./receive.ts";
