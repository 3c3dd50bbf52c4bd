// Text columns that need no screening, and why.

/** Patterns of columns, and why nothing typed freely reaches the public through them. */
export const NOT_FREE: readonly (readonly [RegExp, string])[] = [
  [
    /\.(code|code_sort|programme|commitment|milestone|indicator|body|parent|lead|support|bodies|actor_body|verdict_body|problem|draw|replaces|owner|former_owners|reported_by|listing_authority|declared_body|checked_body)$/,
    "codes: at most 40 letters and digits, given once and checked by codes.ts",
  ],
  [
    /\.(kind|stage|role|actor_role|shape|state|verb|frequency|polarity|completion_rule|verdict_conclusion|screening|provider_id|origin|listing_level|stratify)$/,
    "one of a list",
  ],
  [
    /\.(period|subject|sha256|media_type|time_zone|languages|default_language)$/,
    "of a fixed form, or one of a list",
  ],
  [/^(evidence|history|inspection_subject|finding)\.inspection$/, "codes of ours"],
  [/^(commitment\.verdict|problem\.finding)_check$|^inspection\.draw$/, "codes of ours"],
  [/^inspection\.(frame_(of|body|standing)|inspectors)$/, "codes, and words from closed lists"],
  [/^(inspection_subject|finding)\.(owners|inspector|recused)$/, "codes of bodies"],
  [/^finding\.(conclusion|(appeal|answer)_body|answer_outcome)$/, "codes, and words from closed lists"],
  [/^inspection_subject\.title(_en)?$/, "as it is on the record, which was screened"],
  [/^(commitment|problem|draw|inspection)\.search_(text|terms)$/, "computed from texts that were screened"],
  [/^draw\.(round|frame|inspectors|rolls)$/, "a code, lists of codes, digits"],
  [/^draw_place\./, "who stands behind a numbered place of an inspector; in no page and no export"],
  [/^(account|credential|session|verification)\./, "accounts are nowhere public"],
  [/^(second_step|spent_code)\./, "numbers of ours and what is encrypted; in no page and no export"],
  [/^(account_key|body_key|body_seed|opened_key)\./, "numbers of ours, and digests of public keys"],
  [/^form_draft\./, "an account's own, nowhere public; screened when it is sent"],
  [/^import_(batch|mapping)\./, "imports are seen at the desk only; what they write is screened row by row"],
  [/^history\.(account|batch)$/, "numbers of ours"],
  [/^log_opening\.field$/, "names of fields; their values are what the history shows, which was screened"],
  [/^redaction\./, "codes, names of fields and words from closed lists; no text of anybody's"],
  [/^log_(checkpoint|cosigned)\.note$/, "origin, size, root and signatures, written by the sequencer"],
];
