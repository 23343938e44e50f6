/**
 * Sentences as counties write them: of the twelve kinds of `report-text.ts`, each in several wordings, of many products, places, causes and works. Two reports of
 * such sentences share turns of phrase and little more.
 */
import type { Random, Sentence } from './report-text.ts'

const words = (list: string): readonly string[] => list.split('、')

const PRODUCTS = words(
  '建材、化肥、农膜、滴灌带、水泥、食用植物油、乳制品、肉制品、粮食加工品、白酒、饮用水、电线电缆、烟花爆竹、防水卷材、人造板、塑料管材、车用汽油、车用柴油、家用电器、儿童玩具、学生文具、校服、棉被、消防器材、安全帽、危化品包装、燃气灶具、太阳能热水器、复混肥料、尿素、种子、饲料、兽药、糕点、调味品、酱腌菜、葡萄酒、果脯、番茄酱、砂石骨料',
)
const PLACES = words(
  '乡镇卫生院、农贸市场、学校食堂、商场超市、建筑工地、加油站、物流企业、旅游景区、养老机构、托幼机构、农资门市、餐饮门店、屠宰场、粮食收储企业、污水处理厂、供水站、供热公司、客运站、汽修厂、电梯使用单位、药品零售店、医疗美容机构、家电维修点、快递网点、宾馆饭店',
)
const SUBJECTS = words(
  '原料进厂、检验设备、操作人员、冷链运输、小微企业、出厂检验、标签标识、生产记录、施工单位、监理单位、基层站所、抽样计划、检测机构、经营户、种植大户',
)
const FAULTS = words(
  '把关不严、更新滞后、流动频繁、温度记录缺失、没有专职质量人员、流于形式、与实际不符、保存不全、偷工减料、履职不到位、力量薄弱、覆盖面不够、能力不足、进货查验不落实、不会看说明书、责任不明确',
)
const WORKS = words(
  '质量月、双随机抽查、计量惠民、标准化试点、百日攻坚、安全生产检查、消费维权进社区、首席质量官培训、质量基础设施服务、放心消费创建、品牌培育、地理标志保护、春季农资打假、校园周边整治、质量提升行动、中小企业计量服务、特种设备隐患排查、质量比对提升',
)
const AIMS = words(
  '压实企业主体责任、摸清底数、堵住漏洞、补齐短板、形成合力、提高群众满意度、落实属地责任、营造浓厚氛围、打通最后一公里、守住安全底线、服务高质量发展、推动共治共享',
)
const DEEDS = words(
  '召开专题会议、组织入户走访、发放宣传资料、约谈有关负责人、建立工作台账、签订责任书、开设宣传专栏、邀请专家授课、组织交叉检查、印发实施方案、开展现场观摩、实行挂图作战',
)
const LEADERS = words('分管领导、市场监管局、住建局、农业农村局、卫健委、发改委、商信局、生态环境局、各乡镇场、行业协会')

type Form = (figures: Figures, pick: (list: readonly string[]) => string) => string

interface Figures {
  readonly sampled: number
  readonly passed: number
  readonly passing: string
  readonly rate: () => string
  readonly small: () => string
  readonly count: (most: number) => number
}

/** By kind; each kind in several wordings. */
const FORMS: readonly (readonly Form[])[] = [
  [
    ({ sampled, passed, passing }, pick) => `共抽查${pick(PRODUCTS)}${sampled}批次，合格${passed}批次，合格率${passing}%。`,
    ({ sampled, passed, passing }, pick) => `对${pick(PRODUCTS)}监督抽查${sampled}批次，其中${passed}批次合格，合格率为${passing}%。`,
    ({ sampled, passed, passing }, pick) =>
      `本季抽检${pick(PRODUCTS)}${sampled}个批次，检出不合格${sampled - passed}批次，合格率${passing}%。`,
  ],
  [
    ({ rate, small }, pick) =>
      `${pick(PRODUCTS)}监督抽查合格率为${rate()}%，比上年同期提高${small()}个百分点，高于全地区平均水平${small()}个百分点。`,
    ({ rate, small }, pick) => `${pick(PRODUCTS)}的合格率${rate()}%，同比下降${small()}个百分点，在七县市中排名靠后。`,
    ({ rate, small }, pick) => `从品种看，${pick(PRODUCTS)}合格率最低，仅${rate()}%，较上季度回落${small()}个百分点。`,
  ],
  [
    ({ rate }) => `食品、药品、重要工业品抽检合格率分别达${rate()}%、${rate()}%和${rate()}%。`,
    ({ rate }) => `食品抽检合格率${rate()}%，农产品例行监测合格率${rate()}%，药品抽检合格率${rate()}%。`,
  ],
  [
    ({ sampled, rate, small }) => `受理投诉举报${sampled}件，同比下降${small()}%，办结率${rate()}%，为消费者挽回经济损失${small()}万元。`,
    ({ sampled, rate, count }, pick) =>
      `12315平台接到涉及${pick(PLACES)}的投诉${sampled}件，比上季度多${count(20)}件，按期办结率${rate()}%。`,
  ],
  [
    ({ count }, pick) =>
      `主要原因是${pick(SUBJECTS)}${pick(FAULTS)}，其中${pick(PLACES)}占不合格总数的${count(60)}%，${pick(SUBJECTS)}${pick(FAULTS)}的问题仍未根本解决。`,
    ({ count }, pick) => `分析其原因，一是${pick(SUBJECTS)}${pick(FAULTS)}；二是${pick(SUBJECTS)}${pick(FAULTS)}，涉及企业${count(20)}家。`,
    (_, pick) => `究其根源，${pick(PLACES)}的${pick(SUBJECTS)}${pick(FAULTS)}，监管中又存在${pick(SUBJECTS)}${pick(FAULTS)}的情况。`,
  ],
  [
    ({ count }, pick) =>
      `围绕${pick(WORKS)}，${pick(LEADERS)}带队深入${pick(PLACES)}督导检查，${pick(DEEDS)}${count(9)}次，${pick(AIMS)}。`,
    ({ count }, pick) => `${pick(LEADERS)}结合${pick(WORKS)}${pick(DEEDS)}，出动人员${count(200)}人次，${pick(AIMS)}。`,
    (_, pick) => `以${pick(WORKS)}为抓手，${pick(LEADERS)}${pick(DEEDS)}、${pick(DEEDS)}，努力${pick(AIMS)}。`,
  ],
  [
    (_, pick) => `把${pick(WORKS)}和${pick(WORKS)}结合起来，${pick(DEEDS)}，${pick(AIMS)}，取得了阶段性成效。`,
    (_, pick) => `${pick(LEADERS)}会同${pick(LEADERS)}统筹推进${pick(WORKS)}，${pick(AIMS)}、${pick(AIMS)}。`,
  ],
  [
    ({ sampled, count, rate }, pick) => `检查${pick(PLACES)}${sampled}家，发现隐患${count(30)}处，已整改${count(20)}处，整改率${rate()}%。`,
    ({ sampled, count }, pick) =>
      `对${sampled}家${pick(PLACES)}开展专项检查，下达整改通知书${count(30)}份，立案${count(9)}起，未发生区域性质量安全事件。`,
  ],
  [
    ({ rate, count }) => `环境空气质量优良天数比例为${rate()}%，PM2.5平均浓度${count(40)}微克/立方米，集中式饮用水水源地水质达标率100%。`,
    ({ rate, small }) => `空气质量优良天数比例${rate()}%，同比提高${small()}个百分点，地表水水质优良比例${rate()}%。`,
  ],
  [
    ({ count, rate }, pick) =>
      `针对${pick(PRODUCTS)}合格率偏低的问题，由${pick(LEADERS)}牵头，${count(5) + 6}月底前完成${count(40)}家企业帮扶，力争合格率达到${rate()}%以上。`,
    ({ count }, pick) =>
      `${pick(LEADERS)}负责，对${pick(PLACES)}${pick(FAULTS)}的问题逐户建档，于${count(3) + 9}月底前${pick(DEEDS)}，每月通报进度。`,
  ],
  [
    ({ sampled, rate, small }) => `在用特种设备${sampled * 7}台，定期检验率${rate()}%，较上季度上升${small()}个百分点。`,
    ({ sampled, rate }, pick) => `${pick(PLACES)}登记在册电梯、锅炉${sampled}台，检验率${rate()}%，作业人员持证上岗率${rate()}%。`,
  ],
  [
    ({ count, rate }, pick) => `竣工验收工程${count(40)}项，一次验收合格率100%，${pick(PLACES)}项目监督覆盖率${rate()}%，与上年持平。`,
    ({ count, rate }) => `新开工项目${count(40)}个，质量监督覆盖率100%，竣工项目一次验收合格率${rate()}%。`,
  ],
]

export const variedSentence: Sentence = (random: Random) => {
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item
  const count = (most: number): number => 1 + Math.floor(random() * most)
  const sampled = count(200) + 20
  const passed = sampled - count(8)
  const figures: Figures = {
    sampled,
    passed,
    passing: ((100 * passed) / sampled).toFixed(1),
    rate: () => (90 + random() * 10).toFixed(1),
    small: () => (random() * 5).toFixed(2),
    count,
  }
  return pick(pick(FORMS))(figures, pick)
}
