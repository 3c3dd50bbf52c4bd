// The problems of the sample county, one of every state, told in days before today. All of it is invented.

import type { ListingLevel, ProblemOrigin } from "@yinuo/core";
import type { PictureName } from "./pictures.ts";
import type { Both } from "./shapes.ts";

/** `ago`: days before today; the weekday before where it falls on a weekend. */
export type ProblemHappening = { readonly ago: number } & (
  | { readonly plan: readonly { readonly title: Both; readonly days: number }[] }
  | { readonly done: number }
  | { readonly list: ListingLevel; readonly days: number }
  | { readonly extend: number; readonly reason: string }
  | { readonly declare: string; readonly photo: PictureName; readonly caption: string }
  | { readonly delist: string }
  | { readonly sendBack: string }
  | { readonly lookBack: string }
  | { readonly reopen: string; readonly days: number }
);

export type ProblemOf = {
  readonly owner: string;
  readonly origin: ProblemOrigin;
  readonly title: Both;
  readonly place: string;
  readonly detail: string;
  readonly ago: number;
  /** Days from its opening to its deadline. */
  readonly days: number;
  readonly story: readonly ProblemHappening[];
};

export const PROBLEMS: readonly ProblemOf[] = [
  {
    owner: "FY",
    origin: "finding",
    title: ["诉讼服务中心无障碍坡道被占用", "The ramp of the litigation service centre is blocked"],
    place: "诉讼服务中心东门",
    detail: "坡道上长期停放车辆，轮椅不能通行，呼叫按钮没有电。",
    ago: 250,
    days: 45,
    story: [
      {
        ago: 245,
        plan: [
          { title: ["清走车辆并设隔离桩", "Clear the ramp and set bollards"], days: 15 },
          { title: ["更换呼叫按钮", "Replace the call button"], days: 30 },
        ],
      },
      { ago: 232, done: 1 },
      { ago: 220, done: 2 },
      { ago: 218, declare: "坡道已清空，设隔离桩四根，按钮已更换。", photo: "hall", caption: "坡道现状" },
      { ago: 210, delist: "现场查看，轮椅可以通行，按钮有效。" },
    ],
  },
  {
    owner: "SW",
    origin: "selfReport",
    title: ["环城北路供水管网反复爆管", "The main under North Ring Road bursts again and again"],
    place: "环城北路",
    detail: "半年内爆管五次，每次停水六小时以上，影响沿线三个小区。",
    ago: 300,
    days: 90,
    story: [
      { ago: 296, plan: [{ title: ["更换管道一千二百米", "Replace 1,200 metres of pipe"], days: 80 }] },
      { ago: 290, list: "county", days: 75 },
      {
        ago: 230,
        extend: 30,
        reason: "雨季开挖回填不合格，需要晾槽，经现场查看同意延期三十天。",
      },
      { ago: 205, done: 1 },
      { ago: 202, declare: "新管已通水，试压合格。", photo: "pipes", caption: "新管道" },
      { ago: 196, delist: "查看试压记录和现场，一个月内没有爆管。" },
      { ago: 100, lookBack: "抽看三个小区的停水记录，没有再发生。" },
    ],
  },
  {
    owner: "ZJ",
    origin: "finding",
    title: ["老旧小区改造后楼道照明又不亮", "Stairway lights fail again after the renewal of an estate"],
    place: "城南片区老旧小区",
    detail: "抽看十二个单元，五个单元的楼道灯不亮，集中在改造过的楼栋。",
    ago: 240,
    days: 40,
    story: [
      { ago: 236, plan: [{ title: ["更换灯具和线路", "Replace lamps and wiring"], days: 30 }] },
      { ago: 205, done: 1 },
      { ago: 203, declare: "五个单元全部更换。", photo: "lamp", caption: "楼道照明" },
      { ago: 195, delist: "夜间查看五个单元，照明正常。" },
      { ago: 18, reopen: "回头看时有三个单元的灯又不亮，线路接头进水。", days: 60 },
    ],
  },
  {
    owner: "WJ",
    origin: "finding",
    title: ["乡镇卫生院夜间急诊无人值守", "No one at night in a township clinic’s emergency room"],
    place: "城关镇卫生院急诊",
    detail: "三次夜间查看，两次急诊窗口无人，值班电话无人接听。",
    ago: 95,
    days: 40,
    story: [
      { ago: 90, list: "city", days: 45 },
      {
        ago: 84,
        plan: [
          { title: ["重排夜班并公示", "Redo the night rota and post it"], days: 14 },
          { title: ["值班电话转接到院总值班", "Forward the line to the duty officer"], days: 25 },
        ],
      },
      { ago: 71, done: 1 },
    ],
  },
  {
    owner: "GA",
    origin: "selfReport",
    title: ["办证大厅自助机经常缺纸停用", "Self-service machines in the permit hall run out of paper"],
    place: "县公安局办证大厅",
    detail: "四台自助机每周平均停用六小时，多数因为缺纸。",
    ago: 60,
    days: 60,
    story: [
      { ago: 58, plan: [{ title: ["设专人每日巡检补纸", "Check and refill daily"], days: 15 }] },
      { ago: 44, done: 1 },
      { ago: 9, declare: "已设专人巡检，近一个月没有停用。", photo: "screen", caption: "自助机" },
    ],
  },
  {
    owner: "SF",
    origin: "finding",
    title: ["法律援助窗口午间无人受理", "Nobody at the legal aid counter at noon"],
    place: "公共法律服务中心法律援助窗口",
    detail: "公示的办理时间包括中午，四次查看有三次没有人受理。",
    ago: 70,
    days: 80,
    story: [
      { ago: 66, plan: [{ title: ["午间轮值", "Take turns at noon"], days: 14 }] },
      { ago: 50, done: 1 },
      { ago: 48, declare: "已安排午间轮值。", photo: "counter", caption: "窗口轮值" },
      { ago: 40, sendBack: "又查看两次，有一次轮值人员不在窗口，替岗办法没有写明。" },
    ],
  },
  {
    owner: "JC",
    origin: "selfReport",
    title: ["检务公开栏信息过期", "Out-of-date notices on the information board"],
    place: "检察服务大厅公示栏",
    detail: "公示栏的收费和办理时限还是去年的版本。",
    ago: 75,
    days: 30,
    story: [
      { ago: 74, plan: [{ title: ["更换全部公示内容", "Replace every notice"], days: 10 }] },
      { ago: 66, done: 1 },
      { ago: 65, declare: "已全部更换，并与网站核对一致。", photo: "board", caption: "公示栏" },
      { ago: 60, delist: "逐项核对，内容与现行规定一致。" },
    ],
  },
  {
    owner: "JY",
    origin: "finding",
    title: ["一所小学门前没有人行横道", "No crossing in front of a primary school"],
    place: "第三小学门前道路",
    detail: "上下学时段车流量大，最近的人行横道在三百米以外。",
    ago: 40,
    days: 75,
    story: [
      { ago: 33, list: "county", days: 60 },
      {
        ago: 30,
        plan: [
          { title: ["与交警部门勘定位置", "Agree on the place with the traffic police"], days: 14 },
          { title: ["施划人行横道、装提示灯", "Paint the crossing and put up a light"], days: 50 },
        ],
      },
      { ago: 17, done: 1 },
    ],
  },
  {
    owner: "SW",
    origin: "selfReport",
    title: ["两个村的水质公示没有更新", "Water quality notices in two villages are not renewed"],
    place: "河西片区农村供水点",
    detail: "公示栏上最近一次检测结果是上个季度的。",
    ago: 12,
    days: 30,
    story: [],
  },
  {
    owner: "ZJ",
    origin: "selfReport",
    title: ["施工许可网上办理附件上传失败", "Attachments fail in the online building permit"],
    place: "施工许可网上办理",
    detail: "超过十兆的图纸上传后没有提示，实际没有收到。",
    ago: 50,
    days: 35,
    story: [
      {
        ago: 45,
        plan: [{ title: ["更换上传组件并加提示", "Replace the upload and say when it fails"], days: 25 }],
      },
    ],
  },
];
