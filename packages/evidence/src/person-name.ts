// Whether the author of a file, as its program wrote it, looks like a person rather than an office or an account.

// The hundred and twenty commonest surnames carry about nine in ten people (Ministry of Public Security, name report 2020).
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";
/** 局, 院, 办 …: an office; 用户, 管理: an account. */
const OFFICE = /[局院办委厅处科室队所会部厂司社站府校团组行]$|公司|中心|用户|管理|单位|政府|法院|机关|电脑/u;
const CHINESE = new RegExp(`^[${SURNAMES}]\\s?\\p{Script=Han}{1,3}$`, "u");
const LATIN = /^\p{Lu}\p{Ll}+(?:[ ,.'’-]+\p{Lu}[\p{Ll}.]*){1,3}$/u;
const ACCOUNT =
  /\b(?:user|admin|administrator|microsoft|office|windows|word|excel|wps|acrobat|adobe|lenovo|dell|hp|huawei|server|system|department|bureau|court|council|county|city|inc|ltd|company|team)\b/i;

export const looksLikeName = (name: string): boolean =>
  (CHINESE.test(name) && !OFFICE.test(name)) || (LATIN.test(name) && !ACCOUNT.test(name));

/** 张**, Z**** S**. */
export const maskName = (name: string): string =>
  name.replaceAll(/[\p{L}]+/gu, (word) => {
    const [first = "", ...others] = word;
    return first + "*".repeat(others.length);
  });
