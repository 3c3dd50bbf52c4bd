// One check at the desk: how it stands, its list with what is still to be looked at, and what the account may do about it.

import {
  isMissed,
  mayInspect,
  mayOrganise,
  MOST_SUBJECTS,
  type Check,
  type Finding,
  type Subject,
} from "@yinuo/core";
import { listFindings, withinFrame } from "@yinuo/store";
import type { Doors } from "../../doors.ts";
import { inLang } from "../../lang.ts";
import { checkPath, findingPath } from "../../pages/addresses.ts";
import { Checklist, Sums } from "../../pages/checks/page.tsx";
import { CheckFacts, CheckStanding, SubjectTable } from "../../pages/checks/parts.tsx";
import { notFound } from "../../pages/errors.tsx";
import { Button, Buttons, Notice, Part, Title } from "../../parts/index.ts";
import { checkDeskWords } from "../../words/check-desk.ts";
import { checksWords } from "../../words/checks.ts";
import { checkDesk } from "../addresses.ts";
import { deskOf, type Desk } from "../context.ts";
import { deskPage } from "../frame.tsx";
import { SubjectActions } from "./actions.tsx";
import { registerAppeals } from "./appeal.tsx";
import { registerCourse } from "./course.tsx";
import { registerFinding } from "./finding.tsx";
import { deskChecks } from "./list.tsx";
import { registerNewCheck } from "./new.tsx";
import { checkOf, listTrail } from "./trail.ts";

export const registerChecks = (doors: Doors): void => {
  const { open } = doors;
  open("GET /desk/checks", deskChecks);
  // Before the addresses of single checks.
  registerNewCheck(doors);
  open("GET /desk/checks/:code", async (c) => {
    const check = await checkOf(c);
    return check === undefined ? notFound(c) : page(await deskOf(c), check);
  });
  // Before the addresses of single subjects.
  registerCourse(doors);
  registerFinding(doors);
  registerAppeals(doors);
};

const page = async (desk: Desk, check: Check): Promise<Response> => {
  const { c, lang, context, nameOf } = desk;
  const { db } = c.get("deps").store;
  const { findings } = await listFindings(db, {
    check: check.code,
    sort: "number",
    limit: MOST_SUBJECTS,
    offset: 0,
  });
  const found = new Map(findings.map(({ finding }) => [finding.number, finding]));
  const seen = { lang, check, nameOf, today: context.today };
  return deskPage(
    c,
    { title: inLang(lang, check.title, check.titleEn), section: "checks", trail: listTrail(lang) },
    <>
      <Title
        lang={lang}
        over={`${check.code} · ${nameOf(check.body)}`}
        title={inLang(lang, check.title, check.titleEn)}
      />
      <CheckStanding {...seen} />
      <Sums {...seen} found={found} />
      {await Course({ desk, check })}
      <p>
        <a href={checkPath(lang, check.code)}>{checkDeskWords[lang].public}</a>
      </p>
      <Subjects desk={desk} check={check} found={found} />
      <Checklist lang={lang} check={check} />
      <CheckFacts {...seen} />
    </>,
  );
};

type SubjectsProps = CourseProps & { readonly found: ReadonlyMap<number, Finding> };

const Subjects = ({ desk, check, found }: SubjectsProps) => {
  const { lang, context, nameOf } = desk;
  if (check.subjects.length === 0) return null;
  return (
    <Part id="subjects" title={checksWords[lang].subjects}>
      <SubjectTable
        {...{ lang, check, nameOf, today: context.today }}
        findings={found}
        pathOf={(subject) =>
          mayLook(desk, subject)
            ? checkDesk(lang, check.code, `/${subject.number}`)
            : findingPath(lang, check.code, subject.number)
        }
        actionOf={(subject) => (
          <SubjectActions desk={desk} check={check} subject={subject} finding={found.get(subject.number)} />
        )}
      />
    </Part>
  );
};

/** Whether the account may record or revise; those who once acted for the owner are told when they try. */
const mayLook = ({ context: { by } }: Desk, subject: Subject): boolean => {
  const body = mayInspect(subject, { by, acted: false });
  return body.ok && body.value === subject.inspector;
};

type CourseProps = { readonly desk: Desk; readonly check: Check };

/** What comes next: it is opened, finished, or called off by the body that organises it. */
const Course = async ({ desk, check }: CourseProps) => {
  const { c, lang, context } = desk;
  const words = checkDeskWords[lang];
  if (!mayOrganise(check, context).ok || (check.stage !== "planned" && check.stage !== "running"))
    return null;
  const callOff = <Button href={checkDesk(lang, check.code, "/call-off")}>{words.callOff.title}</Button>;
  if (check.stage === "running")
    return (
      <Buttons>
        <Button
          kind={isMissed(check, context.today) ? "main" : undefined}
          href={checkDesk(lang, check.code, "/finish")}
        >
          {words.finish.title}
        </Button>
        {callOff}
      </Buttons>
    );
  const within = await withinFrame(c.get("deps").store.db, check, context);
  const ready = within.length > 0 && within.length <= MOST_SUBJECTS;
  return (
    <>
      {ready ? (
        <p>{words.openLead(within.length)}</p>
      ) : (
        <Notice
          lang={lang}
          kind="warning"
          title={within.length === 0 ? words.openNone : words.openMany(MOST_SUBJECTS)}
        />
      )}
      <form method="post" action={checkDesk(lang, check.code, "/open")}>
        <Buttons>
          {ready ? <Button kind="main">{words.open}</Button> : null}
          {callOff}
        </Buttons>
      </form>
    </>
  );
};
