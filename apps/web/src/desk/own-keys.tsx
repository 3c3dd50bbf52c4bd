// The keys one signs with: how they stand for this session, giving them on to a colleague, and replacing them.

import { inLang, localPath } from "../lang.ts";
import {
  giveKeys,
  holdingsOf,
  rotateKeys,
  waitingFor,
  type Holding,
  type Opened,
  type Signatory,
  type WaitingAccount,
} from "@yinuo/store/keys";
import type { Doors } from "../doors.ts";
import { Button, Buttons, DataTable, Facts, Notice, Part, typed } from "../parts/index.ts";
import type { Ctx } from "../site.ts";
import { keyWords } from "../words/keys.ts";
import { deskOf, type Desk } from "./context.ts";
import { readForm } from "./form.ts";
import { afterwards } from "./frame.tsx";
import { keyOfSession } from "./session-key.ts";

export const registerOwnKeys = (doors: Doors): void => {
  doors.open("POST /desk/account/give-key", give);
  doors.open("POST /desk/account/rotate-key", rotate);
};

type Known = {
  readonly opened: Opened | undefined;
  readonly holdings: readonly Holding[];
  readonly waiting: readonly WaitingAccount[];
};

/** Who speaks for nobody has no keys, and none of this is shown. */
export const keysOf = async ({ c, signedIn }: Desk): Promise<Known> => {
  const { db } = c.get("deps").store;
  const { account } = signedIn.by;
  const [opened, holdings, waiting] = await Promise.all([
    keyOfSession(c, signedIn),
    holdingsOf(db, account),
    waitingFor(db, account),
  ]);
  return { opened, holdings, waiting };
};

type KeysProps = { readonly desk: Desk; readonly keys: Known };

export const OwnKeys = ({ desk, keys }: KeysProps) => {
  const { lang } = desk;
  const { opened, holdings, waiting } = keys;
  const words = keyWords[lang];
  if (holdings.length === 0) return null;
  const signs = opened !== undefined && holdings.some(({ sealed }) => sealed !== null);
  return (
    <Part title={words.title} id="keys">
      <p>{words.lead}</p>
      <Facts
        facts={holdings.map((holding) => ({
          term: nameOf(desk, holding.body),
          value: stateOf(words, holding, opened),
        }))}
      />
      {signs ? <Waiting desk={desk} waiting={waiting} /> : null}
      {signs ? (
        <form method="post" action={localPath(lang, "/desk/account/rotate-key")}>
          <p>{words.rotateHelp}</p>
          <Buttons>
            <Button>{words.rotate}</Button>
          </Buttons>
        </form>
      ) : null}
    </Part>
  );
};

const nameOf = ({ c, lang, nameOf: named }: Desk, body: Signatory): string => {
  const { name, nameEn } = c.get("jurisdiction");
  return body === null ? inLang(lang, name, nameEn) : named(body);
};

type Words = (typeof keyWords)["zh-CN"];

const stateOf = (words: Words, { id, sealed }: Holding, opened: Opened | undefined): string => {
  if (opened === undefined) return words.unopened;
  if (id === null) return words.missing;
  return sealed === null ? words.waits : words.signs;
};

const Waiting = ({ desk, waiting }: { readonly desk: Desk; readonly waiting: Known["waiting"] }) => {
  const { lang } = desk;
  const words = keyWords[lang];
  if (waiting.length === 0) return null;
  return (
    <DataTable
      lang={lang}
      caption={words.waitingTitle}
      note={words.waitingLead}
      columns={[{ header: words.account }, { header: words.body }, { header: words.action, bare: true }]}
      rows={waiting.map(({ id, name, email, body }) => ({
        cells: [
          <>
            {typed(lang, name)} <small>{email}</small>
          </>,
          nameOf(desk, body),
          <form method="post" action={localPath(lang, "/desk/account/give-key")}>
            <button type="submit" name="account" value={id} aria-label={words.giveTo(name)}>
              {words.give}
            </button>
          </form>,
        ],
      }))}
    />
  );
};

/** On the desk's first page: somebody waits for a key of mine, or I for one. */
export const keyNotice = async (desk: Desk) => {
  const { lang } = desk;
  const words = keyWords[lang];
  const { opened, holdings, waiting } = await keysOf(desk);
  const unsigned = holdings.some(({ sealed }) => sealed === null || opened === undefined);
  const title = unsigned ? words.noticeWaits : waiting.length > 0 ? words.noticeWaiting : undefined;
  if (title === undefined) return null;
  return (
    <Notice lang={lang} kind="note" title={title}>
      <a href={`${localPath(lang, "/desk/account")}#keys`}>{words.noticeLink}</a>
    </Notice>
  );
};

const give = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const opened = await keyOfSession(c, desk.signedIn);
  const to = (await readForm(c)).text("account");
  const { db } = c.get("deps").store;
  // Pressed twice, or closed meanwhile: the page says how it stands.
  const done = opened !== undefined && (await giveKeys(db, { opened, to }, desk.context)).ok;
  return done
    ? afterwards(c, "/desk/account", "account.key-given")
    : c.redirect(localPath(desk.lang, "/desk/account"), 303);
};

const rotate = async (c: Ctx): Promise<Response> => {
  const desk = await deskOf(c);
  const opened = await keyOfSession(c, desk.signedIn);
  if (opened === undefined) return c.redirect(localPath(desk.lang, "/desk/account"), 303);
  await rotateKeys(c.get("deps").store.db, opened, desk.context);
  return afterwards(c, "/desk/account", "key.rotated");
};
