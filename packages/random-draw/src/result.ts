// What can be refused is a value: either what was made, or why not.

export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const made = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <const E>(error: E): { readonly ok: false; readonly error: E } => ({
  ok: false,
  error,
});
