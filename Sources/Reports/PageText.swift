internal import Model

/// What stands above and below each printed page.
struct PageText {
  let header: String
  let footer: String

  /// Words the page of a list.
  init(_ worklist: Worklist) {
    func plain(_ text: String) -> String {
      // An ampersand begins a code in a header.
      text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
    }
    let state = worklist.isComplete ? "" : "&C&\"Arial,Bold\"ONVOLLEDIG: zie Toelichting"
    header =
      "&LWerklijst \(plain(String(worklist.municipalityName.prefix(60))))\(state)"
      + "&RPeildatum \(worklist.referenceDate.dutch)"
    footer =
      "&LVertrouwelijk"
      + (worklist.isComplete ? "" : "&COnvolledige lijst") + "&RBladzijde &P van &N"
  }
}
