// Asking the API as a program does, and checking an answer against the schema the description promises.

import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import { answerSchema } from "../../src/api/openapi.ts";
import { ENDPOINTS, type ApiDoor } from "../../src/api/endpoints.ts";
import { SCHEMAS } from "../../src/api/schemas.ts";
import type { World } from "../pages/world.ts";

export type Json = Readonly<Record<string, unknown>>;
export type Rows = readonly Json[];

export const jsonOf = async (world: World, path: string): Promise<Json> => {
  const response = await world.get(path);
  assert.equal(response.status, 200, path);
  return (await response.json()) as Json;
};

export const rowsAt = (answer: Json, noun: string): Rows => {
  const rows = answer[noun];
  assert.ok(Array.isArray(rows), noun);
  return rows as Rows;
};

/** Every page of a list, by the links it gives. */
export const allPages = async (world: World, path: string, noun: string): Promise<Rows> => {
  const rows: Json[] = [];
  for (let next: unknown = path, pages = 0; typeof next === "string"; pages += 1) {
    assert.ok(pages < 500, "the pages do not end");
    const answer = await jsonOf(world, next);
    rows.push(...rowsAt(answer, noun));
    next = answer["next"];
  }
  return rows;
};

const days = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const moments = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text);

/** What is wrong with an answer, by the schema of its address. */
export const faultsOf = (door: ApiDoor, answer: unknown): readonly string[] => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { date: days, "date-time": moments } });
  const check = ajv.compile({ ...answerSchema(ENDPOINTS[door]), components: { schemas: SCHEMAS } });
  return check(answer) ? [] : (check.errors ?? []).map((fault) => `${fault.instancePath} ${fault.message}`);
};
