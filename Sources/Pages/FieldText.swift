/// What the columns of planners' tables are called where a language has a word of its own.
package enum FieldText: String, Phrase {
  case amount = "amount ‖ 金额"
  case basis = "basis ‖ 依据"
  case coal = "coal_mt ‖ 煤炭调入量（百万吨）"
  case co2 = "co2_avoided_t ‖ 减排（吨/年）"
  case community = "community ‖ 社区"
  case donor = "donor ‖ 支援方"
  case existing = "existing_pairing ‖ 已结对"
  case instrument = "instrument ‖ 方式"
  case instruments = "instruments ‖ 接受的方式"
  case jobs = "jobs ‖ 就业"
  case months = "expertise_months ‖ 人才需求"
  case name = "name ‖ 英文名称"
  case nameZh = "name_zh ‖ 名称"
  case need = "need ‖ 资金需求"
  case needWeight = "need_weight ‖ 需求权重"
  case plan = "plan ‖ 方案"
  case policyAreas = "policy_areas ‖ 政策领域"
  case readiness = "readiness ‖ 成熟度"
  case recipient = "recipient ‖ 受援方"
  case recipients = "recipients ‖ 限定受援方"
  case sector = "sector ‖ 领域"
  case sectors = "sectors ‖ 限定领域"
  case startYear = "start_year ‖ 开始年份"
  case title = "title ‖ 项目英文名称"
  case titleZh = "title_zh ‖ 项目名称"
  case valueAdded = "value_added ‖ 增加值"
  case years = "years ‖ 年数"

  /// By the column's name.
  package static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.text.en, $0.text) })
}
