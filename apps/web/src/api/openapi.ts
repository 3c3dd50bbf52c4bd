// The API as an OpenAPI 3.1 document, made from the description that the addresses themselves are opened from.

import type { Jurisdiction } from "@yinuo/core";
import { codesOf, ENDPOINTS, pathOf, type ApiDoor, type Endpoint } from "./endpoints.ts";
import examples from "./examples.json" with { type: "json" };
import { PARAMETERS, type ParameterName } from "./parameters.ts";
import { listOf, objectOf, SCHEMAS, schemaRef, type Schema } from "./schemas.ts";

export const describeApi = (jurisdiction: Jurisdiction, origin: string): object => ({
  openapi: "3.1.1",
  info: {
    title: `${jurisdiction.nameEn ?? jurisdiction.name}: promise ledger`,
    summary: "Read what public bodies promised, and what became of it.",
    description: ABOUT,
    version: "0.1.0",
    ...licenceOf(jurisdiction),
  },
  servers: [{ url: origin === "" ? "/" : origin }],
  paths: Object.fromEntries(doors().map((door) => [templated(door), { get: operation(door) }])),
  components: {
    schemas: SCHEMAS,
    parameters: Object.fromEntries(Object.entries(PARAMETERS).map(([name]) => [name, parameter(name)])),
    responses: {
      NotUnderstood: problem("A parameter that is not known or cannot be read"),
      NotFound: problem("It does not exist, or was never published"),
      Unchanged: { description: "The answer is still the one with the ETag that was sent" },
    },
  },
});

const ABOUT = `Everything public, nothing else: no drafts, no accounts. No key is needed, and any site may read it (CORS).
Keys are those of the open-data files. Absent and unknown are null, never 0; completion is in per cent.
Every answer has an ETag: send it in If-None-Match, and an unchanged answer is a 304 without a body.
Lists come in pages; follow \`next\` (also in the Link header) until it is null.`;

export const doors = (): readonly ApiDoor[] => Object.keys(ENDPOINTS) as ApiDoor[];

export const templated = (door: ApiDoor): string => pathOf(door).replaceAll(/:([a-z]+)/g, "{$1}");

const licenceOf = ({ licence, licenceUrl }: Jurisdiction) =>
  licence === undefined
    ? {}
    : { license: { name: licence, ...(licenceUrl === undefined ? {} : { url: licenceUrl }) } };

const operation = (door: ApiDoor) => {
  const endpoint: Endpoint = ENDPOINTS[door];
  const codes = codesOf(door);
  return {
    operationId: endpoint.id,
    summary: endpoint.en,
    parameters: [
      ...codes.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
      ...endpoint.asks.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    responses: {
      200: {
        description: endpoint.en,
        headers: { ETag: { description: "The state of the answer", schema: { type: "string" } } },
        content: { "application/json": { schema: answerSchema(endpoint), ...exampleOf(door) } },
      },
      304: { $ref: "#/components/responses/Unchanged" },
      400: { $ref: "#/components/responses/NotUnderstood" },
      ...(codes.length === 0 ? {} : { 404: { $ref: "#/components/responses/NotFound" } }),
    },
  };
};

type Example = { readonly path: string; readonly answer: unknown };

/** One real answer for each address; a test asks again and compares. */
export const EXAMPLES: Readonly<Partial<Record<ApiDoor, Example>>> = examples;

const exampleOf = (door: ApiDoor): { example?: unknown } => {
  const example = EXAMPLES[door];
  return example === undefined ? {} : { example: example.answer };
};

const about: Readonly<Record<string, Schema>> = {
  asOf: { type: "string", format: "date", description: "The day the answer holds for" },
  sample: { type: "boolean", description: "Invented data" },
};

const next: Schema = { type: ["string", "null"], description: "Address of the next page" };

export const answerSchema = ({ answers }: Endpoint): Schema => {
  if ("one" in answers) {
    const schema: Schema & { properties?: Readonly<Record<string, Schema>> } = SCHEMAS[answers.one];
    const plain = answers.one === "Index" || answers.one === "Description" || answers.one === "Jurisdiction";
    return plain ? schemaRef(answers.one) : objectOf({ ...about, ...schema.properties });
  }
  const { many, noun, paged } = answers;
  const whole: Schema = { type: "integer", minimum: 0 };
  const counted = paged === "page" ? { total: whole, page: whole } : {};
  return objectOf({ ...about, ...counted, per: whole, next, [noun]: listOf(schemaRef(many)) });
};

const parameter = (name: string) => {
  const { description, schema } = PARAMETERS[name as ParameterName];
  return { name, in: "query", required: false, description, schema };
};

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: schemaRef("Problem") } },
});
