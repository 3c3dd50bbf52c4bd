// Everything the site's pages are made of.
export * from "./bar.tsx";
export * from "./chart.tsx";
export * from "./figure.ts";
export * from "./filters.tsx";
export * from "./form.tsx";
export * from "./import.tsx";
export * from "./notice.tsx";
export * from "./page.tsx";
export * from "./qr-code.tsx";
export * from "./record.tsx";
export * from "./small-charts.tsx";
export * from "./typed.tsx";
export * from "./status.tsx";
export * from "./sums.tsx";
export * from "./table.tsx";
