// The staff half of the gallery: forms, import, messages.
import type { Lang } from "../../src/parts/index.ts";
import {
  Button,
  Buttons,
  Confirm,
  EmptyState,
  ErrorPage,
  ErrorSummary,
  Field,
  FileField,
  Notice,
  PreviewTable,
  Progress,
  Select,
  Steps,
  TextArea,
  Title,
} from "../../src/parts/index.ts";

export function Forms({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <>
      <Title over="SF-03" title={zh ? "填报进展" : "Record progress"} />
      <Wrongs lang={lang} />
      <ProgressForm lang={lang} />
      <form class="fill" method="post" action="/progress">
        <Confirm
          lang={lang}
          statement={
            zh
              ? "本期填报 957%，上限是 100%，上一期为 95.3%。"
              : "You wrote 957%; at most 100% is possible, and last period was 95.3%."
          }
          confirm={{ name: "confirmed", value: "yes" }}
          back={{ href: "#value" }}
        />
      </form>
    </>
  );
}

function Wrongs({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <ErrorSummary
      lang={lang}
      errors={[
        {
          field: "value",
          text: zh
            ? "本期数值“九十五”不是数字，请填写如 95.7"
            : "The value “ninety-five” is not a number; write it like 95.7",
        },
        { text: zh ? "照片没有上传成功，请重新选择" : "The photo was not received; choose it again" },
      ]}
    />
  );
}

function ProgressForm({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <form class="fill" method="post" action="/progress">
      <Select
        lang={lang}
        name="period"
        label={zh ? "期间" : "Period"}
        value="2026-09"
        options={[{ value: "2026-09", text: zh ? "2026年9月" : "September 2026" }]}
      />
      <Field
        lang={lang}
        name="value"
        label={zh ? "本期数值" : "Value"}
        hint={zh ? "上一期为 95.3%" : "Last period: 95.3%"}
        error={zh ? "“九十五”不是数字，请填写如 95.7" : "“ninety-five” is not a number; write it like 95.7"}
        value={zh ? "九十五" : "ninety-five"}
        inputmode="decimal"
        unit="%"
        required
      />
      <TextArea
        lang={lang}
        name="text"
        label={zh ? "进展说明" : "What was done"}
        required={false}
        value={'<b>"&'}
      />
      <FileField
        lang={lang}
        name="photo"
        label={zh ? "佐证照片" : "Photo as evidence"}
        hint={zh ? "不要拍到人脸、证件、车牌。" : "No faces, papers or number plates."}
        accept="image/*"
        camera
        required={false}
      />
      <Buttons>
        <Button kind="main">{zh ? "报送" : "Record"}</Button>
        <Button href="/commitments/SF-03">{zh ? "取消" : "Cancel"}</Button>
        <Button kind="danger" name="withdraw" value="yes">
          {zh ? "撤回承诺" : "Withdraw"}
        </Button>
      </Buttons>
    </form>
  );
}

export function Importing({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  const names = zh
    ? ["选择文件", "核对读法", "对应列", "预览", "导入"]
    : ["Choose a file", "Check the reading", "Match columns", "Preview", "Import"];
  return (
    <>
      <Steps
        lang={lang}
        label={zh ? "导入步骤" : "Import"}
        steps={names.map((text, i) => ({
          text,
          state: i < 3 ? "done" : i === 3 ? "current" : "todo",
          href: "/import/1",
        }))}
      />
      <Preview lang={lang} />
      <Progress
        lang={lang}
        label={zh ? "正在导入 760 行" : "Importing 760 rows"}
        done={312}
        total={760}
        refresh={3}
        href="/import/1"
      />
    </>
  );
}

function Preview({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <PreviewTable
      lang={lang}
      caption={zh ? "预览：尚未写入任何内容" : "Preview: nothing has been written yet"}
      counts={{ created: 41, updated: 1, unchanged: 716, refused: 2 }}
      href={(kind) => `?show=${kind}`}
      rows={[
        {
          row: 2,
          kind: "updated",
          item: zh ? "SF-03 法律援助当日受理" : "SF-03 Legal aid the same day",
          changes: [{ field: zh ? "完成时限" : "Due", from: "2026-09-30", to: "2026-12-31" }],
        },
        {
          row: 3,
          kind: "created",
          item: zh ? "SW-01 农村饮水管网改造" : "SW-01 Rural water mains",
          similar: "SW-07",
        },
        {
          row: 4,
          kind: "unchanged",
          item: zh ? "GA-02 户政业务“一次办好”" : "GA-02 Household registration in one visit",
        },
        {
          row: 12,
          kind: "refused",
          item: "JC-04",
          problems: [
            {
              column: zh ? "完成时限" : "Due",
              value: "2026-13-01",
              text: zh ? "没有 13 月，请改为真实日期" : "there is no month 13; write a real date",
            },
          ],
        },
      ]}
    />
  );
}

export function Messages({ lang }: { lang: Lang }) {
  const zh = lang === "zh-CN";
  return (
    <>
      <ErrorPage
        lang={lang}
        status={404}
        reference="b7c2-01"
        next={[
          { href: "/commitments", text: zh ? "全部承诺" : "All commitments" },
          { href: "/bodies", text: zh ? "全部单位" : "All bodies" },
        ]}
      />
      <Notice lang={lang} kind="success">
        {zh ? "9月数据已报送，现已公布。" : "September’s figure is recorded and public."}
      </Notice>
      <Notice lang={lang} kind="warning" title={zh ? "距完成时限还有 3 天" : "Due in 3 days"}>
        {zh ? "到期未申报将显示为逾期。" : "If nothing is declared by then it will read “overdue”."}
      </Notice>
      <Notice lang={lang} kind="refusal">
        {zh
          ? "本单位不能核查自己的承诺，请由其他单位核查。"
          : "A body cannot check its own commitment; another body must."}
      </Notice>
      <Notice lang={lang} kind="note">
        {zh ? "本页内容可以打印。" : "This page can be printed."}
      </Notice>
      <EmptyState
        lang={lang}
        title={zh ? "没有符合条件的承诺" : "No commitment matches"}
        next={[{ href: "/commitments", text: zh ? "去掉全部条件" : "Clear all filters" }]}
      >
        {zh
          ? "“受理点”在名称、编号和单位中都没有找到。"
          : "“counter” was not found in any title, code or body."}
      </EmptyState>
    </>
  );
}
