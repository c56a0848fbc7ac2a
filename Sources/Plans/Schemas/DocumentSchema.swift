/// The documents for programs that a JSON Schema describes.
public enum DocumentSchema: String, CaseIterable, Sendable {
  /// `plans.json`.
  case plans
  /// `certificate.json`.
  case certificate
  /// `inputs.json`.
  case inputs
  /// `status.json` of a round.
  case status

  /// Its JSON Schema, draft 2020-12.
  public var text: [UInt8] {
    switch self {
    case .plans: PackageResources.plans_schema_json
    case .certificate: PackageResources.certificate_schema_json
    case .inputs: PackageResources.inputs_schema_json
    case .status: PackageResources.status_schema_json
    }
  }
}
