// The names of the five grounds of a redaction; apart, since the verifier's script carries them along and nothing else.

import type { RedactionGround } from "@yinuo/core";
import type { Language } from "@yinuo/period";

export const redactionGroundWords: Readonly<Record<Language, Readonly<Record<RedactionGround, string>>>> = {
  "zh-CN": {
    "personal-data": "个人信息",
    "personal-safety": "人身安全",
    "business-secret": "商业秘密",
    "state-secret": "国家秘密",
    "court-order": "法院裁判",
  },
  en: {
    "personal-data": "personal data",
    "personal-safety": "personal safety",
    "business-secret": "business secret",
    "state-secret": "state secret",
    "court-order": "court order",
  },
};
