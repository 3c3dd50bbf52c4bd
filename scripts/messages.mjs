// What the commands say on the terminal: every sentence in Chinese and in English.

import process from "node:process";

/** @param {string} zh @param {string} en */
export const say = (zh, en) => process.stdout.write(`${zh}\n${en}\n`);

/** Says it on stderr and ends the process. @param {string} zh @param {string} en @returns {never} */
export const giveUp = (zh, en) => {
  process.stderr.write(`\n${zh}\n${en}\n`);
  process.exit(1);
};
