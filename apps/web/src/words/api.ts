// Words of the API: what is said, in the language asked for, when a question cannot be answered.

/** What a parameter may be. */
export type Expected =
  | { readonly is: "text"; readonly most: number }
  | { readonly is: "whole"; readonly least: number; readonly most: number }
  | { readonly is: "oneOf"; readonly choices: readonly string[] }
  | { readonly is: "day" }
  | { readonly is: "dayOrPeriod" };

const zhExpected = (expected: Expected): string => {
  switch (expected.is) {
    case "text":
      return `不超过 ${expected.most} 个字的文字`;
    case "whole":
      return `${expected.least} 到 ${expected.most} 之间的整数`;
    case "oneOf":
      return `以下之一：${expected.choices.join("、")}`;
    case "day":
      return "日期，例如 2026-09-30";
    case "dayOrPeriod":
      return "日期或期间，例如 2026-09-30、2026-09、2026-Q3";
  }
};

const enExpected = (expected: Expected): string => {
  switch (expected.is) {
    case "text":
      return `text of at most ${expected.most} characters`;
    case "whole":
      return `a whole number from ${expected.least} to ${expected.most}`;
    case "oneOf":
      return `one of ${expected.choices.join(", ")}`;
    case "day":
      return "a day such as 2026-09-30";
    case "dayOrPeriod":
      return "a day or a period such as 2026-09-30, 2026-09 or 2026-Q3";
  }
};

const zh = {
  badRequest: "请求有误",
  parameterUnknown: (name: string, known: string) =>
    `没有参数 ${name}。${known === "" ? "这个地址不接受参数" : `这个地址接受的参数：${known}`}。`,
  parameterUnread: (name: string, value: string, expected: Expected) =>
    `参数 ${name} 的值“${value}”读不懂：应为${zhExpected(expected)}。`,
  notFound: "没有找到",
  notFoundHelp: (path: string) => `${path} 不存在，或者从未公布。全部地址见 /api。`,
  notSetUp: "台账尚未设立",
  notSetUpHelp: "管理员还没有完成首次设置，请稍后再来。",
  failed: "出错了",
  failedHelp: (incident: string) =>
    `没有完成这次查询，请稍后重试；如果一直出现，请把编号 ${incident} 告诉管理员。`,
  unavailable: "暂时打不开",
  unavailableHelp: "台账正在启动、恢复，或者数据库暂时没有应答，请过半分钟再试。",
  method: "不接受这种操作",
  methodHelp: (method: string, allowed: string) => `收到的是 ${method}，这里只接受 ${allowed}。`,
  refused: "没有被接受",
  refusedHelp: "查询接口只供读取，不接受表单。",
  tooLarge: "内容太大",
  tooLargeHelp: (limit: string) => `一次最多 ${limit}。`,
};

const en: typeof zh = {
  badRequest: "Not understood",
  parameterUnknown: (name, known) =>
    `There is no parameter ${name}. ${known === "" ? "This address takes none." : `This address takes: ${known}.`}`,
  parameterUnread: (name, value, expected) =>
    `“${value}” cannot be read as parameter ${name}: it should be ${enExpected(expected)}.`,
  notFound: "Not found",
  notFoundHelp: (path) => `${path} does not exist, or was never published. /api lists every address.`,
  notSetUp: "Not set up yet",
  notSetUpHelp: "The steward has not finished the first set-up. Come back later.",
  failed: "Something went wrong",
  failedHelp: (incident) =>
    `The question was not answered. Try again later; if it keeps happening, tell the operator the number ${incident}.`,
  unavailable: "Not available at the moment",
  unavailableHelp:
    "The ledger is starting or being restored, or its database does not answer. Try again in half a minute.",
  method: "Method not allowed",
  methodHelp: (method, allowed) => `It was sent ${method}; this address takes only ${allowed}.`,
  refused: "Not accepted",
  refusedHelp: "The API is for reading and takes no forms.",
  tooLarge: "Too large",
  tooLargeHelp: (limit) => `At most ${limit} at once.`,
};

export const apiWords = { "zh-CN": zh, en } as const;
