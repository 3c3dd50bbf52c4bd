// One redaction at the desk: what would go and where it stands; agreed to or declined by another body than the one that asked.

import { decideRedaction, namesFile } from "@yinuo/core";
import { batchesCarrying } from "@yinuo/import";
import { formatDay } from "@yinuo/period";
import {
  closeRedaction,
  getRedaction,
  indicatorsByCode,
  removeDoomed,
  textOfRedaction,
  type Redaction,
} from "@yinuo/store";
import { choiceWords, refusalText } from "@yinuo/words";
import type { Child } from "hono/jsx";
import type { Doors } from "../../doors.ts";
import { localPath } from "../../lang.ts";
import { evidencePath, verifyPath } from "../../pages/addresses.ts";
import { notFound } from "../../pages/errors.tsx";
import { about } from "../../pages/history/entries.tsx";
import { titlesOf } from "../../pages/history/titles.ts";
import { namesOf } from "../../pages/names.ts";
import { redactedField } from "../../pages/redactions/field.ts";
import { Button, Buttons, Facts, figure, Notice, Part, Title, typed } from "../../parts/index.ts";
import type { Ctx } from "../../site.ts";
import { redactionWords } from "../../words/redactions.ts";
import { deskOf, type Desk } from "../context.ts";
import { readForm } from "../form.ts";
import { afterwards, deskPage } from "../frame.tsx";
import { refused } from "../refused.tsx";

export const registerDeciding = ({ open }: Doors): void => {
  open("GET /desk/redactions/:id", async (c) => {
    const redaction = await redactionOf(c);
    return redaction === undefined ? notFound(c) : page(await deskOf(c), redaction, 200);
  });
  open("POST /desk/redactions/:id", decide);
};

const redactionOf = async (c: Ctx): Promise<Redaction | undefined> => {
  const id = c.req.param("id") ?? "";
  return /^\d{1,15}$/.test(id) ? getRedaction(c.get("deps").store.db, Number(id)) : undefined;
};

const decide = async (c: Ctx): Promise<Response> => {
  const redaction = await redactionOf(c);
  if (redaction === undefined) return notFound(c);
  const desk = await deskOf(c);
  const decision = (await readForm(c)).text("decision");
  // No button was pressed: nothing is destroyed by a guess.
  if (decision !== "agree" && decision !== "decline") return page(desk, redaction, 422);
  const agreed = decision === "agree";
  const { store, files } = c.get("deps");
  const done = await closeRedaction(
    store.db,
    { id: redaction.id, agreed, batches: agreed ? await spreadsheetsWith(c, redaction) : [] },
    desk.context,
  );
  if (done.ok && agreed) await removeDoomed(store.db, files);
  const verb = agreed ? "redaction.made" : "redaction.refused";
  if (done.ok) return afterwards(c, `/desk/redactions/${redaction.id}`, verb);
  return refused(desk, [done.error], { place: redaction.place, attempted: verb }, async () =>
    page(desk, (await redactionOf(c)) ?? redaction, 422),
  );
};

/** Looked for only where the decision will be taken, since it reads every file that was ever brought in. */
const spreadsheetsWith = async (c: Ctx, redaction: Redaction): Promise<readonly string[]> => {
  const { store, files } = c.get("deps");
  if (namesFile(redaction.field)) return [];
  const { text } = await textOfRedaction(store.db, redaction.id);
  return text === undefined ? [] : batchesCarrying(store.db, files, text);
};

const page = async (desk: Desk, redaction: Redaction, status: 200 | 422): Promise<Response> => {
  const { c, lang } = desk;
  const words = redactionWords[lang].desk;
  const { db } = c.get("deps").store;
  const [{ text, stands, file }, indicators] = await Promise.all([
    textOfRedaction(db, redaction.id),
    indicatorsByCode(db),
  ]);
  const nameOf = namesOf([...desk.bodies, ...indicators.values()], lang);
  const titleOf = await titlesOf(db, [redaction.place], lang);
  return deskPage(
    c,
    {
      title: words.deciding,
      section: "redactions",
      trail: [{ href: localPath(lang, "/desk/redactions"), text: words.section }],
      status,
    },
    <>
      <Title title={words.deciding} />
      {status === 422 && redaction.state !== "proposed" ? (
        <Notice lang={lang} kind="refusal" title={words.gone} />
      ) : null}
      <RedactionFacts
        desk={desk}
        redaction={redaction}
        about={about(redaction.place, { lang, nameOf }, titleOf)}
      />
      <Part title={words.text} id="text">
        {text === undefined ? (
          <p>{words.goneText}</p>
        ) : file === undefined ? (
          <p>{typed(lang, text)}</p>
        ) : (
          <p>
            <a href={evidencePath(file)}>{typed(lang, file.caption)}</a> {typed(lang, file.fileName)}
            <br />
            {words.fileNote}
          </p>
        )}
      </Part>
      {redaction.state === "proposed" ? (
        <Deciding desk={desk} redaction={redaction} stands={stands.length} />
      ) : null}
    </>,
  );
};

type Shown = { readonly desk: Desk; readonly redaction: Redaction };

const RedactionFacts = ({ desk, redaction, about: record }: Shown & { readonly about: Child }) => {
  const { lang, nameOf } = desk;
  const words = redactionWords[lang];
  const { target, field, ground, state, proposedBy, proposedOn, decidedBy, decidedOn } = redaction;
  return (
    <Facts
      facts={[
        { term: words.columns.about, value: record },
        {
          term: words.columns.what,
          value: (
            <>
              {redactedField(lang, field)}{" "}
              <a href={verifyPath(lang, target)}>{words.entry(figure(target, lang))}</a>
            </>
          ),
        },
        { term: words.columns.ground, value: choiceWords[lang].redactionGround[ground] },
        {
          term: words.columns.bodies,
          value: words.desk.by(nameOf(proposedBy), formatDay(proposedOn, lang)),
          ...(decidedBy === undefined || decidedOn === undefined
            ? {}
            : { note: words.desk.decided(nameOf(decidedBy), formatDay(decidedOn, lang)) }),
        },
        { term: words.desk.filters.state, value: choiceWords[lang].redactionState[state] },
      ]}
    />
  );
};

/** What the decision says before anybody presses: who may not is told why. */
const Deciding = ({ desk, redaction, stands }: Shown & { readonly stands: number }) => {
  const { lang, context, nameOf } = desk;
  const words = redactionWords[lang].desk;
  const may = decideRedaction(redaction, context);
  if (!may.ok) {
    const { error } = may;
    const why =
      error.code === "ownWork"
        ? words.own
        : context.by.body === undefined
          ? words.noBody
          : refusalText(lang, error, nameOf);
    return <Notice lang={lang} kind="note" title={why} />;
  }
  return (
    <form method="post" action={localPath(lang, `/desk/redactions/${redaction.id}`)}>
      <p>{words.stands(figure(stands, lang))}</p>
      <p class="faint">{words.copies}</p>
      <Buttons>
        <Button kind="main" name="decision" value="agree">
          {words.approve}
        </Button>
        <Button name="decision" value="decline">
          {words.refuse}
        </Button>
      </Buttons>
    </form>
  );
};
