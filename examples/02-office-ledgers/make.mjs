// Writes the ledgers of this example, here or into another folder: `node examples/02-office-ledgers/make.mjs`. Each
// planted record stands before its look-alike, which differs in one field; what is planted, and why, says answer-key.yaml,
// which is written by hand. Their order in time gives the records their numbers, by which the key knows them.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const FOLDER = process.argv[2] ?? HERE;
const DASH = '—';

// ---- Registers ----------------------------------------------------------------------------------------------------

const OFFICERS = [
  // name, post, first day, last day, pay a month
  ['陈国栋', '村党支部书记', '2024年1月10日', DASH, 4200],
  ['林志远', '村主任', '2024年1月10日', DASH, 4000],
  ['林志远', '理事长', '2024年1月10日', DASH, 0],
  ['周桂兰', '村副主任', '2024年1月10日', DASH, 3600],
  ['赵文斌', '村委委员', '2024年1月10日', DASH, 3400],
  ['何素云', '印章保管人', '2024年1月10日', DASH, 0],
  ['孙丽娟', '会计', '2024年1月10日', DASH, 0],
  ['吴海燕', '出纳', '2024年1月10日', DASH, 0],
  ['赵文斌', '报账员', '2024年1月10日', DASH, 0],
  ['郑德顺', '监委会主任', '2024年1月10日', DASH, 0],
  ['冯玉梅', '监委会成员', '2024年1月10日', DASH, 0],
  ['马长林', '监委会成员', '2024年1月10日', DASH, 0],
  // Stand-ins: one was bookkeeper on the last day that she was cashier, one from the day after.
  ['姚银环', '出纳', '2026年6月1日', '2026年6月30日', 0],
  ['姚银环', '会计', '2026年6月30日', '2026年7月31日', 0],
  ['谭玉柱', '出纳', '2026年9月1日', '2026年9月30日', 0],
  ['谭玉柱', '会计', '2026年10月1日', '2026年10月31日', 0],
];

const VILLAGERS =
  '刘秀英 林小满 韩春生 曹永福 蒋大河 沈月琴 唐建民 许巧珍 邓有田 彭水根 曾玉凤 萧长顺 田二喜 董金花 潘守业 袁桂芳 于得水 余冬梅 叶满仓 杜秋菊 戴广林 夏荷香 钟定国 汪春桃 任家旺 姜淑贞 范铁柱 方美云 石大勇 姚银环 谭玉柱 廖红霞 邹全福 熊翠莲 金永昌'.split(
    ' ',
  );
const OWNERS = '罗兴旺 梁启明 宋佩文 丁一鸣 魏东升 苏明远 吕芳华 卢建设 贾文涛 白晓峰 尹立群 常胜利'.split(' ');
const PERSONS = [...new Set([...OFFICERS.map(([name]) => name), ...VILLAGERS, ...OWNERS])];

const VENDORS = [
  // name, type, legal representative
  ['清平供电所', '机关事业单位', '罗兴旺'],
  ['清平电信营业厅', '机关事业单位', '梁启明'],
  ['青禾文具店', '个体工商户', '宋佩文'],
  ['清平县绿洁保洁有限公司', '企业', '丁一鸣'],
  ['东升建材商行', '个体工商户', '魏东升'],
  ['明远水电安装队', '个体工商户', '苏明远'],
  ['芳华图文广告店', '个体工商户', '吕芳华'],
  ['清平县众建工程有限公司', '企业', '卢建设'],
  ['清平邮政支局', '机关事业单位', '贾文涛'],
  ['晓峰农机服务部', '个体工商户', '白晓峰'],
  ['立群园林绿化有限公司', '企业', '尹立群'],
  ['清平县胜利培训中心', '企业', '常胜利'],
];

const KIN = [
  // first person, second person, what the second is to the first
  ['林志远', '林小满', '子女'],
  ['陈国栋', '刘秀英', '配偶'],
  ['吴海燕', '唐建民', '配偶'],
];

const ACCOUNTS = [
  // name, holder, type of holder, kind, purpose
  ['基本户', '青禾村股份经济合作社', '集体经济组织', '基本存款账户', '集体资金收付', '—'],
  ['水费户甲', '吴海燕', '个人', '个人账户', '集体水费收缴', '吴海燕'],
  ['水费户乙', '青禾村股份经济合作社', '集体经济组织', '一般存款账户', '集体水费收缴', '—'],
];

const FUNDS = [
  // number, fund, document, received, amount, purposes, planned day, planned, carried out, claimed, verified
  ['ZX-01', '农村人居环境整治补助', '清财农〔2026〕11号', '2026年1月20日', 9600, '环境卫生', '2026年2月15日', 9600, 0],
  ['ZX-02', '村内小型公益设施补助', '清财农〔2026〕18号', '2026年3月3日', 18000, '公益事业', '2026年3月31日', 18000, 6000],
  ['ZX-03', '村内小型公益设施补助（二组）', '清财农〔2026〕19号', '2026年3月3日', 18000, '公益事业', '2026年3月31日', 18000, 0],
  ['ZX-04', '道路养护补助', '清交发〔2026〕6号', '2026年4月7日', 9600, '维修维护费', '2026年5月6日', 9000, 0],
  ['ZX-05', '水渠养护补助', '清水发〔2026〕9号', '2026年4月8日', 9600, '维修维护费', '2026年5月6日', 9000, 0],
  ['ZX-06', '生活垃圾分类补助', '清住建〔2026〕22号', '2026年6月2日', 7200, '环境卫生', '2026年6月30日', 7200, 0],
  ['ZX-07', '公厕管护补助（甲片）', '清住建〔2026〕31号', '2026年8月4日', 6400, '环境卫生', '2026年9月1日', 6400, 0, 320, 300],
  ['ZX-08', '公厕管护补助（乙片）', '清住建〔2026〕32号', '2026年8月5日', 6400, '环境卫生', '2026年9月2日', 6400, 0, 320, 320],
];

// ---- The ledger of payments -----------------------------------------------------------------------------------------

const CHAIR = '林志远';
const SECRETARY = '陈国栋';

/** Since September the chair of the supervisory committee signs, too: the county asks for it. */
function thirdOf(paid) {
  const isAsked = paid >= dayOf([9, 1]);
  return { third: isAsked ? '郑德顺' : '无', thirdPost: isAsked ? '监委会主任' : DASH, thirdApproval: isAsked ? '同意' : DASH, thirdOn: isAsked ? paid - 1 : DASH };
}

let invoice = 26320000114;
const payments = [];

/** One payment as it ought to be, save what `other` says. */
function pay(date, payee, amount, purpose, description, other = {}) {
  const isPerson = PERSONS.includes(payee);
  const paid = dayOf(date);
  invoice += 3;
  payments.push({
    paidOn: paid,
    claimedOn: paid - 2,
    bookedOn: paid + 2,
    books: '集体经济组织账',
    amount,
    method: '转账',
    cashSource: DASH,
    account: '基本户',
    bankAgreed: '否',
    spendingAgreed: '否',
    payee,
    purpose,
    description,
    line: purpose,
    fundSource: '集体自有资金',
    fund: DASH,
    project: DASH,
    body: '理事会',
    handler: '赵文斌',
    witness: '韩春生',
    approver: CHAIR,
    approverPost: '理事长',
    approval: '同意',
    approvedOn: paid - 1,
    second: amount > 1000 ? SECRETARY : '无',
    secondPost: amount > 1000 ? '村党组织书记' : DASH,
    secondApproval: amount > 1000 ? '同意' : DASH,
    secondOn: amount > 1000 ? paid - 1 : DASH,
    ...thirdOf(paid),
    decision: amount > 10000 ? '成代会2026-2' : '无',
    reviewedOn: paid + 1,
    reviewer: '郑德顺',
    bookkeeper: '孙丽娟',
    cashier: '吴海燕',
    voucher: isPerson ? '发放表' : '普通发票',
    invoice: isPerson ? DASH : String(invoice),
    issuedOn: paid - 5,
    voucherAmount: amount,
    seller: isPerson ? DASH : payee,
    code: DASH,
    signed: '√',
    headSigned: '√',
    receipt: '√',
    accepted: '√',
    worker: DASH,
    workDays: DASH,
    rate: DASH,
    workDates: DASH,
    voted: DASH,
    isAdvance: '否',
    settledOn: DASH,
    ...other,
  });
}

const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);
for (const month of MONTHS) {
  pay([month, 6], '清平供电所', 312.4 + month * 7.3, '水电通讯费', `${month}月村部电费`);
  pay([month, 8], '清平电信营业厅', 168 + (month % 3) * 11.5, '水电通讯费', `${month}月村部电话宽带费`);
  pay([month, 22], '清平县绿洁保洁有限公司', 4680 + (month % 4) * 35, '环境卫生', `${month}月村庄保洁服务费`);
  pay([month, 13], VILLAGERS[5 + month], 240 + month * 20, '个人劳务报酬', `${month}月公共绿地浇水看护`, { method: month % 2 === 0 ? '现金' : '转账', cashSource: month % 2 === 0 ? '备用金' : DASH });
}
for (const month of [2, 4, 6, 8, 10, 12]) {
  pay([month, 17], '青禾文具店', 286.5 + month * 13, '办公费', '打印纸、墨盒和档案盒');
  pay([month, 18], '晓峰农机服务部', 1180 + month * 26, '交通用车费', '防汛防火巡查车辆使用费');
  pay([month, 19], '芳华图文广告店', 540 + month * 9, '党建活动', '党员活动室展板制作');
}
for (const month of [1, 4, 7, 10]) {
  pay([month, 14], '东升建材商行', 2140 + month * 61, '物资采购', '公共区域维修用水泥砂石');
  pay([month, 16], '立群园林绿化有限公司', 6350 + month * 118, '公益事业', '村口绿化补植');
}

// Above a threshold, or without a signature.
pay([1, 27], '明远水电安装队', 2860, '维修维护费', '村部线路检修', { second: '无', secondPost: DASH, secondApproval: DASH, secondOn: DASH });
pay([1, 28], '晓峰农机服务部', 2860, '维修维护费', '排涝泵检修');
pay([3, 12], '清平县众建工程有限公司', 12600, '公益事业', '三组便民桥护栏', { decision: '无' });
pay([5, 12], '清平县众建工程有限公司', 10000, '公益事业', '四组便民桥护栏', { decision: '无' });
pay([7, 28], '清平县众建工程有限公司', 12600, '公益事业', '五组便民桥护栏');
pay([2, 11], '芳华图文广告店', 380, '党建活动', '春节宣传横幅', {
  approver: null,
  approverPost: null,
  approval: null,
  approvedOn: null,
  second: null,
  secondPost: null,
  secondApproval: null,
  secondOn: null,
  third: null,
  thirdPost: null,
  thirdApproval: null,
  thirdOn: null,
});
pay([3, 24], '芳华图文广告店', 380, '党建活动', '清明防火横幅');
pay([2, 25], '青禾文具店', 690, '物资采购', '会议室桌牌', { handler: CHAIR });
pay([5, 26], '青禾文具店', 690, '物资采购', '会议室茶具');
pay([3, 17], CHAIR, 468, '差旅费', '赴县参加培训差旅费');
pay([3, 18], '周桂兰', 468, '差旅费', '赴县参加培训差旅费', { handler: '赵文斌' });
pay([4, 21], '林小满', 820, '个人劳务报酬', '档案整理劳务');
pay([4, 22], '曹永福', 820, '个人劳务报酬', '档案整理劳务');
pay([5, 19], '清平县众建工程有限公司', 930, '维修维护费', '广播线路检修');
pay([8, 19], '明远水电安装队', 930, '维修维护费', '广播喇叭检修');
pay([6, 23], '东升建材商行', 880, '维修维护费', '排水沟盖板', { bookkeeper: CHAIR });
pay([9, 24], '东升建材商行', 880, '维修维护费', '排水沟篦子');
// Vouchers.
pay([2, 26], '晓峰农机服务部', 640, '物资采购', '喷雾器配件', { voucher: '白条', invoice: DASH });
pay([5, 27], '晓峰农机服务部', 640, '物资采购', '喷雾器配件');
pay([3, 26], '东升建材商行', 1530, '维修维护费', '文化礼堂门窗修缮材料', { invoice: '26320000901' });
pay([8, 26], '东升建材商行', 1530, '维修维护费', '文化礼堂屋面修缮材料', { invoice: '26320000901' });
pay([11, 26], '东升建材商行', 1530, '维修维护费', '文化礼堂地面修缮材料', { invoice: '26320000902' });
pay([4, 28], '立群园林绿化有限公司', 1260, '环境卫生', '行道树补植', { seller: '东升建材商行' });
pay([9, 28], '立群园林绿化有限公司', 1260, '环境卫生', '行道树修剪');
pay([6, 9], '芳华图文广告店', 1420, '公益事业', '村规民约展板', { voucherAmount: 1240 });
pay([9, 9], '芳华图文广告店', 1420, '公益事业', '移风易俗展板');
pay([6, 25], '青禾文具店', 290, '物资采购', '档案柜锁具', { issuedOn: dayOf([6, 23]) - 61 });
pay([9, 25], '青禾文具店', 290, '物资采购', '档案柜隔板', { issuedOn: dayOf([9, 23]) - 60 });
// The budget: 6,000 for meetings and training, 3,600 for newspapers.
pay([3, 10], '清平县胜利培训中心', 3600, '会议培训费', '村民代表履职培训');
pay([9, 15], '清平县胜利培训中心', 2600, '会议培训费', '网格员培训');
pay([1, 20], '清平邮政支局', 1900, '报刊费', '上半年报刊订阅');
pay([7, 20], '清平邮政支局', 1700, '报刊费', '下半年报刊订阅');
// Split payments: 30 days apart and 31.
pay([5, 6], '明远水电安装队', 6400, '公益事业', '一组路灯安装');
pay([6, 5], '明远水电安装队', 5200, '公益事业', '一组路灯安装（续）');
pay([9, 2], '明远水电安装队', 6400, '公益事业', '二组路灯安装');
pay([10, 3], '明远水电安装队', 5200, '公益事业', '二组路灯安装（续）');
// Cash.
pay([3, 4], '东升建材商行', 1000.5, '物资采购', '防汛沙袋', { method: '现金', cashSource: '备用金' });
pay([6, 10], '东升建材商行', 1000, '物资采购', '防汛沙袋', { method: '现金', cashSource: '备用金' });
pay([4, 9], '彭水根', 1350, '个人劳务报酬', '水渠清淤劳务', { method: '现金', cashSource: '备用金' });
pay([7, 9], '邓有田', 1350, '向个人收购农副产品和其他物资', '收购苗木', { method: '现金', cashSource: '备用金' });
pay([5, 20], '田二喜', 420, '个人劳务报酬', '集市清扫劳务', { method: '现金', cashSource: '未缴存收入' });
pay([8, 20], '潘守业', 420, '个人劳务报酬', '集市清扫劳务', { method: '现金', cashSource: '备用金' });
// Advances.
pay([3, 30], '赵文斌', 800, '借支', '借支苗木采购款', { handler: '周桂兰', isAdvance: '是', settledOn: dayOf([4, 30]) });
pay([6, 29], '赵文斌', 800, '借支', '借支农资采购款', { handler: '周桂兰', isAdvance: '是', settledOn: dayOf([7, 29]) });
// Hospitality and welfare.
pay([4, 15], '芳华图文广告店', 580, '公益事业', '接待考察团用餐费');
pay([10, 15], '芳华图文广告店', 580, '公益事业', '接送站牌制作费');
pay([2, 13], '周桂兰', 300, '劳保福利及对个人的其他支出', '春节福利', { handler: '赵文斌' });
pay([2, 14], '叶满仓', 300, '劳保福利及对个人的其他支出', '春节慰问困难群众', { handler: '赵文斌' });
// Work-loss allowances: 120 yuan a day for those on the list of 成代会2026-1.
const work = (date, person, days, dates, other = {}) => {
  pay(date, person, 120 * days, '误工补贴', '协助土地确权误工补贴', { worker: person, workDays: days, rate: 120, workDates: dates, voted: '村代会2026-1', handler: '赵文斌', ...other });
};
work([4, 2], '蒋大河', 3, '2026年3月16日、2026年3月17日、2026年3月19日');
work([5, 7], '韩春生', 2, '2026年4月16日、2026年4月17日', { witness: '曹永福' });
work([5, 8], '任家旺', 2, '2026年4月16日、2026年4月17日', { witness: '曹永福' });
work([6, 3], '蒋大河', 3, '2026年5月18日、2026年5月19日、2026年5月20日', { amount: 390, rate: 130, voucherAmount: 390 });
work([6, 4], '沈月琴', 3, '2026年5月18日、2026年5月19日、2026年5月20日');
work([8, 6], '沈月琴', 2, '2026年7月20日、2026年7月21日');
work([9, 3], '沈月琴', 2, '2026年7月21日、2026年7月22日');
work([9, 4], '蒋大河', 2, '2026年7月21日、2026年7月22日');
// The supervisory committee.
pay([7, 14], '青禾文具店', 410, '办公费', '会计凭证装订材料', { reviewedOn: '无', reviewer: '无' });
pay([10, 14], '青禾文具店', 410, '办公费', '会计凭证装订材料');
pay([9, 17], '芳华图文广告店', 350, '办公费', '公开栏印刷', { reviewedOn: null, reviewer: null });
pay([11, 17], '芳华图文广告店', 350, '办公费', '公开栏印刷');
// Earmarked funds.
const fund = (date, payee, amount, purpose, description, number, other = {}) => {
  pay(date, payee, amount, purpose, description, { fundSource: '财政拨款', fund: number, ...other });
};
fund([2, 4], '立群园林绿化有限公司', 9600, '环境卫生', '河道保洁', 'ZX-01');
fund([3, 25], '清平县众建工程有限公司', 12000, '公益事业', '六组休闲凉亭', 'ZX-02', { decision: '成代会2026-2' });
fund([3, 31], '东升建材商行', 9500, '公益事业', '二组健身路径材料', 'ZX-03');
fund([4, 1], '晓峰农机服务部', 8500, '公益事业', '二组健身路径铺装', 'ZX-03');
fund([4, 29], '晓峰农机服务部', 9000, '维修维护费', '道路边坡清理', 'ZX-04');
fund([4, 30], '明远水电安装队', 9600, '维修维护费', '水渠闸门维修', 'ZX-05');
fund([6, 16], '青禾文具店', 1200, '办公费', '打印机耗材', 'ZX-06');
fund([6, 17], '东升建材商行', 1200, '环境卫生', '分类垃圾桶', 'ZX-06');
fund([6, 18], '立群园林绿化有限公司', 4800, '环境卫生', '堆肥点整治', 'ZX-06');
fund([8, 25], '芳华图文广告店', 6400, '环境卫生', '甲片公厕管护', 'ZX-07');
fund([8, 27], '晓峰农机服务部', 6400, '环境卫生', '乙片公厕管护', 'ZX-08');

payments.sort((a, b) => a.paidOn - b.paidOn);
payments.forEach((payment, index) => {
  payment.number = `记-${String(index + 1).padStart(3, '0')}`;
});

const PAYMENT_COLUMNS = [
  ['凭证号', 'number'],
  ['付款日期', 'paidOn'],
  ['报销日期', 'claimedOn'],
  ['入账日期', 'bookedOn'],
  ['账套', 'books'],
  ['金额（元）', 'amount'],
  ['大写金额', 'words'],
  ['付款方式', 'method'],
  ['现金来源', 'cashSource'],
  ['支付账户', 'account'],
  ['银行同意付现', 'bankAgreed'],
  ['坐支银行核准', 'spendingAgreed'],
  ['收款人', 'payee'],
  ['用途', 'purpose'],
  ['摘要', 'description'],
  ['预算科目', 'line'],
  ['资金来源', 'fundSource'],
  ['资金编号', 'fund'],
  ['工程项目', 'project'],
  ['经手人', 'handler'],
  ['证明人', 'witness'],
  ['审批机构', 'body'],
  ['审批人', 'approver'],
  ['审批人职务', 'approverPost'],
  ['审批意见', 'approval'],
  ['审批日期', 'approvedOn'],
  ['联签人', 'second'],
  ['联签人职务', 'secondPost'],
  ['联签意见', 'secondApproval'],
  ['联签日期', 'secondOn'],
  ['第二联签人', 'third'],
  ['第二联签人职务', 'thirdPost'],
  ['第二联签意见', 'thirdApproval'],
  ['第二联签日期', 'thirdOn'],
  ['决议会议', 'decision'],
  ['监委会审核日期', 'reviewedOn'],
  ['监委会审核人', 'reviewer'],
  ['记账', 'bookkeeper'],
  ['出纳', 'cashier'],
  ['票据种类', 'voucher'],
  ['发票代码', 'code'],
  ['发票号码', 'invoice'],
  ['开票日期', 'issuedOn'],
  ['票据金额', 'voucherAmount'],
  ['开票单位', 'seller'],
  ['经办签字', 'signed'],
  ['负责人签名', 'headSigned'],
  ['收款签收', 'receipt'],
  ['验收单', 'accepted'],
  ['误工人员', 'worker'],
  ['误工天数', 'workDays'],
  ['误工补贴标准', 'rate'],
  ['误工日期', 'workDates'],
  ['误工表决会议', 'voted'],
  ['是否借支', 'isAdvance'],
  ['结清日期', 'settledOn'],
];

// ---- The register of seals ------------------------------------------------------------------------------------------

const seals = [];

/** One use of a seal as it ought to be, save what `other` says. */
function seal(date, matter, description, applicant, other = {}) {
  const used = dayOf(date);
  const isCertificate = matter === '一般证明';
  seals.push({
    usedOn: used,
    kind: '公章',
    of: '村民委员会',
    matter,
    description,
    applicant,
    approver: CHAIR,
    post: '村民委员会主任',
    approval: '同意',
    approvedOn: used,
    keeper: '何素云',
    confirmed: '村代会2025-4',
    decision: '无',
    title: description,
    pages: 1,
    copies: 1,
    blank: '否',
    linked: '是',
    scanned: '是',
    certificate: isCertificate ? '其他证明' : DASH,
    basis: isCertificate ? '《清平县村级证明事项保留清单》' : DASH,
    fee: 0,
    takenOut: '否',
    checkedOn: dayOf([date[0] + 1, 0]),
    year: 2026,
    ...other,
  });
}

for (const month of MONTHS) {
  seal([month, 7], '一般证明', '户内人员居住情况证明', VILLAGERS[month]);
  seal([month, 12], '上报材料', `${month}月农情报表`, '周桂兰');
  seal([month, 19], '申请审核', '高龄津贴申请材料', VILLAGERS[month + 12]);
  seal([month, 26], '通知公告', '村务公开公告', '赵文斌');
}
seal([1, 9], '一般证明', '子女入学居住证明', '邓有田', { approver: '赵文斌', post: '村民委员会成员' });
seal([1, 13], '一般证明', '子女入学居住证明', '彭水根');
seal([2, 3], '介绍信', '办理农机年检介绍信', '曾玉凤', { approver: '无', post: DASH, approval: DASH, approvedOn: DASH });
seal([2, 5], '介绍信', '办理农机年检介绍信', '萧长顺');
seal([2, 10], '通知公告', '春节禁放公告', '周桂兰', { approver: null, post: null, approval: null, approvedOn: null });
seal([2, 24], '通知公告', '森林防火公告', '周桂兰');
seal([3, 3], '上报材料', '春耕备耕情况报告', '周桂兰', { keeper: CHAIR, confirmed: '村代会2025-4' });
seal([3, 5], '上报材料', '春季造林情况报告', '周桂兰');
seal([3, 17], '申请审核', '残疾人证换领申请', '董金花', { keeper: SECRETARY });
seal([3, 20], '申请审核', '残疾人证换领申请', '潘守业');
seal([4, 3], '申请审核', '老年优待证申请', '袁桂芳', { confirmed: '无' });
seal([4, 8], '申请审核', '老年优待证申请', '于得水');
seal([4, 15], '介绍信', '外出务工介绍信', '余冬梅', { blank: '是' });
seal([4, 17], '介绍信', '外出务工介绍信', '叶满仓');
seal([5, 8], '对外合同', '村部监控设备采购合同', '赵文斌', { pages: 6, decision: '村代会2026-2', linked: '否' });
seal([5, 13], '对外合同', '村部消防设备采购合同', '赵文斌', { pages: 6, decision: '村代会2026-2' });
seal([6, 4], '对外合同', '广场照明维护合同', '赵文斌', { pages: 4 });
seal([6, 9], '对外合同', '公厕管护合同', '赵文斌', { pages: 4, decision: '村代会2026-3' });
seal([7, 3], '租赁', '粮库东仓租赁合同', '赵文斌', { pages: 5, decision: '村代会2026-4' });
seal([7, 8], '租赁', '粮库西仓租赁合同', '赵文斌', { pages: 5, decision: '村代会2026-3' });
seal([8, 4], '担保', '为农机合作社贷款提供担保的担保函', '赵文斌', { pages: 2, decision: '村代会2026-3', guaranteeFor: '其他单位和个人债务' });
seal([8, 11], '对外合同', '农机合作社代耕代种合同', '赵文斌', { pages: 2, decision: '村代会2026-3' });
seal([9, 3], '一般证明', '无犯罪记录证明', '杜秋菊', { certificate: '无犯罪记录证明', basis: '无' });
seal([9, 8], '一般证明', '集体经济组织成员身份证明', '戴广林', { basis: '无' });
seal([10, 9], '申请审核', '临时救助申请材料', '夏荷香', { fee: 20 });
seal([10, 13], '申请审核', '临时救助申请材料', '钟定国');
seal([11, 3], '财务票据', '银行预留印鉴卡', '吴海燕', { kind: '法定代表人章' });
seal([11, 4], '财务票据', '转账支票（甲）', '吴海燕', { kind: '财务专用章', keeper: '何素云' });
seal([11, 5], '财务票据', '转账支票（乙）', '吴海燕', { kind: '财务专用章', keeper: '孙丽娟' });

seals.sort((a, b) => a.usedOn - b.usedOn);
let number = 0;
for (const use of seals) {
  number += 1;
  // One number is missing: the page after 印-070 is gone.
  if (number === 71) number += 1;
  use.serial = number;
  use.number = `印-${String(number).padStart(3, '0')}`;
}

const SEAL_COLUMNS = [
  ['登记编号', 'number'],
  ['登记年度', 'year'],
  ['登记序号', 'serial'],
  ['用印日期', 'usedOn'],
  ['印章种类', 'kind'],
  ['印章单位', 'of'],
  ['用印事项', 'matter'],
  ['用印事由', 'description'],
  ['用印人', 'applicant'],
  ['审批人', 'approver'],
  ['审批人职务', 'post'],
  ['审批意见', 'approval'],
  ['审批日期', 'approvedOn'],
  ['盖章人', 'keeper'],
  ['保管人确认会议', 'confirmed'],
  ['会议决议', 'decision'],
  ['文件名称', 'title'],
  ['页数', 'pages'],
  ['份数', 'copies'],
  ['是否空白', 'blank'],
  ['骑缝章', 'linked'],
  ['扫描留存', 'scanned'],
  ['证明种类', 'certificate'],
  ['法律依据', 'basis'],
  ['担保对象', 'guaranteeFor'],
  ['收费（元）', 'fee'],
  ['是否外借', 'takenOut'],
  ['监委会检查日期', 'checkedOn'],
];

// ---- Meetings -------------------------------------------------------------------------------------------------------

const meetings = [
  ['村代会2025-4', 'villagers-representatives', '2025-12-20', 'seal-keeper', '确认何素云为公章和法定代表人章保管人、孙丽娟为财务专用章保管人', 'passed'],
  ['成代会2026-1', 'deputies-assembly', '2026-01-04', 'annual-budget', '审议2026年度财务预算', 'passed'],
  ['村代会2026-1', 'villagers-representatives', '2026-01-15', 'allowance-list', '表决误工补贴人员及标准：每天120元', 'passed', { allowances: ['韩春生', '蒋大河', '沈月琴'] }],
  ['成代会2026-2', 'deputies-assembly', '2026-03-02', 'major-spending', '审议公益设施支出', 'passed', { amount: 60000 }],
  ['村代会2026-2', 'villagers-representatives', '2026-04-20', 'external-contract', '审议村部监控、消防设备采购合同', 'passed'],
  ['村代会2026-3', 'villagers-representatives', '2026-05-25', 'external-contract', '审议公厕管护、粮库租赁和农机合作社有关事项', 'passed'],
  ['村代会2026-4', 'villagers-representatives', '2026-06-25', 'lease', '审议粮库东仓租赁合同，未通过', 'rejected'],
  ['村代会2026-5', 'villagers-representatives', '2026-09-22', 'annual-report', '听取三季度工作报告', 'noted'],
  ['村代会2026-6', 'villagers-representatives', '2026-12-15', 'annual-report', '听取全年工作报告', 'noted'],
].map(([id, body, heldOn, matter, agenda, outcome, other = {}]) => {
  const isDeputies = body === 'deputies-assembly';
  const yes = outcome === 'rejected' ? 12 : 33;
  return {
    kind: 'meeting',
    id,
    organisation: 'QINGHE',
    body,
    heldOn,
    noticeGivenOn: iso(serial(heldOn) - 12),
    noticeNamesMatters: true,
    specialCircumstances: false,
    mode: 'on-site',
    convenedBy: isDeputies ? 'board' : 'villagers-committee',
    chair: idOf(CHAIR),
    matter,
    matters: [matter],
    agenda,
    byCharter: isDeputies,
    tally: { eligible: 38, present: 35, ...(isDeputies ? { deputiesEligible: 38, deputiesPresent: 35 } : { representativesEligible: 38, representativesPresent: 35 }), yes, no: 35 - yes, abstained: 0 },
    ...(isDeputies ? { charterQuorum: '2/3' } : {}),
    outcome,
    minutes: true,
    signatures: 35,
    partyStudyOn: iso(serial(heldOn) - 14),
    steps: { proposedOn: iso(serial(heldOn) - 20), consultedOn: iso(serial(heldOn) - 17), deliberatedOn: iso(serial(heldOn) - 13), decidedOn: heldOn, decisionPostedOn: iso(serial(heldOn) + 1) },
    ...other,
    ...(other.allowances === undefined ? {} : { allowances: other.allowances.map((name) => ({ person: idOf(name), rate: 120 })) }),
  };
});

const BUDGET = {
  办公费: 6000,
  水电通讯费: 9000,
  报刊费: 3600,
  会议培训费: 6000,
  误工补贴: 5000,
  个人劳务报酬: 12000,
  维修维护费: 45000,
  环境卫生: 110000,
  物资采购: 22000,
  公益事业: 160000,
  党建活动: 8000,
  差旅费: 2000,
  交通用车费: 12000,
  借支: 5000,
  劳保福利及对个人的其他支出: 2000,
  向个人收购农副产品和其他物资: 3000,
};

// ---- Writing --------------------------------------------------------------------------------------------------------

function serial(day) {
  return Date.parse(day) / 86_400_000;
}
function dayOf([month, day]) {
  return Date.UTC(2026, month - 1, day) / 86_400_000;
}
function iso(day) {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
function inChinese(day) {
  const [year, month, date] = iso(day).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
function idOf(name) {
  return `QH${String(PERSONS.indexOf(name) + 1).padStart(3, '0')}`;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
/** 大写金额, below 100 million. */
function amountInWords(amount) {
  const cents = Math.round(amount * 100);
  const [yuan, jiao, fen] = [Math.floor(cents / 100), Math.floor(cents / 10) % 10, cents % 10];
  const section = (number) => {
    let text = '';
    let isZero = false;
    for (const [power, unit] of [
      [3, '仟'],
      [2, '佰'],
      [1, '拾'],
      [0, ''],
    ]) {
      const digit = Math.floor(number / 10 ** power) % 10;
      if (digit === 0) isZero = text !== '';
      else {
        text += (isZero ? '零' : '') + DIGITS[digit] + unit;
        isZero = false;
      }
    }
    return text;
  };
  const [high, low] = [Math.floor(yuan / 10_000), yuan % 10_000];
  let text = high > 0 ? `${section(high)}万` : '';
  if (low > 0) text += (high > 0 && low < 1000 ? '零' : '') + section(low);
  text += '元';
  if (jiao === 0 && fen === 0) return `${text}整`;
  if (jiao > 0) text += `${DIGITS[jiao]}角`;
  else if (fen > 0) text += '零';
  return fen > 0 ? `${text}${DIGITS[fen]}分` : `${text}整`;
}

/** `1,860.00` */
function separated(amount) {
  return amount.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
}

const DATES = new Set(['paidOn', 'claimedOn', 'bookedOn', 'approvedOn', 'secondOn', 'thirdOn', 'reviewedOn', 'issuedOn', 'settledOn', 'usedOn', 'checkedOn']);
function textOf(key, value) {
  if (value === null || value === undefined) return '';
  if (DATES.has(key) && typeof value === 'number') return inChinese(value);
  if (key === 'amount' || key === 'voucherAmount') return separated(value);
  return String(value);
}
function quoted(cell) {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
function writeCsv(file, rows) {
  writeFileSync(join(FOLDER, file), rows.map((row) => `${row.map((cell) => quoted(String(cell))).join(',')}\n`).join(''));
}
function writeLines(file, records) {
  writeFileSync(join(FOLDER, file), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

writeCsv('人员名册.csv', [['编号', '姓名', '出生日期', '住址'], ...PERSONS.map((name, index) => [idOf(name), name, `${1958 + ((index * 7) % 40)}年${(index % 12) + 1}月`, `青禾村${(index % 6) + 1}组`])]);
writeCsv('任职名册.csv', [['编号', '姓名', '职务', '任职日期', '离任日期', '核定报酬'], ...OFFICERS.map((row, index) => [`任-${index + 1}`, ...row])]);
writeCsv('往来单位.csv', [['编号', '往来单位名称', '单位性质', '法定代表人', '实际控制人'], ...VENDORS.map(([name, type, person], index) => [`DW-${index + 1}`, name, type, person, person])]);
writeCsv('亲属关系.csv', [['编号', '干部姓名', '亲属姓名', '与本人关系', '来源'], ...KIN.map(([a, b, relation], index) => [`亲-${index + 1}`, a, b, relation, '本人申报'])]);
writeCsv('银行账户.csv', [
  ['编号', '户名', '户主类型', '户主（个人）', '账户性质', '账户用途', '开户银行', '开户日期', '销户日期', '开户决议', '报备日期', '是否入账'],
  ...ACCOUNTS.map(([id, holder, type, kind, purpose, person]) => [id, holder, type, person, kind, purpose, '清平农商银行青禾支行', '2024年2月1日', DASH, '成代会2024-1', '2024年2月5日', '是']),
]);
writeCsv('专项资金台账.csv', [
  ['编号', '资金名称', '下达文号', '拨款来源', '到账日期', '拨款金额', '到账账户', '规定用途', '计划拨付日期', '计划拨付金额', '上期结转', '结转下期', '缴回金额', '申报人', '申报数量', '核实数量', '材料名称', '审批机构'],
  ...FUNDS.map(([id, name, document, received, amount, purposes, plannedOn, planned, left, claimed = DASH, verified = DASH]) => [
    id,
    name,
    document,
    '县',
    received,
    separated(amount),
    '基本户',
    purposes,
    plannedOn,
    separated(planned),
    0,
    left,
    0,
    claimed === DASH ? DASH : SECRETARY,
    claimed,
    verified,
    DASH,
    '理事会',
  ]),
]);
writeCsv('用印登记.csv', [SEAL_COLUMNS.map(([header]) => header), ...seals.map((use) => SEAL_COLUMNS.map(([, key]) => (key === 'guaranteeFor' && use[key] === undefined ? DASH : textOf(key, use[key]))))]);
writeLines('会议.jsonl', meetings);
writeLines('预算.jsonl', [
  {
    kind: 'budget',
    id: '预算2026',
    organisation: 'QINGHE',
    year: 2026,
    books: 'collective',
    stage: 'plan',
    approvedOn: '2026-01-04',
    lines: Object.entries(BUDGET).map(([title, amount]) => ({ code: title, title, direction: 'spending', amount })),
    decision: '成代会2026-1',
    exercisedBy: 'board',
  },
]);
writeLines('组织.jsonl', [{ kind: 'organisation', id: 'QINGHE', name: '青禾村', subject: 'village', jurisdiction: '990101002003', hasCollectiveOrganisation: true, agencyBookkeeping: false, separateBooks: true, separateAccounts: true }]);

const require = createRequire(join(HERE, '../../packages/cli/package.json'));
const { default: writeExcelFile } = await import(require.resolve('write-excel-file/node'));
const rows = [
  [{ value: '青禾村股份经济合作社2026年支出台账' }],
  [{ value: '单位：元' }],
  PAYMENT_COLUMNS.map(([value]) => ({ value, fontWeight: 'bold' })),
  ...payments.map((payment) =>
    PAYMENT_COLUMNS.map(([, key]) => {
      const value = key === 'words' ? amountInWords(payment.amount) : payment[key];
      return { value: textOf(key, value) };
    }),
  ),
  [{ value: '合计' }, {}, {}, {}, {}, { value: separated(payments.reduce((sum, { amount }) => sum + amount, 0)) }],
];
await writeExcelFile(rows, { sheet: '2026年支出' }).toFile(join(FOLDER, '支出台账.xlsx'));
