// What the operator reads in the console once the ledger is open, in Chinese and English.

import type { Config } from "./config.ts";
import { accountWords } from "./words/accounts.ts";

export type SignIn = { readonly email: string; readonly password: string; readonly role: string };

type Welcome = {
  readonly config: Config;
  readonly port: number;
  /** Only of sample data; their password is public. */
  readonly sample: readonly SignIn[] | undefined;
  /** While nothing is set up. */
  readonly setUpCode: string | undefined;
};

export const printWelcome = (welcome: Welcome): void => {
  process.stdout.write(`\n${welcomeText(welcome)}\n`);
};

export const welcomeText = ({ config, port, sample, setUpCode }: Welcome): string =>
  (["zh-CN", "en"] as const)
    .map((lang) => {
      const words = accountWords[lang].welcome;
      const root = addressOf(config, port);
      const here = lang === "en" ? `${root}/en` : `${root}/`;
      const lines = [`${words.open} ${here}`];
      if (setUpCode !== undefined)
        lines.push(words.setUp, `  ${here.replace(/\/$/, "")}/setup`, `  ${words.setUpCode} ${setUpCode}`);
      if (sample !== undefined && sample.length > 0)
        lines.push(
          words.samples,
          ...sample.map(
            ({ email, password, role }) => `  ${email}  ${words.password} ${password}  (${role})`,
          ),
        );
      return [...lines, words.stop, ""].join("\n");
    })
    .join("\n");

const addressOf = (config: Config, port: number): string => {
  const [origin] = config.origins;
  if (origin !== undefined) return origin;
  const everywhere = config.host === "0.0.0.0" || config.host === "::";
  const host = everywhere ? "localhost" : config.host.includes(":") ? `[${config.host}]` : config.host;
  return `http://${host}:${port}`;
};
