import Logging
import Yams

/// Reads the service's configuration, a YAML file of flat settings. All faults are found at once.
public struct ConfigurationFile: Sendable {
  /// What is wrong with a setting, and where.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1; nil for what no line says.
    public var line: Int?
    public var message: String

    public var description: String { (line.map { "line \($0): " } ?? "") + message }
  }

  /// Every fault of one configuration.
  public struct Faults: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file; nil where there is none.
    public var file: String?
    public var faults: [Fault]

    public var description: String {
      faults.map { (file.map { "\($0): " } ?? "") + $0.description }.joined(separator: "\n")
    }
  }

  /// Folders given on the command line; they override the file.
  public struct Folders: Hashable, Sendable {
    public var inbox: String?
    public var plans: String?
    public var state: String?

    public init(inbox: String? = nil, plans: String? = nil, state: String? = nil) {
      self.inbox = inbox
      self.plans = plans
      self.state = state
    }
  }

  /// The configuration of a file, or of the folders alone, checked against the disk as well.
  public static func load(_ path: String?, folders: Folders = Folders()) throws(Faults)
    -> ServiceConfiguration
  {
    var text = ""
    if let path {
      do {
        let bytes = try Files.read(path)
        guard let decoded = String(validating: bytes, as: UTF8.self) else {
          throw Faults(file: path, faults: [Fault(line: nil, message: "the file is not UTF-8")])
        }
        text = decoded
      } catch let error as FileError {
        throw Faults(file: nil, faults: [Fault(line: nil, message: error.description)])
      } catch let error as Faults {
        throw error
      } catch {
        throw Faults(file: path, faults: [Fault(line: nil, message: "\(error)")])
      }
    }
    var (configuration, faults) = parse(text, folders: folders)
    if faults.isEmpty {
      faults = configuration.folderProblems().map { Fault(line: nil, message: $0) }
    }
    guard faults.isEmpty else { throw Faults(file: path, faults: faults) }
    return configuration
  }

  /// Reads the settings of a file's text; does not look at the disk.
  static func parse(_ text: String, folders: Folders) -> (ServiceConfiguration, [Fault]) {
    var reader = SettingsReader()
    var configuration = ServiceConfiguration(inbox: "", plans: "", state: "")
    do {
      // The YAML parser would stop at a setting that is set twice, and hide every other fault.
      switch try Yams.compose(yaml: reader.withoutRepetitions(text)) {
      case .none: break
      case .mapping(let mapping)?: reader.read(mapping, into: &configuration)
      case .scalar(let scalar)? where scalar.string.isEmpty: break
      case let node?:
        reader.fault("settings are expected, one `name: value` a line", at: node)
      }
    } catch let error as YamlError {
      reader.faults.append(Fault(line: nil, message: "no valid YAML: \(error)"))
    } catch {
      reader.faults.append(Fault(line: nil, message: "\(error)"))
    }
    for (name, setting, given) in [
      ("inbox", \ServiceConfiguration.inbox, folders.inbox),
      ("plans", \.plans, folders.plans), ("state", \.state, folders.state),
    ] {
      if let given { configuration[keyPath: setting] = Files.absolute(given) }
      if configuration[keyPath: setting].isEmpty, !reader.hasFault(of: name) {
        reader.faults.append(
          Fault(line: nil, message: "`\(name)` is missing: the folder's absolute path"))
      }
    }
    return (configuration, reader.faults)
  }
}
