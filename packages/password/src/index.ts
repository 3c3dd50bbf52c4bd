// Passwords: how long, in which form, how easily guessed; and those that are made for somebody else.

export { checkPassword, type PasswordRefusal, type Weakness } from "./check.ts";
export { lengthOf, normalPassword, PASSWORD } from "./form.ts";
export { oneTimePassword, oneTimeUntil } from "./one-time.ts";
