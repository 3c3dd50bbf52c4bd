// Why the embedded database may decline to start, with one sentence per language for each reason.

export type EmbeddedRefusal =
  | { readonly code: "alreadyRunning"; readonly folder: string; readonly pid: number }
  | {
      readonly code: "otherMajorVersion";
      readonly folder: string;
      readonly found: string;
      readonly needed: string;
    }
  | { readonly code: "noBinaries"; readonly platform: string }
  | { readonly code: "folderNotWritable"; readonly folder: string; readonly reason: string }
  | { readonly code: "rootNeedsReachableFolder"; readonly folder: string }
  | { readonly code: "leftoverWillNotStop"; readonly folder: string; readonly pid: number }
  | { readonly code: "didNotStart"; readonly folder: string; readonly lines: string };

type Words = { readonly zh: string; readonly en: string };
type Sentences = {
  readonly [C in EmbeddedRefusal["code"]]: (refusal: Extract<EmbeddedRefusal, { code: C }>) => Words;
};

const sentences: Sentences = {
  alreadyRunning: ({ folder, pid }) => ({
    zh: `数据文件夹 ${folder} 正由另一个一诺进程(进程号 ${pid})使用。请先停止它,或用 --data 另选文件夹。`,
    en: `The data folder ${folder} is in use by another Yinuo process (pid ${pid}). Stop that one first, or choose another folder with --data.`,
  }),
  otherMajorVersion: ({ folder, found, needed }) => ({
    zh: `数据文件夹 ${folder} 由 PostgreSQL ${found} 建立,本程序自带的是 ${needed}。数据没有改动;升级办法见 docs/operating.md。`,
    en: `The data folder ${folder} was made by PostgreSQL ${found}, and this program brings ${needed}. Nothing was changed; docs/operating.md says how to upgrade.`,
  }),
  noBinaries: ({ platform }) => ({
    zh: `没有找到适用于 ${platform} 的自带 PostgreSQL。请重新安装依赖(npm ci),或用 DATABASE_URL 指定已有的 PostgreSQL。`,
    en: `The embedded PostgreSQL for ${platform} is not installed. Install again (npm ci), or name an existing PostgreSQL in DATABASE_URL.`,
  }),
  folderNotWritable: ({ folder, reason }) => ({
    zh: `无法写入数据文件夹 ${folder}(${reason})。请检查权限和剩余空间,或用 --data 另选文件夹。`,
    en: `The data folder ${folder} cannot be written (${reason}). Check its permissions and the free space, or choose another folder with --data.`,
  }),
  rootNeedsReachableFolder: ({ folder }) => ({
    zh: `PostgreSQL 不能以 root 身份运行,本机又不允许用户命名空间,而普通用户进不到 ${folder} 或程序所在文件夹。请把二者移到普通用户可进入的位置(例如 /srv),或以普通用户启动。`,
    en: `PostgreSQL will not run as root, user namespaces are off here, and no ordinary user can reach ${folder} or the program's folder. Move both to where an ordinary user may go (for example /srv), or start as an ordinary user.`,
  }),
  leftoverWillNotStop: ({ folder, pid }) => ({
    zh: `上次运行留下的 PostgreSQL(进程号 ${pid})仍占用 ${folder},停不下来。请先结束该进程再启动。`,
    en: `A PostgreSQL left over from an earlier run (pid ${pid}) still holds ${folder} and does not stop. End that process, then start again.`,
  }),
  didNotStart: ({ folder, lines }) => ({
    zh: `${folder} 中的数据库没能启动。PostgreSQL 的说明:\n${lines}`,
    en: `The database in ${folder} did not start. PostgreSQL said:\n${lines}`,
  }),
};

export const sayEmbeddedRefusal = (refusal: EmbeddedRefusal): Words =>
  (sentences[refusal.code] as (refusal: EmbeddedRefusal) => Words)(refusal);

/** Thrown by `startEmbedded`: no caller can do more than print `message` (both languages) and exit. */
export class EmbeddedRefused extends Error {
  readonly code: EmbeddedRefusal["code"];
  readonly refusal: EmbeddedRefusal;
  readonly pid: number | undefined;

  constructor(refusal: EmbeddedRefusal) {
    const words = sayEmbeddedRefusal(refusal);
    super(`${words.zh}\n${words.en}`);
    this.name = "EmbeddedRefused";
    this.code = refusal.code;
    this.refusal = refusal;
    this.pid = "pid" in refusal ? refusal.pid : undefined;
  }
}
