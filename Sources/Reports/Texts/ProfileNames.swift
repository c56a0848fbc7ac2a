import Pages
import Records

/// The names of the profiles that come with the program.
enum ProfileText: String, Phrase {
  case bondFirst = "bond-first ‖ 责任优先"
  case fairnessFirst = "fairness-first ‖ 公平优先"
  case benefitFirst = "benefit-first ‖ 效益优先"
  case custom = "custom ‖ 自定"
  case alternative = "alternative ‖ 备选"
}

/// A profile's name: the planners' own stay as they are, `alternative-2` is the second alternative.
func profileName(_ profile: String) -> Bilingual {
  if let known = ProfileText.allCases.first(where: { $0.text.en == profile }) { return known.text }
  guard let number = alternativeNumber(profile) else { return Bilingual(en: profile, zh: profile) }
  let alternative = ProfileText.alternative.text
  return Bilingual(en: "\(alternative.en) \(number)", zh: "\(alternative.zh) \(number)")
}

/// Whether a plan was made to differ from those before it.
func isAlternative(_ profile: String) -> Bool { alternativeNumber(profile) != nil }

private func alternativeNumber(_ profile: String) -> Int? {
  let prefix = ProfileText.alternative.text.en + "-"
  return profile.hasPrefix(prefix) ? Int(profile.dropFirst(prefix.count)) : nil
}
