// What an account may do about one subject of a check besides looking: hand it on, open a problem from it, appeal, answer.

import {
  answersOpen,
  daysOf,
  mayAppeal,
  mayInspect,
  mayOrganise,
  type Check,
  type Finding,
  type Subject,
} from "@yinuo/core";
import { localPath } from "../../lang.ts";
import { queryString } from "../../pages/addresses.ts";
import type { Link } from "../../parts/index.ts";
import { checkDeskWords } from "../../words/check-desk.ts";
import { checkDesk } from "../addresses.ts";
import type { Desk } from "../context.ts";

type Props = {
  readonly desk: Desk;
  readonly check: Check;
  readonly subject: Subject;
  readonly finding: Finding | undefined;
};

export const SubjectActions = (props: Props) => {
  const links = linksOf(props);
  return links.length === 0 ? null : (
    <>
      {links.map(({ href, text }) => (
        <>
          <br />
          <a href={href}>{text}</a>
        </>
      ))}
    </>
  );
};

const linksOf = ({ desk, check, subject, finding }: Props): readonly Link[] => {
  const { c, lang, context } = desk;
  const words = checkDeskWords[lang];
  const to = (step: string) => checkDesk(lang, check.code, `/${subject.number}${step}`);
  if (finding === undefined)
    return check.stage === "running" && mayOrganise(check, context).ok
      ? [{ href: to("/reassign"), text: words.reassign.title }]
      : [];
  const inspects = mayInspect(subject, { by: context.by, acted: false }).ok;
  const appeals = mayAppeal(finding, { ...context, ...daysOf(c.get("jurisdiction")) }).ok;
  return [
    ...(appeals ? [{ href: to("/appeal"), text: words.appeal }] : []),
    ...(inspects && answersOpen(finding) ? [{ href: to("/answer"), text: words.answer }] : []),
    ...(inspects &&
    "commitment" in subject.key &&
    (finding.conclusion === "partly" || finding.conclusion === "notConfirmed")
      ? [
          {
            href: `${localPath(lang, "/desk/problems/new")}${queryString({ check: check.code, number: subject.number })}`,
            text: words.openProblem,
          },
        ]
      : []),
  ];
};
