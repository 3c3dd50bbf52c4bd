// The public key that the log names itself by, as its policy has it.

import { formatVerifierKey, parsePolicy, type Policy } from "@yinuo/transparency-log";
import type { Deps } from "../../site.ts";

/** `undefined` before the first start of the log. */
export const policyOfLog = async ({ logFolder }: Deps): Promise<Policy | undefined> => {
  const bytes = await logFolder.read("policy");
  const policy = bytes === undefined ? undefined : parsePolicy(bytes);
  return policy?.ok === true ? policy.value : undefined;
};

export const keyOfLog = (policy: Policy | undefined): string | undefined => {
  const [log] = policy?.logs ?? [];
  return log === undefined ? undefined : formatVerifierKey(log.key);
};
