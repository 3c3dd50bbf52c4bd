// The data package keeps to the rules of the standard, and each of its files is what it says it is.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { openSpreadsheet } from "@yinuo/spreadsheet/open";
import { NOUNS } from "@yinuo/tables";
import { Ajv } from "ajv";
import { redactAboutOf } from "./redacted.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
before(async () => {
  world = await openWorld({ origins: "https://ledger.example.gov" });
  await redactAboutOf(world, "court");
});
after(() => world.close());

type Field = {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly bareNumber?: boolean;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] };
};
type Foreign = {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
};
type Resource = {
  readonly name: string;
  readonly path: string;
  readonly [more: string]: unknown;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly Foreign[];
  };
};
type Package = { readonly resources: readonly Resource[]; readonly [more: string]: unknown };

const PATHS = ["/data/datapackage.json", "/en/data/datapackage.json"];
const packageAt = async (path: string): Promise<Package> => (await (await world.get(path)).json()) as Package;

/** datapackage.org/standard (2.0) and specs.frictionlessdata.io (1.0): what must and must not be. */
const faultsOf = (found: Package): readonly string[] => {
  const faults: string[] = [];
  const must = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  const isUrl = (text: unknown): boolean => typeof text === "string" && /^https?:\/\/[^/]+/.test(text);
  const isName = (text: unknown): boolean => typeof text === "string" && /^[-a-z0-9._/]+$/.test(text);
  must(isName(found["name"]), "name");
  must(found["$schema"] === "https://datapackage.org/profiles/2.0/datapackage.json", "$schema");
  must(!Number.isNaN(Date.parse(String(found["created"]))), "created");
  must(isUrl(found["homepage"]), "homepage");
  for (const licence of found["licenses"] as Record<string, string>[])
    must(/^[-a-zA-Z0-9._]+$/.test(licence["name"] ?? "") || isUrl(licence["path"]), "licence");
  for (const one of found["contributors"] as Record<string, unknown>[])
    must(typeof one["title"] === "string" && Array.isArray(one["roles"]), "contributor");
  must(found.resources.length > 0, "resources");
  must(new Set(found.resources.map(({ name }) => name)).size === found.resources.length, "names twice");
  for (const resource of found.resources) faults.push(...faultsOfResource(resource, found, isName, isUrl));
  return faults;
};

const TYPES = ["string", "number", "integer", "boolean", "date"];

const faultsOfResource = (
  { name, path, schema, ...more }: Resource,
  { resources }: Package,
  isName: (text: unknown) => boolean,
  isUrl: (text: unknown) => boolean,
): readonly string[] => {
  const names = schema.fields.map((field) => field.name);
  const keys = [schema.primaryKey ?? [], ...(schema.foreignKeys ?? []).map(({ fields }) => fields)].flat();
  const there = (schema.foreignKeys ?? []).every(({ reference }) =>
    reference.fields.every((field) =>
      resources
        .find((one) => one.name === reference.resource)
        ?.schema.fields.some((one) => one.name === field),
    ),
  );
  return Object.entries({
    name: isName(name),
    // A path that starts with / or leaves the folder is forbidden.
    path: isUrl(path),
    table: more["type"] === "table" && more["format"] === "csv" && more["encoding"] === "utf-8",
    once: new Set(names).size === names.length,
    types: schema.fields.every(({ type }) => TYPES.includes(type)),
    notes: schema.fields.every(({ title, description }) => title !== "" && description !== ""),
    keys: keys.every((key) => names.includes(key)),
    foreign: there,
  }).flatMap(([rule, holds]) => (holds ? [] : [`${name}: ${rule}`]));
};

const tableOf = async (resource: Resource): Promise<readonly (readonly string[])[]> => {
  const response = await world.get(resource.path.replace("https://ledger.example.gov", ""));
  assert.equal(response.status, 200, resource.path);
  assert.match(response.headers.get("content-type") ?? "", /^text\/csv/);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const read = openSpreadsheet(bytes, `${resource.name}.csv`);
  assert.ok(read.ok);
  const width = read.value.columns.length;
  return [
    read.value.columns.map(({ header }) => header),
    ...read.value.rows.map(({ cells }) => Array.from({ length: width }, (_, at) => cells[at]?.text ?? "")),
  ];
};

const fits = (text: string, { type, bareNumber, trueValues, falseValues, constraints }: Field): boolean => {
  if (text === "") return constraints?.required !== true;
  if (constraints?.enum !== undefined) return constraints.enum.includes(text);
  if (type === "date") return /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (type === "boolean") return [...(trueValues ?? []), ...(falseValues ?? [])].includes(text);
  if (type === "number") return Number.isFinite(Number(bareNumber === false ? text.replace("%", "") : text));
  return true;
};

/** profiles/2.0/datapackage.json of github.com/frictionlessdata/datapackage, as published there into the public domain. */
const profile = JSON.parse(
  readFileSync(new URL("datapackage-profile.json", import.meta.url), "utf8"),
) as Record<string, unknown>;
// Its formats are hints for editors of forms; addresses and names are checked below.
const isValid = new Ajv({ strict: false, validateFormats: false }).compile(profile);

for (const path of PATHS)
  describe(`the data package at ${path}`, () => {
    it("is valid by the standard's own profile", async () => {
      const found = await packageAt(path);
      assert.ok(isValid(found), JSON.stringify(isValid.errors));
      assert.ok(!isValid({ ...found, resources: [] }), "a profile that takes anything protects nothing");
      assert.ok(!isValid({ ...found, licenses: [{}] }));
    });

    it("keeps to the rules that the profile leaves out", async () => {
      assert.deepEqual(faultsOf(await packageAt(path)), []);
    });

    it("has a file for every table, with licence and a title in both languages", async () => {
      const found = await packageAt(path);
      assert.deepEqual(
        found.resources.map(({ name }) => name),
        NOUNS,
      );
      assert.equal(found["title"], "示例县承诺台账 / Sample County promise ledger");
      assert.deepEqual(found["licenses"], [
        {
          name: "CC-BY-4.0",
          path: "https://creativecommons.org/licenses/by/4.0/",
          title: "CC BY 4.0",
        },
      ]);
    });

    it("names the columns of each file as they stand in it, and every value is of its type", async () => {
      for (const resource of (await packageAt(path)).resources) {
        const [headers, ...rows] = await tableOf(resource);
        const { fields } = resource.schema;
        assert.deepEqual(
          headers,
          fields.map(({ name }) => name),
        );
        assert.ok(rows.length > 0);
        for (const row of rows)
          for (const [at, field] of fields.entries())
            assert.ok(fits(row[at] ?? "", field), `${resource.name} ${field.name}: ${row[at]}`);
      }
    });

    it("has keys that name one row each, and references that lead to one", async () => {
      const { resources } = await packageAt(path);
      const tables = new Map<string, readonly (readonly string[])[]>();
      for (const resource of resources) tables.set(resource.name, await tableOf(resource));
      const valuesOf = (name: string, wanted: readonly string[]): readonly string[] => {
        const [headers = [], ...rows] = tables.get(name) ?? [];
        return rows.map((row) => wanted.map((one) => row[headers.indexOf(one)]).join("|"));
      };
      for (const { name, schema } of resources) {
        if (schema.primaryKey !== undefined) {
          const keys = valuesOf(name, schema.primaryKey);
          assert.equal(new Set(keys).size, keys.length, name);
        }
        for (const { fields, reference } of schema.foreignKeys ?? []) {
          const known = new Set(valuesOf(reference.resource, reference.fields));
          for (const value of valuesOf(name, fields)) assert.ok(known.has(value), `${name}: ${value}`);
        }
      }
    });
  });

describe("the rules of the standard", () => {
  it("would find a path that leaves the folder, and a key that is no column", async () => {
    const found = await packageAt("/data/datapackage.json");
    const [first, ...rest] = found.resources;
    assert.ok(first);
    const wrong = { ...first, path: "../x.csv", schema: { ...first.schema, primaryKey: ["none"] } };
    assert.deepEqual(faultsOf({ ...found, resources: [wrong, ...rest] }), [
      "commitments: path",
      "commitments: keys",
    ]);
  });

  it("are kept where no address was named: the one asked for is used, and not kept for others", async (t) => {
    const other = await openWorld();
    t.after(() => other.close());
    const response = await other.get("/data/datapackage.json");
    assert.match(response.headers.get("cache-control") ?? "", /no-store/);
    const { resources } = (await response.json()) as Package;
    assert.equal(resources[0]?.path, "http://ledger.test/commitments/download/csv");
  });
});
