// Completion as a bar: the target is a mark on it, and what is unknown is hatched and says so.
import type { Child } from "hono/jsx";
import type { Lang } from "./figure.ts";
import { figure, withUnit } from "./figure.ts";

const words = {
  "zh-CN": { target: "目标", actual: "实际", unknown: "无数据", join: "，" },
  en: { target: "target", actual: "actual", unknown: "No data", join: ", " },
} as const;

export type BarProps = {
  readonly lang: Lang;
  /** What is measured; said before the figures to a screen reader. */
  readonly label: string;
  /** In a table the header says what is measured, and the figure stands beside the bar. */
  readonly labelHidden?: boolean | undefined;
  /** null is unknown: hatched, never an empty bar. */
  readonly value: number | null;
  readonly target?: number | undefined;
  /** Where the bar starts and ends; 0 and the greatest of 100 %, value and target unless given. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly unit?: string | undefined;
  readonly decimals?: number | undefined;
  /** Other words at the end than the figure itself, such as 51 / 86 公里. */
  readonly text?: string | undefined;
  /** The sentence under the bar: where the figure comes from and by which rule. */
  readonly note?: Child;
};

const clamp = (share: number): number => Math.min(100, Math.max(0, share));
const round = (n: number): number => Math.round(n * 100) / 100;

function Drawn({
  value,
  target,
  from,
  to,
  said,
}: {
  value: number;
  target?: number | undefined;
  from: number;
  to: number;
  said: string;
}) {
  const share = (v: number) => round(clamp(((v - from) / (to - from || 1)) * 100));
  return (
    <svg viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={said}>
      <rect class="track" y="3" width="100" height="6" />
      <rect class="done" y="3" width={share(value)} height="6" />
      {target === undefined ? null : <line x1={share(target)} x2={share(target)} y1="0" y2="12" />}
    </svg>
  );
}

export function Bar({
  lang,
  label,
  labelHidden,
  value,
  target,
  from = 0,
  to,
  unit = "",
  decimals = 0,
  text,
  note,
}: BarProps) {
  const w = words[lang];
  const say = (v: number) => withUnit(figure(v, lang, decimals), unit);
  const aim = target === undefined ? "" : `${w.join}${w.target} ${say(target)}`;
  const end = to ?? Math.max(unit === "%" ? 100 : 0, value ?? 0, target ?? 0);
  const shown = <b>{value === null ? w.unknown : (text ?? say(value))}</b>;
  const said = [label, value === null ? w.unknown : `${w.actual} ${say(value)}`].join(w.join) + aim;
  return (
    <div class="bar">
      {labelHidden ? null : (
        <>
          <span>{label}</span>
          {shown}
        </>
      )}
      <div class={labelHidden ? undefined : "long"}>
        {value === null ? (
          <div class="hatch" role="img" aria-label={said} />
        ) : (
          <Drawn value={value} target={target} from={from} to={end} said={said} />
        )}
      </div>
      {labelHidden ? shown : null}
      {note ? <small>{note}</small> : null}
    </div>
  );
}
