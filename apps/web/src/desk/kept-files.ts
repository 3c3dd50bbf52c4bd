// What stands for a file that was received, in a form that is shown again; nobody can write one for a file they did not send.

import { createHmac, timingSafeEqual } from "node:crypto";
import type { Stored } from "@yinuo/evidence";

export const keptText = (secret: string, stored: Stored): string => {
  const said = Buffer.from(JSON.stringify(stored)).toString("base64url");
  return `${said}.${sealOf(secret, said)}`;
};

export const readKept = (secret: string, texts: readonly string[]): readonly Stored[] =>
  texts.flatMap((text) => {
    const [said = "", seal = ""] = text.split(".");
    const [a, b] = [Buffer.from(seal), Buffer.from(sealOf(secret, said))];
    if (a.length !== b.length || !timingSafeEqual(a, b)) return [];
    return [JSON.parse(Buffer.from(said, "base64url").toString()) as Stored];
  });

const sealOf = (secret: string, said: string): string =>
  createHmac("sha256", secret).update("yinuo: kept file").update(said).digest("base64url");
