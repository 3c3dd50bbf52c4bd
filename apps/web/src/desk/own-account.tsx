// One's own account: what it is, its password and second step, and where it is signed in.

import { formatDay, todayIn } from "@yinuo/period";
import { endOtherSessions, endSession, sessionsOf, type Session } from "@yinuo/store";
import { choiceWords } from "@yinuo/words";
import type { Doors } from "../doors.ts";
import { localPath, type Lang } from "../lang.ts";
import { Button, Buttons, DataTable, Facts, Part, Title } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { ownAccountWords } from "../words/own-account.ts";
import { deskOf, type Desk } from "./context.ts";
import { readForm } from "./form.ts";
import { afterwards, deskPage } from "./frame.tsx";
import { keysOf, OwnKeys } from "./own-keys.tsx";

export const registerOwnAccount = (doors: Doors): void => {
  doors.open("GET /desk/account", page);
  doors.open("POST /desk/account/end-session", end);
};

const page = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const { lang, signedIn, nameOf } = desk;
  const words = ownAccountWords[lang];
  const { by, name, email } = signedIn;
  return deskPage(
    c,
    { title: words.title },
    <>
      <Title lang={lang} title={words.title} over={name} lead={words.lead} />
      <Facts
        facts={[
          { term: words.facts.email, value: email },
          { term: words.facts.role, value: choiceWords[lang].role[by.role] },
          ...(by.body === undefined ? [] : [{ term: words.facts.body, value: nameOf(by.body) }]),
        ]}
      />
      <Buttons>
        <Button href={localPath(lang, "/desk/account/password")}>{words.password.title}</Button>
      </Buttons>
      <SecondStep lang={lang} left={signedIn.secondStep ? await backupCodesLeft(c, by.account) : undefined} />
      <OwnKeys desk={desk} keys={await keysOf(desk)} />
      <Sessions desk={desk} sessions={await sessionsOf(c.get("deps").store.db, by.account)} />
    </>,
  );
};

/** `left`: backup codes not yet used; undefined while the second step is off. */
const SecondStep = ({ lang, left }: { readonly lang: Lang; readonly left: number | undefined }) => {
  const words = ownAccountWords[lang];
  const button = (path: string, text: string, main = false) => (
    <Button kind={main ? "main" : "plain"} href={localPath(lang, `/desk/account/${path}`)}>
      {text}
    </Button>
  );
  return (
    <Part title={words.secondStep.title}>
      <p>{left === undefined ? words.secondStep.off : words.secondStep.on(left)}</p>
      <Buttons>
        {left === undefined ? (
          button("second-step", words.secondStep.turnOn, true)
        ) : (
          <>
            {button("backup-codes", words.codes.renew)}
            {button("second-step/off", words.secondStep.turnOff)}
          </>
        )}
      </Buttons>
    </Part>
  );
};

const backupCodesLeft = async (c: Ctx, userId: string): Promise<number> => {
  const { backupCodes } = await c.get("deps").auth.api.viewBackupCodes({ body: { userId } });
  return backupCodes.length;
};

type SessionsProps = { readonly desk: Desk; readonly sessions: readonly Session[] };

const Sessions = ({ desk, sessions }: SessionsProps) => {
  const { lang, signedIn } = desk;
  const words = ownAccountWords[lang].sessions;
  const others = sessions.filter(({ id }) => id !== signedIn.sessionId);
  return (
    <Part title={words.title}>
      <SessionTable desk={desk} sessions={sessions} />
      {others.length < 2 ? null : <EndForm lang={lang} session="others" text={words.endOthers} />}
    </Part>
  );
};

const SessionTable = ({ desk, sessions }: SessionsProps) => {
  const { c, lang, signedIn } = desk;
  const words = ownAccountWords[lang].sessions;
  const day = (at: Date) => formatDay(todayIn(at, c.get("jurisdiction").timeZone), lang);
  return (
    <DataTable
      lang={lang}
      caption={words.title}
      captionHidden
      note={words.lead}
      columns={[
        { header: words.device },
        { header: words.since },
        { header: words.used },
        { header: words.end, bare: true },
      ]}
      rows={sessions.map(({ id, device, since, lastUsed }) => {
        const named = deviceText(lang, device);
        const isThis = id === signedIn.sessionId;
        return {
          cells: [
            isThis ? `${named}${words.here}` : named,
            day(since),
            day(lastUsed),
            isThis ? null : (
              <EndForm lang={lang} session={id} text={words.end} label={words.endNamed(named)} />
            ),
          ],
        };
      })}
    />
  );
};

type EndProps = {
  readonly lang: Lang;
  readonly session: string;
  readonly text: string;
  readonly label?: string;
};

const EndForm = ({ lang, session, text, label }: EndProps) => (
  <form method="post" action={localPath(lang, "/desk/account/end-session")}>
    <button type="submit" name="session" value={session} aria-label={label}>
      {text}
    </button>
  </form>
);

const deviceText = (lang: Lang, device: string | undefined): string => {
  const { sessions, browsers, systems } = ownAccountWords[lang];
  const [browser = "", system = ""] = (device ?? "").split("/");
  const [a, b] = [browsers[browser], systems[system]];
  return a === undefined || b === undefined ? sessions.unknown : sessions.on(a, b);
};

/** Signing oneself out elsewhere is no event of the ledger, as signing in and out is none. */
const end = async (c: Ctx): Promise<Response> => {
  const { signedIn } = await deskOf(c);
  const { account } = signedIn.by;
  const { db } = c.get("deps").store;
  const session = (await readForm(c)).text("session");
  if (session === "others") await endOtherSessions(db, { account, but: signedIn.sessionId });
  else if (session !== signedIn.sessionId) await endSession(db, { account, session });
  return afterwards(c, "/desk/account", "session.ended");
};
