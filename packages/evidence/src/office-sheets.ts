// The cells of an Excel workbook with their places: text, numbers, what formulas came to (ECMA-376 part 1, 18.3, 18.4).

import type { FilePlace } from "@yinuo/core";
import type { Collector } from "./collect.ts";
import { attributeOf, scanXml } from "@yinuo/spreadsheet/reading";

/** Each sheet's part by the name on its tab, hidden ones too. */
export const sheetNamesOf = (workbook: string, links: string): ReadonlyMap<string, string> => {
  const targets = new Map<string, string>();
  for (const event of scanXml(links))
    if (event.is === "open" && event.name === "Relationship")
      targets.set(
        attributeOf(event.attributes, "Id") ?? "",
        (attributeOf(event.attributes, "Target") ?? "").replace(/^\/?(?:xl\/)?/, "xl/"),
      );
  const names = new Map<string, string>();
  for (const event of scanXml(workbook)) {
    if (event.is !== "open" || event.name !== "sheet") continue;
    const target = targets.get(attributeOf(event.attributes, "id") ?? "");
    if (target !== undefined) names.set(target, attributeOf(event.attributes, "name") ?? "");
  }
  return names;
};

/** Texts that cells point to by number; how a name is read aloud (rPh) is a text too. */
export const sharedTexts = (xml: string): readonly string[] => {
  const texts: string[] = [];
  let text = "";
  for (const event of scanXml(xml)) {
    if (event.is === "text") text += event.text;
    else if (event.name === "si") {
      if (event.is === "close") texts.push(text);
      text = "";
    }
  }
  return texts;
};

type Sheet = {
  readonly sheet: string;
  readonly shared: readonly string[];
  /** The numbers of the texts that cells point to. */
  readonly used: Set<number>;
  readonly collector: Collector;
  /** Where all of it stands, when the workbook itself stands in another file. */
  readonly place: FilePlace | undefined;
};

export const readSheet = (xml: string, { sheet, shared, used, collector, place }: Sheet): void => {
  let cell = { at: "", type: "" };
  let text = "";
  let inValue = false;
  for (const event of scanXml(xml)) {
    if (event.is === "text") text += inValue ? event.text : "";
    else if (event.name === "v" || event.name === "t") inValue = event.is === "open" && !event.empty;
    else if (event.name === "c") {
      if (event.is === "close" && text !== "") {
        const isShared = cell.type === "s";
        if (isShared) used.add(Number(text));
        const said = isShared ? (shared[Number(text)] ?? "") : text;
        collector.text(place ?? { part: "sheet", name: `${sheet} ${cell.at}`.trim() }, said);
      }
      if (event.is === "open")
        cell = {
          at: attributeOf(event.attributes, "r") ?? "",
          type: attributeOf(event.attributes, "t") ?? "",
        };
      text = "";
    }
  }
};
