import Pages

/// What a run did against the one before it.
enum EffectText: String, Phrase {
  case label = "What changed ‖ 变化"
  case topic = "What changed since the last run ‖ 与上一方案相比"
  case explanation =
    "The plan of {now} UTC against that of {before} UTC, which was in force before. What edits say of money is in {unit}. ‖ {now}（UTC）的方案与此前现行的 {before}（UTC）方案相比。修改所列金额以{unit}计。"
  case noPlan = "No new plan came of it ‖ 未产生新方案"
  case same = "The plan is the same as before ‖ 方案与此前相同"
  case samePairings =
    "The same pairings; {n} proposal is funded otherwise|The same pairings; {n} proposals are funded otherwise ‖ 结对不变，{n} 个项目所得资金有变"
  case ended = "{n} pairing ended|{n} pairings ended ‖ 结束 {n} 个结对"
  case new = "{n} new pairing|{n} new pairings ‖ 新增 {n} 个结对"
  case larger = "{n} larger ‖ {n} 个增加"
  case smaller = "{n} smaller ‖ {n} 个减少"

  case edits = "The edits behind it ‖ 所依据的修改"
  case nothing = "No record and no setting says anything else. ‖ 所有记录和设置均无变化。"
  case noEdit =
    "No record and no setting says anything else: another version of the program, or its limits, made the difference. ‖ 所有记录和设置均无变化；差异来自程序版本或其限额。"
  case wordsOnly =
    "Only names and notes changed, which no plan depends on. ‖ 仅名称和说明有变，不影响方案。"
  case noCountingEdit =
    "Only names and notes changed, which no plan depends on: another version of the program, or its limits, made the difference. ‖ 仅名称和说明有变，不影响方案；差异来自程序版本或其限额。"
  case unmoved =
    "It does not move the plan.|None of these {n} moves the plan. ‖ 可能影响方案的 {n} 项修改均未使方案变动。"
  case onlyEdit =
    "This is the only edit that a plan can depend on: all that changed comes of it. ‖ 可能影响方案的修改仅此一项，全部变化均由此而来。"
  case manyEdits =
    "{n} edit can have moved the plan.|{n} edits can have moved the plan; those with most money at stake come first. Which of them did how much, the command below finds out. ‖ {n} 项修改可能影响方案，涉及资金多的在前。各项的作用可用下方命令查明。"
  case weightiest = "The weightiest edit|The {n} weightiest edits ‖ 影响较大的 {n} 项修改"
  case groupEdited = "{file}: {n} {kind} edited ‖ {file}：修改 {n} {kind}"
  case groupNew = "{file}: {n} new {kind} ‖ {file}：新增 {n} {kind}"
  case groupGone = "{file}: {n} {kind} gone ‖ {file}：减少 {n} {kind}"
  case fileGone = "{file} (withdrawn) ‖ {file}（已撤回）"
  case fileNew = "{file} (new) ‖ {file}（新文件）"
  case noFile = "what no file says ‖ 未在文件中写明"
  case settings = "setting|settings ‖ 项设置"
  case fixedPairs = "fixed pair|fixed pairs ‖ 对指定结对"
  case forbiddenPairs = "forbidden pair|forbidden pairs ‖ 对禁止结对"
  case regions = "region|regions ‖ 个地区"
  case links = "coal link|coal links ‖ 条煤炭往来"
  case offers = "offer|offers ‖ 项承诺"
  case proposalCount = "proposal|proposals ‖ 个项目"
  case continuations = "plan that continuity keeps to|plans that continuity keeps to ‖ 个延续所依据的方案"
  case moreEdits =
    "{n} more edit is not named here.|{n} more edits are not named here. ‖ 另有 {n} 项修改未列出。"
  case command =
    "Every change, and the round planned again with each edit alone: {command} in this folder. ‖ 列出全部变化，并逐项试算各修改的作用：在本文件夹执行 {command}。"

  case newRecord = "new {what}: {fields} ‖ 新增{what}：{fields}"
  case newBare = "new {what} ‖ 新增{what}"
  case goneBare =
    "{what} is gone (withdrawn, or left out for a problem) ‖ {what} 不再计入（已撤回，或因有误被略过）"
  case goneRecord =
    "{what} is gone (withdrawn, or left out for a problem); it said {fields} ‖ {what} 不再计入（已撤回，或因有误被略过）；原为 {fields}"
  case editedRecord = "{what}: {fields} ‖ {what}：{fields}"
  case value = "{name} {before} → <b>{after}</b> ‖ {name} {before} → <b>{after}</b>"
  case bareValue = "{before} → <b>{after}</b> ‖ {before} → <b>{after}</b>"
  case oneValue = "{name} {value} ‖ {name} {value}"
  case moreFields = "{n} more value|{n} more values ‖ 另有 {n} 项内容"
  case unwritten = "not written ‖ 未写明"
  case noEffect =
    " <span class=\"dim\">(no plan depends on it)</span> ‖ <span class=\"dim\">（不影响方案）</span>"

  case pairings = "Pairings, {unit} ‖ 结对（{unit}）"
  case pairing = "Pairing ‖ 结对"
  case figures = "What the plan reaches ‖ 方案成效"
  case figure = "Figure ‖ 指标"
  case proposals = "Proposals, {unit} ‖ 项目（{unit}）"
  case proposal = "Proposal ‖ 项目"
  case before = "Before ‖ 之前"
  case after = "Now ‖ 现在"
  case change = "Change ‖ 变化"
  case stepNew = "new ‖ 新增"
  case stepEnded = "ended ‖ 结束"
  case stepLarger = "larger ‖ 增加"
  case stepSmaller = "smaller ‖ 减少"
  case concerns = "edit {numbers} concerns it|edits {numbers} concern it ‖ 直接相关的修改：{numbers}"
  case morePairings = "and {n} smaller change|and {n} smaller changes ‖ 另有 {n} 项较小的变动"
  case funding =
    "{gained} got more, {lost} got less. ‖ {gained} 个增加，{lost} 个减少。"
  case notAsked = "withdrawn ‖ 已撤回"
  case ofNeed = "{share} of its need ‖ 占需求 {share}"

  case placed = "Money placed ({unit}) ‖ 安排资金（{unit}）"
  case benefit = "Benefit ‖ 效益"
  case jobs = "Jobs ‖ 就业岗位"
  case co2 = "CO₂ avoided (t a year) ‖ 减排 CO₂（吨／年）"
  case valueAdded = "Value added (M a year) ‖ 增加值（百万／年）"
  case lowestLevel = "Lowest level ‖ 最低水平"
  case meanLevel = "Mean level ‖ 平均水平"
  case bondMet = "Bond met ‖ 责任兑现"
  case pairingCount = "Pairings ‖ 结对数"
  case months = "Person-months ‖ 人月"
  case points = "{n} points ‖ {n} 个百分点"
  case sameFigures = "Every figure is as it was. ‖ 各项指标不变。"
}
