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
  let alternative = ProfileText.alternative.text
  guard profile.hasPrefix(alternative.en + "-"),
    let number = Int(profile.dropFirst(alternative.en.count + 1))
  else { return Bilingual(en: profile, zh: profile) }
  return Bilingual(en: "\(alternative.en) \(number)", zh: "\(alternative.zh) \(number)")
}
