/// The page's only script, from the files in `Browser`: it switches the language, and sorts, filters and pages lists.
package enum Script {
  package static let text =
    String(decoding: PackageResources.page_js, as: UTF8.self)
    + String(decoding: PackageResources.lists_js, as: UTF8.self)
}
