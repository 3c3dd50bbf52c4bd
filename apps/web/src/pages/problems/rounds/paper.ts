// A month's round as the meeting paper: A4 with the margins and typefaces offices use (GB/T 9704), for Word and WPS.

import { ROUND_MEASURES, type RoundMeasure } from "@yinuo/core";
import type * as docxModule from "docx";
import type { FileChild, Paragraph, Table } from "docx";
import { formatDay, formatPeriod } from "@yinuo/period";
import { figure } from "../../../parts/index.ts";
import { problemRoundsWords } from "../../../words/problem-rounds.ts";
import { itemRow, type Told } from "./book.ts";
import { balanceOf, signed } from "./page.tsx";

/** Loaded with the first paper, so that pages do not wait for it. */
type Docx = typeof docxModule;

/** Chinese text is set in the East Asian face, figures and letters in the other. */
const fontOf = (eastAsia: string) => ({ ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia });
const BODY = fontOf("仿宋");
const HEAD = fontOf("黑体");

/** GB/T 9704-2012, 5.2: in twentieths of a point, 37 mm above, 28 mm left, 26 mm right, 35 mm below. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 2098, left: 1587, right: 1474, bottom: 1984 },
};
/** Half points: 二号, 三号, 五号. */
const SIZES = { title: 44, text: 32, cell: 21 } as const;

export const roundPaper = async (told: Told): Promise<Uint8Array> => {
  const docx = await import("docx");
  const { month, lang, jurisdiction } = told;
  const words = problemRoundsWords[lang];
  const children: FileChild[] = [
    line(docx, jurisdiction, "title"),
    line(docx, words.paper(formatPeriod(month.month, lang)), "title"),
    ...(month.over
      ? []
      : [line(docx, `${words.notOver}：${words.notOverText(formatDay(month.asOf, lang))}`)]),
    line(docx, `${words.asOf(formatDay(month.asOf, lang))}${balanceOf(month, lang)}`),
    line(docx, words.summary, "head"),
    summary(docx, told),
    line(docx, words.bodies, "head"),
    bodies(docx, told),
    ...ROUND_MEASURES.flatMap((measure) => listOf(docx, measure, told)),
    line(docx, words.rule),
  ];
  const footer = new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        children: [
          new docx.TextRun({ font: BODY, size: 28, children: ["— ", docx.PageNumber.CURRENT, " —"] }),
        ],
      }),
    ],
  });
  const document = new docx.Document({
    title: words.paper(formatPeriod(month.month, lang)),
    creator: jurisdiction,
    styles: { default: { document: { run: { font: BODY, size: SIZES.text } } } },
    sections: [{ properties: { page: PAGE }, footers: { default: footer }, children }],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
};

type Level = "title" | "head" | "text";

const line = (
  { AlignmentType, HeadingLevel, Paragraph, TextRun }: Docx,
  text: string,
  level: Level = "text",
): Paragraph =>
  new Paragraph({
    alignment: level === "title" ? AlignmentType.CENTER : AlignmentType.BOTH,
    ...(level === "text" ? { indent: { firstLine: SIZES.text * 20 } } : { keepNext: true }),
    ...(level === "head" ? { heading: HeadingLevel.HEADING_1 } : {}),
    spacing: { before: level === "head" ? 240 : 0, after: 120 },
    children: [
      new TextRun({
        text,
        font: level === "text" ? BODY : HEAD,
        size: level === "title" ? SIZES.title : SIZES.text,
        color: "000000",
      }),
    ],
  });

type Sheet = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How wide the columns are to each other. */
  readonly widths: readonly number[];
};

const table = (docx: Docx, { header, rows, widths }: Sheet): Table => {
  const whole = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
  const sum = widths.reduce((a, b) => a + b, 0);
  const columnWidths = widths.map((width) => Math.floor((whole * width) / sum));
  const cell = (text: string, at: number, head: boolean) =>
    new docx.TableCell({
      width: { size: columnWidths[at] ?? 0, type: docx.WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new docx.Paragraph({
          children: [new docx.TextRun({ text, font: head ? HEAD : BODY, size: SIZES.cell })],
        }),
      ],
    });
  const row = (texts: readonly string[], head: boolean) =>
    new docx.TableRow({
      tableHeader: head,
      cantSplit: true,
      children: texts.map((text, at) => cell(text, at, head)),
    });
  return new docx.Table({
    width: { size: whole, type: docx.WidthType.DXA },
    columnWidths,
    layout: docx.TableLayoutType.FIXED,
    rows: [row(header, true), ...rows.map((texts) => row(texts, false))],
  });
};

const summary = (docx: Docx, { month: { now, before }, lang }: Told): Table => {
  const words = problemRoundsWords[lang];
  return table(docx, {
    header: [words.measure, words.now, words.before, words.change],
    widths: [3, 1, 1, 1],
    rows: ROUND_MEASURES.map((one) => [
      words.measures[one],
      figure(now[one], lang),
      figure(before[one], lang),
      signed(now[one] - before[one], lang),
    ]),
  });
};

const bodies = (docx: Docx, { month, lang, nameOf }: Told): Table => {
  const words = problemRoundsWords[lang];
  return table(docx, {
    header: [words.body, ...ROUND_MEASURES.map((one) => words.measures[one])],
    widths: [3, ...ROUND_MEASURES.map(() => 1.4)],
    rows: month.bodies.map(({ body, now, before }) => [
      nameOf(body),
      ...ROUND_MEASURES.map(
        (one) => `${figure(now[one], lang)} (${words.beforeIs(figure(before[one], lang))})`,
      ),
    ]),
  });
};

const listOf = (docx: Docx, measure: RoundMeasure, told: Told): readonly FileChild[] => {
  const { month, lang } = told;
  const words = problemRoundsWords[lang];
  const items = month.round[measure];
  if (items.length === 0) return [];
  return [
    line(docx, `${words.measures[measure]} (${figure(items.length, lang)})`, "head"),
    table(docx, {
      header: [words.code, words.problem, words.place, words.body, words.days[measure]],
      widths: [1.5, 4, 2.5, 2.5, 2.2],
      rows: items.map((item) => {
        const { code, problem, place, body, on } = itemRow(item, told);
        return [code, problem, place, body, formatDay(on, lang)];
      }),
    }),
  ];
};
