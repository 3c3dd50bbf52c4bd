// The addresses that programs read, the API and the log: open to anyone, of one language. Part of the table in doors.ts.

const ANYONE = "anyone";

export const MACHINE_DOORS = {
  "GET /api": ANYONE,
  "GET /api/openapi.json": ANYONE,
  "GET /api/jurisdiction": ANYONE,
  "GET /api/programmes": ANYONE,
  "GET /api/programmes/:code": ANYONE,
  "GET /api/bodies": ANYONE,
  "GET /api/bodies/:code": ANYONE,
  "GET /api/commitments": ANYONE,
  "GET /api/commitments/:programme/:code": ANYONE,
  "GET /api/indicators": ANYONE,
  "GET /api/indicators/:code": ANYONE,
  "GET /api/observations": ANYONE,
  "GET /api/problems": ANYONE,
  "GET /api/problems/:code": ANYONE,
  "GET /api/silence": ANYONE,
  "GET /api/draws": ANYONE,
  "GET /api/draws/:code": ANYONE,
  "GET /api/checks": ANYONE,
  "GET /api/checks/:code": ANYONE,
  "GET /api/findings": ANYONE,
  "GET /api/history": ANYONE,
  "OPTIONS /api/*": ANYONE,
  "GET /log/checkpoint": ANYONE,
  "GET /log/policy": ANYONE,
  "GET /log/proof/:file": ANYONE,
  "GET /log/tile/*": ANYONE,
  "GET /log/open/tile/:file": ANYONE,
  "GET /log/open/:file": ANYONE,
} as const;
