// The ten bodies of the sample county, its jurisdiction and its accounts. All of it is invented.

import type { BodyOf, SampleAccount } from "./shapes.ts";

export const COUNTY = {
  name: "示例县（虚构）",
  nameEn: "Sample County (invented)",
  timeZone: "Asia/Shanghai",
  languages: ["zh-CN", "en"],
  defaultLanguage: "zh-CN",
  licence: "CC0 1.0",
  licenceUrl: "https://creativecommons.org/publicdomain/zero/1.0/",
  sample: true,
  independent: false,
  contact:
    "示例县没有联系方式：单位、承诺和数据均为虚构。Nobody to contact: bodies, promises and figures are invented.",
} as const;

const body = (code: string, [name, nameEn]: readonly [string, string], about: readonly [string, string]) =>
  ({ code, name, nameEn, about: about[0], aboutEn: about[1], inspects: false }) satisfies BodyOf;

export const BODIES: readonly BodyOf[] = [
  body(
    "FY",
    ["示例县人民法院", "Sample County People’s Court"],
    [
      "审理本县一审民事、刑事、行政案件，办理执行案件，下设三个人民法庭。（示例单位，虚构）",
      "Hears civil, criminal and administrative cases of first instance and enforces judgments; three township tribunals. (Sample, invented.)",
    ],
  ),
  body(
    "JC",
    ["示例县人民检察院", "Sample County People’s Procuratorate"],
    [
      "承担审查起诉、法律监督和公益诉讼职责，设检察服务中心。（示例单位，虚构）",
      "Reviews cases for prosecution, supervises the application of law and brings public-interest cases. (Sample, invented.)",
    ],
  ),
  body(
    "GA",
    ["示例县公安局", "Sample County Public Security Bureau"],
    [
      "负责接处警、户政和出入境窗口、交通秩序，下设九个派出所。（示例单位，虚构）",
      "Answers calls, runs the household and exit-entry counters and keeps traffic in order; nine stations. (Sample, invented.)",
    ],
  ),
  body(
    "SF",
    ["示例县司法局", "Sample County Justice Bureau"],
    [
      "负责法律援助、人民调解、公证和行政复议，设公共法律服务中心。（示例单位，虚构）",
      "Legal aid, people’s mediation, notaries and administrative review; runs the public legal service centre. (Sample, invented.)",
    ],
  ),
  body(
    "SW",
    ["示例县水务局", "Sample County Water Bureau"],
    [
      "负责城乡供水、管网维护和水质检测。（示例单位，虚构）",
      "Water supply in town and country, upkeep of the mains and testing of the water. (Sample, invented.)",
    ],
  ),
  body(
    "JY",
    ["示例县教育局", "Sample County Education Bureau"],
    [
      "管理全县公办中小学和幼儿园，负责校舍安全。（示例单位，虚构）",
      "Runs the county’s public schools and kindergartens and answers for the safety of their buildings. (Sample, invented.)",
    ],
  ),
  body(
    "WJ",
    ["示例县卫生健康局", "Sample County Health Bureau"],
    [
      "管理县级医院、乡镇卫生院和院前急救。（示例单位，虚构）",
      "The county hospital, township clinics and the ambulance service. (Sample, invented.)",
    ],
  ),
  body(
    "ZJ",
    ["示例县住房和城乡建设局", "Sample County Housing and Construction Bureau"],
    [
      "负责施工许可、老旧小区改造和保障性住房维修。（示例单位，虚构）",
      "Building permits, renewal of old estates and repairs to public housing. (Sample, invented.)",
    ],
  ),
  {
    ...body(
      "RD",
      ["示例县人大常委会监督工作办公室", "Supervision Office of the Sample County People’s Congress"],
      [
        "受县人大常委会委托，对县政府各部门、县法院、县检察院的公开承诺开展督查，核查结论向社会公布；不核查自己牵头的事项。（示例单位，虚构）",
        "Inspects, for the standing committee of the county congress, what the departments, the court and the procuratorate have promised, and publishes its conclusions; never its own work. (Sample, invented.)",
      ],
    ),
    inspects: true,
  },
  {
    ...body(
      "DC",
      ["示例县人民政府督查室", "Inspection Office of the Sample County Government"],
      [
        "受县政府委托督查重点工作；参加其他督查单位组织的督查，不核查自己参与的事项。（示例单位，虚构）",
        "Inspects the county government’s priorities and takes part in the checks of others; never its own work. (Sample, invented.)",
      ],
    ),
    inspects: true,
  },
];

const officer = (email: string, name: string, code: string): SampleAccount => ({
  email: `${email}@example.org`,
  name,
  role: "officer",
  body: code,
});

/** example.org is reserved for examples (RFC 2606). The names are of posts. */
export const sampleAccounts: readonly SampleAccount[] = [
  { email: "steward@example.org", name: "台账管理员（示例）", role: "steward" },
  officer("court", "法院经办（示例）", "FY"),
  officer("procuratorate", "检察院经办（示例）", "JC"),
  officer("police", "公安局经办（示例）", "GA"),
  officer("justice", "司法局经办（示例）", "SF"),
  officer("water", "水务局经办（示例）", "SW"),
  officer("education", "教育局经办（示例）", "JY"),
  officer("health", "卫健局经办（示例）", "WJ"),
  officer("housing", "住建局经办（示例）", "ZJ"),
  officer("supervision", "监督办经办（示例）", "RD"),
  { email: "inspector@example.org", name: "督查员（示例）", role: "inspector", body: "RD" },
  { email: "editor@example.org", name: "报告编辑（示例）", role: "editor" },
];
