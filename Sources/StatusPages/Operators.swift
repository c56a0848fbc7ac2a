import Pages
import Plans
import Records

/// For whoever runs the service: an attempt that failed through no fault of the files, and what to do.
struct Operators: Templated {
  let steps: [Words]

  static let template = """
    <ul class="rules">{{#steps}}<li>{{{.}}}</li>{{/steps}}</ul>
    """

  static func section(_ status: RoundStatus) throws -> Section? {
    guard let failure = status.failure else { return nil }
    var steps: [Words] = []
    if let retry = failure.retry, status.watched {
      steps.append(OperatorText.retry(["time": moment(retry)]))
    }
    steps += [OperatorText.log.words, OperatorText.limits.words, OperatorText.safe.words]
    return Section(
      id: "operators", label: OperatorText.label.words, topic: OperatorText.topic.words,
      finding: OperatorText.finding(count: failure.times),
      explanation: Words(failure.reason, longest: 600), figure: try Operators(steps: steps).markup()
    )
  }
}

enum OperatorText: String, Phrase {
  case label = "Operators ‖ 运维"
  case topic = "For whoever runs the service ‖ 服务运维须知"
  case finding =
    "The last attempt failed; no file is to blame|The last {n} attempts failed; no file is to blame ‖ 最近 {n} 次计算失败，与文件无关"
  case retry =
    "It is tried again by itself on {time} UTC, and at once when a file changes. ‖ 将于 {time}（UTC）自动重试；文件一有变动则立即重试。"
  case log =
    "The log says more: <code>journalctl -u jetbd</code> ‖ 详情见日志：<code>journalctl -u jetbd</code>"
  case limits =
    "Limits are settings: <code>worker_time_limit</code>, <code>worker_memory_limit</code> in jetbd.yaml; then <code>systemctl reload jetbd</code> ‖ 限额可在 jetbd.yaml 中调整（<code>worker_time_limit</code>、<code>worker_memory_limit</code>），之后执行 <code>systemctl reload jetbd</code>"
  case safe = "The last plan and all files stay as they are. ‖ 上一方案和全部文件保持不变。"
}
