// A problem set right at the desk: its wording, or whose task it is.

import { amendProblem, LIMITS, mayAmend, mayCheck, moveProblem, UNDER_WAY } from "@yinuo/core";
import { problemDeskWords } from "../../words/problem-desk.ts";
import { seenVersion } from "../form.ts";
import type { Act } from "./acts.tsx";

export const amend: Act = {
  stages: [...UNDER_WAY, "declared"],
  may: mayAmend,
  verb: () => "problem.amended",
  start: ({ title, titleEn, place, detail, version }) => ({
    title,
    titleEn,
    place,
    detail,
    seenVersion: String(version),
  }),
  fields: (fields, lang, { form }) => {
    const words = problemDeskWords[lang];
    return (
      <>
        <input type="hidden" name="seenVersion" value={form.text("seenVersion")} />
        {fields.text("title", { hint: words.titleHint, required: true, maxlength: LIMITS.title })}
        {fields.text("place", { hint: words.placeHint, required: true, maxlength: LIMITS.name })}
        {fields.area("detail", { hint: words.detailHint, required: true, maxlength: LIMITS.text })}
        {fields.text("titleEn", { required: false, maxlength: LIMITS.title })}
        {fields.area("reason", { required: true, maxlength: LIMITS.reason })}
      </>
    );
  },
  decide: (problem, form, given) => {
    const text = (name: string) => form.text(name);
    const input = {
      title: text("title"),
      titleEn: text("titleEn"),
      place: text("place"),
      detail: text("detail"),
      reason: text("reason"),
      seenVersion: seenVersion(form),
    };
    return amendProblem(problem, input, given);
  },
};

export const move: Act = {
  stages: UNDER_WAY,
  may: mayCheck,
  verb: () => "problem.moved",
  start: ({ owner }) => ({ owner }),
  fields: (fields, lang, { bodies }) => (
    <>
      {fields.select("owner", bodies, { hint: problemDeskWords[lang].ownerHint })}
      {fields.area("reason", { required: true, maxlength: LIMITS.reason })}
    </>
  ),
  decide: (problem, form, given) =>
    moveProblem(problem, { owner: form.text("owner"), reason: form.text("reason") }, given),
};
