// What the site says to its reader: notices, an empty list that helps, a page that went wrong.
import type { Child } from "hono/jsx";
import type { Lang, Link } from "./figure.ts";
import type { StatusKind } from "./status.tsx";
import { Mark } from "./status.tsx";

const words = {
  "zh-CN": {
    success: "已办成",
    warning: "请注意",
    refusal: "未能办理",
    note: "说明",
    next: "可以试试",
    reference: "编号",
    403: ["无权查看", "您的账号没有这项权限。如确需办理，请联系本单位的管理员。"],
    404: ["没有这个页面", "地址可能有误，或者内容从未发布过。已发布的内容不会被删除，可以从下面查找。"],
    410: ["内容已撤回", "撤回的理由见历史记录。"],
    500: ["系统出错了", "问题出在本站，不在您。填写的内容请先留存，稍后再试。"],
    503: ["正在维护", "请稍后再来，数据不受影响。"],
    other: ["无法完成", "请返回上一页再试一次。"],
  },
  en: {
    success: "Done",
    warning: "Please note",
    refusal: "Not accepted",
    note: "Note",
    next: "You could try",
    reference: "Reference",
    403: [
      "You may not see this",
      "Your account does not have this permission. Ask the steward of your body if you need it.",
    ],
    404: [
      "There is no such page",
      "The address may be wrong, or nothing was ever published here. What was published is never deleted; start from one of these.",
    ],
    410: ["This was withdrawn", "The reason stands in its history."],
    500: [
      "Something broke",
      "The fault is ours, not yours. Keep a copy of what you typed and try again in a while.",
    ],
    503: ["Under maintenance", "Please come back in a while. No data is affected."],
    other: ["This could not be done", "Go back one page and try again."],
  },
} as const;

export type NoticeKind = "success" | "warning" | "refusal" | "note";

const marks: Readonly<Record<NoticeKind, StatusKind>> = {
  success: "kept",
  warning: "declared",
  refusal: "overdue",
  note: "unknown",
};

type NoticeProps = {
  readonly lang: Lang;
  readonly kind: NoticeKind;
  readonly title?: string | undefined;
  readonly children?: Child;
};

/** A refusal is read out at once; the others when the reader gets there. */
export function Notice({ lang, kind, title, children }: NoticeProps) {
  const mark = marks[kind];
  return (
    <div
      class={`notice ${mark}`}
      role={kind === "refusal" ? "alert" : kind === "success" ? "status" : "note"}
    >
      <Mark kind={mark} />
      <div>
        <strong>{title ?? words[lang][kind]}</strong>
        {children}
      </div>
    </div>
  );
}

type EmptyStateProps = {
  readonly lang: Lang;
  readonly title: string;
  readonly children?: Child;
  /** Ways on, each a link. */
  readonly next?: readonly Link[] | undefined;
};

/** An empty list says why it is empty and what to do next. */
export function EmptyState({ lang, title, children, next }: EmptyStateProps) {
  return (
    <div class="empty flow">
      <p>
        <strong>{title}</strong>
      </p>
      {children ? <p>{children}</p> : null}
      {next && next.length > 0 ? <Ways lang={lang} links={next} /> : null}
    </div>
  );
}

function Ways({ lang, links }: { lang: Lang; links: readonly Link[] }) {
  return (
    <div>
      <p class="faint">{words[lang].next}</p>
      <ul>
        {links.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

type ErrorPageProps = {
  readonly lang: Lang;
  readonly status: number;
  readonly title?: string | undefined;
  readonly children?: Child;
  readonly next?: readonly Link[] | undefined;
  /** Finds the entry in the operator's log. */
  readonly reference?: string | undefined;
};

/** The content of a page that went wrong; it goes inside `Page`. */
export function ErrorPage({ lang, status, title, children, next, reference }: ErrorPageProps) {
  const w = words[lang];
  const known =
    status === 403 || status === 404 || status === 410 || status === 500 || status === 503 ? status : "other";
  const [heading, text] = w[known];
  return (
    <div class="flow">
      <p class="big" aria-hidden="true">
        {status}
      </p>
      <h1>{title ?? heading}</h1>
      <p>{children ?? text}</p>
      {next && next.length > 0 ? <Ways lang={lang} links={next} /> : null}
      {reference ? (
        <p class="faint">
          {w.reference} <code>{reference}</code>
        </p>
      ) : null}
    </div>
  );
}
