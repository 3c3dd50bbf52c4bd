// The read API: the public ledger as JSON, at addresses that have no language.

import type { Doors } from "../doors.ts";
import type { Ctx } from "../site.ts";
import { answer, preflight } from "./answer.ts";
import { commitmentList, oneCommitment } from "./commitments.ts";
import { ENDPOINTS, type ApiDoor } from "./endpoints.ts";
import { bodyList, indicatorList, oneBody, oneIndicator, oneProgramme, programmeList } from "./lists.ts";
import { describeApi, doors, templated } from "./openapi.ts";
import { readAsked, type Asked } from "./parameters.ts";
import { drawList, oneDraw } from "./draws.ts";
import { checkList, findingList, oneCheck } from "./checks.ts";
import { notAsked } from "./problem.ts";
import { oneProblem, problemList } from "./problems.ts";
import { owedList } from "./silence.ts";
import { historyList, observationList } from "./series.ts";

export {
  apiFailed,
  apiMethod,
  apiRefused,
  apiTooLarge,
  apiUnavailable,
  noSuch,
  notSetUp,
  RETRY_AFTER,
} from "./problem.ts";

export const isApi = (path: string): boolean => path === "/api" || path.startsWith("/api/");

type Answering = (c: Ctx, asked: Asked) => Response | Promise<Response>;

export const registerApi = ({ open }: Doors): void => {
  for (const door of doors()) open(door, asking(door));
  open("OPTIONS /api/*", preflight);
};

/** Nothing is answered before every parameter is understood. */
const asking =
  (door: ApiDoor) =>
  async (c: Ctx): Promise<Response> => {
    const asked = readAsked(c, ENDPOINTS[door].asks);
    return asked.ok ? HANDLERS[door](c, asked.value) : notAsked(c, asked.error);
  };

const index: Answering = (c) => {
  const { name, nameEn } = c.get("jurisdiction");
  const addresses = doors().map((door) => ({
    href: templated(door),
    templated: door.includes(":"),
    title: ENDPOINTS[door].zh,
    titleEn: ENDPOINTS[door].en,
  }));
  return answer(c, {
    name,
    nameEn: nameEn ?? name,
    openapi: "/api/openapi.json",
    data: "/data/datapackage.json",
    addresses,
  });
};

const description: Answering = (c) =>
  answer(c, describeApi(c.get("jurisdiction"), c.get("deps").config.origins[0] ?? ""));

const jurisdiction: Answering = (c) => {
  const { nameEn, licence, licenceUrl, contact, ...rest } = c.get("jurisdiction");
  return answer(c, {
    ...rest,
    nameEn: nameEn ?? null,
    licence: licence ?? null,
    licenceUrl: licenceUrl ?? null,
    contact: contact ?? null,
    asOf: c.get("today"),
  });
};

const HANDLERS: Readonly<Record<ApiDoor, Answering>> = {
  "GET /api": index,
  "GET /api/openapi.json": description,
  "GET /api/jurisdiction": jurisdiction,
  "GET /api/programmes": programmeList,
  "GET /api/programmes/:code": oneProgramme,
  "GET /api/bodies": bodyList,
  "GET /api/bodies/:code": oneBody,
  "GET /api/commitments": commitmentList,
  "GET /api/commitments/:programme/:code": oneCommitment,
  "GET /api/indicators": indicatorList,
  "GET /api/indicators/:code": oneIndicator,
  "GET /api/observations": observationList,
  "GET /api/problems": problemList,
  "GET /api/problems/:code": oneProblem,
  "GET /api/silence": owedList,
  "GET /api/draws": drawList,
  "GET /api/draws/:code": oneDraw,
  "GET /api/checks": checkList,
  "GET /api/checks/:code": oneCheck,
  "GET /api/findings": findingList,
  "GET /api/history": historyList,
};
