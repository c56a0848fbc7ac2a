import Pages
import Plans

/// The words of `jetbd diff`.
enum DifferenceText: String, Phrase {
  case heading = "{title}: {older} → {newer} ‖ {title}：{older} → {newer}"
  case money = "Money is in {unit} (millions). ‖ 金额单位：{unit}。"

  case inputs = "What changed in the inputs ‖ 输入有何变化"
  case sameInputs =
    "Nothing: every record and every setting says what it said before. ‖ 无：所有记录和设置与之前一致。"
  case filesAdded = "New files: {files} ‖ 新增文件：{files}"
  case filesEdited = "Edited files: {files} ‖ 修改的文件：{files}"
  case filesGone = "Files that are gone: {files} ‖ 移除的文件：{files}"
  case added = "new {what}: {fields} ‖ 新增{what}：{fields}"
  case addedAlone = "new {what} ‖ 新增{what}"
  case edited = "{what}: {fields} ‖ {what}：{fields}"
  case gone =
    "{what} is gone (withdrawn, or left out for a problem) ‖ {what} 不再计入（已撤回，或因有误被略过）"
  case madeDefault = "{fields} (was not written before) ‖ {fields}（此前未写明）"
  case backToDefault = "{fields} (no longer written) ‖ {fields}（不再写明）"
  case stood = "it stood at {place} ‖ 原位于 {place}"
  case wordsOnly = "names and notes only, which change no plan ‖ 仅名称和说明，不影响方案"
  case more = "and {n} more; --json lists them all ‖ 另有 {n} 项；--json 列出全部"

  case plan = "What became of the recommended plan ‖ 推荐方案有何变化"
  case noPlan =
    "{run} has no plan: its fixed pairs cannot all hold. ‖ {run} 没有方案：指定的结对不能同时成立。"
  case figure = "figure ‖ 指标"
  case before = "before ‖ 之前"
  case after = "now ‖ 现在"
  case change = "change ‖ 变化"
  case benefit = "benefit ‖ 效益"
  case invested = "invested ‖ 安排"
  case jobs = "jobs ‖ 就业岗位"
  case co2 = "CO₂ avoided, t a year ‖ 减排 CO₂，吨／年"
  case valueAdded = "value added, M a year ‖ 增加值，百万／年"
  case lowestLevel = "lowest level ‖ 最低水平"
  case meanLevel = "mean level ‖ 平均水平"
  case bondMet = "bond met ‖ 责任兑现"
  case gini = "Gini of levels ‖ 水平基尼系数"
  case largestShare = "largest pair's share ‖ 最大结对占比"
  case pairings = "pairings ‖ 结对"
  case months = "person-months ‖ 人月"
  case recommended =
    "Before: plan {older}. Now: plan {newer}. ‖ 之前：方案 {older}；现在：方案 {newer}。"
  case named = "{plan} ({profile}) ‖ {plan}（{profile}）"

  case pairingChanges = "Pairings ‖ 结对"
  case samePairings = "The pairings are the same. ‖ 结对没有变化。"
  case isNew = "new ‖ 新增"
  case isEnded = "ended ‖ 结束"
  case isLarger = "larger ‖ 增加"
  case isSmaller = "smaller ‖ 减少"
  case fundingChanges = "Proposals that gained or lost funding ‖ 资金有增减的项目"
  case sameFunding = "Every proposal gets what it got before. ‖ 各项目所得资金没有变化。"
  case ofNeed = "of its need now ‖ 现占需求"

  case cause = "Which change did it ‖ 是哪项变化造成的"
  case method =
    "The round of before was planned again with each change alone. Each figure is the difference to its plan. ‖ 以之前的输入为基础，每次只作一项变化，重新规划整轮；各数字为与原方案之差。"
  case most =
    "{k} of {n} changes that can move the plan do so alone; number {number}, {what}, moves it most. ‖ 可能影响方案的 {n} 项变化中，{k} 项单独即起作用；影响最大的是第 {number} 项：{what}。"
  case points = "{n} points ‖ {n} 个百分点"
  case co2Short = "CO₂ t/a ‖ CO₂ 吨/年"
  case valueShort = "value M/a ‖ 增加值 百万/年"
  case unmoved = "same ‖ 不变"
  case newCount = "{n} new ‖ 新增 {n}"
  case endedCount = "{n} ended ‖ 结束 {n}"
  case movedCount = "{n} other amounts ‖ 金额变动 {n}"
  case together = "all changes together ‖ 全部变化一起"
  case interplay = "interplay ‖ 相互作用"
  case interplayMeans =
    "Interplay is what the changes do together beyond the sum of what each does alone. ‖ 相互作用：全部变化一起的效果，减去各项单独效果之和。"
  case restMeans =
    "Interplay here also holds the changes that were not tried alone. ‖ 此处的相互作用还包括未单独试算的变化。"
  case nothingAlone =
    "Alone, these move nothing: {changes}. ‖ 单独不起作用的变化：{changes}。"
  case conflictAlone =
    "Alone, {changes} would leave fixed pairs that cannot all hold. ‖ 单独作 {changes} 会使指定结对不能同时成立。"
  case failedAlone =
    "With {changes} alone the solver found no answer. ‖ 单独作 {changes} 时未能求解。"
  case unit =
    "* Benefit is counted in M of this round's average yield. Where a need, an indicator or a weight changes, so does that unit: compare jobs, CO₂ and value added. ‖ * 效益以本轮平均收益的百万计。需求、指标或权重变化时，该单位随之变化：请比较就业、减排和增加值。"
  case notTried =
    "{n} more change was not tried alone; those with most money at stake were.|{n} more changes were not tried alone; those with most money at stake were. ‖ 另有 {n} 项变化未单独试算；已试算涉及金额最大的各项。"
  case notReproduced =
    "Planned again, the older run gives other pairings than it published, so another version of this program wrote it. The figures of this section are held against the plan as it is now. ‖ 重新规划较早一轮得到的结对与其公布的不同，可能由本程序的其他版本编制；本节数字以现在得到的方案为准。"
}
