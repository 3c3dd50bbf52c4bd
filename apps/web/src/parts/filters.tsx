// Search, selects and sorting as a plain GET form: the answer has an address and works without JavaScript.
import type { Lang, Link } from "./figure.ts";

const words = {
  "zh-CN": {
    search: "搜索",
    apply: "查找",
    active: "已选条件",
    remove: "去掉条件：",
    clear: "全部清除",
  },
  en: {
    search: "Search",
    apply: "Apply",
    active: "Chosen filters",
    remove: "Remove filter: ",
    clear: "Clear all",
  },
} as const;

export type Option = { readonly value: string; readonly text: string };

export type FilterSelect = {
  readonly name: string;
  readonly label: string;
  /** The chosen value; the first option is usually { value: '', text: '全部' }. */
  readonly value: string;
  readonly options: readonly Option[];
};

export type FiltersProps = {
  readonly lang: Lang;
  readonly action: string;
  readonly search?:
    | {
        readonly name: string;
        readonly value: string;
        readonly label?: string | undefined;
        readonly hint?: string | undefined;
      }
    | undefined;
  /** Sorting is one of the selects: on a phone it is the way to sort cards. */
  readonly selects: readonly FilterSelect[];
  /** Kept as they are on the next search. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Chosen filters, each with the address of the list without it. */
  readonly active?: readonly Link[] | undefined;
  readonly clear?: string | undefined;
};

function Choice({ select }: { select: FilterSelect }) {
  return (
    <label>
      {select.label}
      <select name={select.name}>
        {select.options.map(({ value, text }) => (
          <option value={value} selected={value === select.value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Chosen({
  lang,
  active,
  clear,
}: {
  lang: Lang;
  active: readonly Link[];
  clear?: string | undefined;
}) {
  const w = words[lang];
  return (
    <ul class="chips" aria-label={w.active}>
      {active.map(({ href, text }) => (
        <li>
          <a href={href}>
            <span class="vh">{w.remove}</span>
            {text} <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      {clear ? (
        <li>
          <a href={clear}>{w.clear}</a>
        </li>
      ) : null}
    </ul>
  );
}

export function Filters({ lang, action, search, selects, hidden, active, clear }: FiltersProps) {
  const w = words[lang];
  return (
    <form method="get" action={action} role={search === undefined ? undefined : "search"}>
      <div class="filters">
        {Object.entries(hidden ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {search ? (
          <div class="q">
            <label>
              {search.label ?? w.search}
              <input type="search" name={search.name} value={search.value} placeholder={search.hint} />
            </label>
            <button class="main">{w.apply}</button>
          </div>
        ) : null}
        {selects.map((select) => (
          <Choice select={select} />
        ))}
        {search ? null : <button class="main">{w.apply}</button>}
      </div>
      {active && active.length > 0 ? <Chosen lang={lang} active={active} clear={clear} /> : null}
    </form>
  );
}
