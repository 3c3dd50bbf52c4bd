// What is guessed first where people write Chinese: phrases in pinyin and in characters, the commonest first.

/** Collected for this package from what Chinese offices and forums use; beside the lists of passwords found in leaks. */
export const COMMON_PINYIN: readonly string[] =
  "woaini woaizhongguo woaiwojia woainimen aini woai mima wodemima denglu guanliyuan guanli admin zhanghao zhongguo zhonghua renmin zhongguoren weirenminfuwu renminfayuan fayuan gonganju gongan paichusuo jianchayuan sifaju sifa zhengfu xianzhengfu shizhengfu quzhengfu bangongshi bangong ducha duchashi jiwei xinfang xinfangju shuiwuju zilaishui gongzuo danwei lingdao shuji xianzhang shizhang juzhang kezhang zhuren tongzhi yinuo yinuoqianjin taizhang chengnuo nihao nihaoma nihaoshijie xiexie zaijian pengyou laopo laogong baobao baobei mama baba gege jiejie didi meimei xingfu kuaile kaixin pingan jiankang facai gongxifacai wanshiruyi jixiang ruyi fuguirongyi shunli xiangxin weilai mengxiang zhongguomeng xinnian chunjie zhongqiu guoqing beijing shanghai guangzhou shenzhen tianjin chongqing chengdu hangzhou nanjing wuhan xian suzhou changsha jinan qingdao dalian xiamen fuzhou kunming guiyang hainan guangdong zhejiang jiangsu sichuan hunan hubei henan hebei shandong shanxi shaanxi anhui fujian jiangxi yunnan guizhou gansu qinghai xinjiang neimenggu ningxia guangxi xizang heilongjiang jilin liaoning taiwan xianggang aomen taobao weixin zhifubao baidu tengxun huawei xiaomi alibaba shouji diannao wangluo xitong ceshi ceshizhanghao yonghu yonghuming mingzi laoshi xuesheng daxue qinghua beida wangwei liwei zhangwei liuwei lina wangfang zhangmin lijing woshishui woshini woxiangni woyaoni tianxia taiping zuguo wansui gongchandang shehuizhuyi hexie shengshi haoren haoshi qwerasdf".split(
    " ",
  );

export const COMMON_CHINESE: readonly string[] =
  "密码 我的密码 管理员 管理 账号 登录 测试 系统 用户 中国 中华 中华人民共和国 人民 人民法院 法院 公安局 公安 派出所 检察院 司法局 人民政府 政府 办公室 督查室 督查 纪委 信访局 水务局 自来水公司 单位 领导 书记 县长 市长 局长 主任 同志 为人民服务 不忘初心 牢记使命 实事求是 一诺千金 一诺 台账 承诺 我爱你 我爱中国 我爱你中国 我爱我家 你好 你好世界 谢谢 再见 朋友 老婆 老公 宝宝 宝贝 妈妈 爸爸 幸福 快乐 开心 平安 健康 发财 恭喜发财 万事如意 吉祥如意 心想事成 新年快乐 生日快乐 春节 中秋 国庆 北京 上海 广州 深圳 天津 重庆 芝麻开门 床前明月光 疑是地上霜 举头望明月 低头思故乡 春眠不觉晓 白日依山尽 黄河入海流 天下太平 祖国万岁 中国梦 社会主义 和谐社会 一二三四 一二三四五 甲乙丙丁".split(
    " ",
  );
