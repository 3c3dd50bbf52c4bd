// The verifier as one file to keep: it loads nothing and sends nothing, and may be opened years later from a disk.

import { createHash } from "node:crypto";
import { html } from "hono/html";
import { verifyScript } from "../../islands.ts";
import type { Lang } from "../../lang.ts";
import type { Ctx } from "../../site.ts";
import { verifyWords } from "../../words/verify.ts";
import { notFound } from "../errors.tsx";
import { VerifierForm } from "./form.tsx";
import { keyOfLog, policyOfLog } from "./log-key.ts";

export const verifierFile = async (c: Ctx): Promise<Response> => {
  if (c.req.param("file") !== "yinuo-verify.html") return notFound(c);
  const lang = c.get("lang");
  const policy = await policyOfLog(c.get("deps"));
  const document = fileOf(lang, keyOfLog(policy), policy?.logs[0]?.key.name);
  c.header("content-disposition", 'attachment; filename="yinuo-verify.html"');
  c.header("cache-control", "no-cache");
  return c.html(document);
};

/** Its own policy names the one script by its digest, and allows no connection to anywhere. */
const fileOf = (lang: Lang, logKey: string | undefined, origin: string | undefined) => {
  const words = verifyWords[lang];
  const policy = `default-src 'none'; script-src '${digestOf(SCRIPT)}'; style-src '${digestOf(STYLE)}'`;
  return html`<!doctype html>${(
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="content-security-policy" content={policy} />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{words.title}</title>
          <style dangerouslySetInnerHTML={{ __html: STYLE }} />
        </head>
        <body>
          <main>
            <h1>{words.title}</h1>
            <p>{words.lead}</p>
            <VerifierForm lang={lang} logKey={logKey} />
            <p class="faint">
              {words.saved} {origin === undefined ? null : words.from(origin)}
            </p>
          </main>
          <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />
        </body>
      </html>
    )}`;
};

const digestOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** Nothing in it ends a script element. */
const SCRIPT = verifyScript.text.replaceAll("</", "<\\/");

const STYLE = `:root{color-scheme:light dark;font:1rem/1.6 system-ui,sans-serif}
body{margin:0 auto;max-width:46rem;padding:1rem}
h1{font-size:1.5rem;margin:0}
label{font-weight:700}
.field{margin-block:1rem}
.hint,.faint{opacity:.75}
input,textarea,button{font:inherit;max-width:100%}
textarea{box-sizing:border-box;width:100%;font-family:monospace}
button{padding:.5rem 1.5rem}
[hidden]{display:none}
#verdict:not(:empty){border-block:2px solid;margin-block:1rem;padding:.75rem 0}
#verdict .mk{float:inline-start;margin-inline-end:.5rem}
#verdict strong{display:block}
table{border-collapse:collapse;width:100%}
td:nth-child(2){white-space:nowrap}
caption{font-weight:700;text-align:start}
th,td{border-block-end:1px solid;overflow-wrap:anywhere;padding:.4rem .5rem .4rem 0;text-align:start;vertical-align:top}`;
