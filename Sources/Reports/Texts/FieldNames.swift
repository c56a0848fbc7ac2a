import Pages
import Records

/// A field by its usual name, of a proposal or of policy; the planners' own stay as they are.
func fieldName(_ field: String) -> Words {
  let spaced = field.replacing("-", with: " ")
  return FieldNameText.allCases.first { $0.text.en == spaced }?.words ?? Words(spaced)
}

func sectorName(_ sector: Sector) -> Words { fieldName(sector.text) }

/// Sectors and fields of policy that many rounds have.
enum FieldNameText: String, Phrase {
  case wind = "wind ‖ 风电"
  case solar = "solar ‖ 光伏"
  case hydrogen = "hydrogen ‖ 氢能"
  case pumpedHydro = "pumped hydro ‖ 抽水蓄能"
  case storage = "storage ‖ 储能"
  case bigData = "big data ‖ 大数据"
  case culturalTourism = "cultural tourism ‖ 文化旅游"
  case tourism = "tourism ‖ 旅游"
  case sustainableAgriculture = "sustainable agriculture ‖ 现代农业"
  case agriculture = "agriculture ‖ 农业"
  case reskilling = "reskilling ‖ 技能培训"
  case skills = "skills ‖ 技能"
  case repurposing = "repurposing ‖ 电厂转用"
  case mineRehabilitation = "mine rehabilitation ‖ 矿区修复"
  case energyEfficiency = "energy efficiency ‖ 节能"
  case smallBusiness = "small business ‖ 小微企业"
  case gridAccess = "grid access ‖ 并网"
  case greenPowerTrading = "green power trading ‖ 绿电交易"
  case landUse = "land use ‖ 土地利用"
  case standards = "standards ‖ 标准互认"
  case talent = "talent ‖ 人才交流"
  case municipalCapacity = "municipal capacity ‖ 地方治理能力"
  case marketAccess = "market access ‖ 市场准入"
  case mineClosure = "mine closure ‖ 矿山关闭"
  case procurement = "procurement ‖ 采购"
  case socialOwnership = "social ownership ‖ 社区持股"
}
