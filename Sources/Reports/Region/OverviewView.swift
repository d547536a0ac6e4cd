import Model
import Pipeline

/// What the page about several municipalities shows.
struct OverviewView {
  struct Row {
    let name: String
    let status: String
    let cells: [String]
    let tasks: [String]
  }

  let title = "Overzicht vroegsignalering"
  let referenceDate: String
  let count: String
  let incomplete: String
  let isIncomplete: Bool
  let columns = [
    "Signalen binnen", "Meldingen op de werklijst", "Regels niet gebruikt",
    "Uiterste datum verstreken", "Uiterste datum deze week", "Meer werk dan ruimte",
    "Leveringen te laat, niet goed of niet gekomen",
  ]
  let rows: [Row]
  let largest = String(SmallCells.largest)
  let step = String(SmallCells.roundedTo)

  /// Lays the page out, by the code of the municipality.
  init(_ results: [MunicipalityResult], on date: CalendarDate) {
    referenceDate = date.dutch
    let ordered = results.sorted { $0.municipality < $1.municipality }
    let missing = ordered.filter { $0.exitCode != 0 }.map(\.name)
    count = ordered.count == 1 ? "1 gemeente" : "\(ordered.count) gemeenten"
    isIncomplete = !missing.isEmpty
    incomplete = DutchText.list(missing)
    rows = ordered.map { result in
      let numbers = result.published
      return Row(
        name: result.name, status: result.exitCode == 0 ? "Compleet" : "Onvolledig",
        cells: [
          numbers.signals, numbers.households, numbers.unused, numbers.deadlinesPassed,
          numbers.deadlinesThisWeek, numbers.shortfall,
        ].map { $0.map(FigureText.grouped) ?? "verborgen" } + ["\(Self.troubled(result).count)"],
        tasks: Self.tasks(result))
    }
  }

  /// The deliveries that somebody must ask a partner about.
  private static func troubled(_ result: MunicipalityResult) -> [MunicipalityResult.Delivery] {
    result.deliveries.filter {
      ["refused", "missing"].contains($0.status) || $0.words.contains(DeliveryWord.late.rawValue)
    }
  }

  /// The month or week that a delivery is about, behind its name.
  private static func period(_ text: String) -> String {
    guard let period = DeliveryPeriod(text) else { return "" }
    let (year, month, _) = period.first.civil
    return period.isWeek ? " over \(period)" : " over \(DutchText.month(month)) \(year)"
  }

  /// What somebody has to do for a municipality, the most urgent first.
  private static func tasks(_ result: MunicipalityResult) -> [String] {
    var tasks: [String] = []
    switch result.published.deadlinesPassed {
    case 0: break
    case let count?:
      tasks.append(
        "Van ongeveer \(DutchText.number(count)) meldingen is de uiterste datum verstreken. Neem vandaag contact op. De datum staat in de kolom Eerste gesprek uiterlijk."
      )
    case nil:
      tasks.append(
        "Kijk in de werklijst of de uiterste datum van een melding is verstreken.")
    }
    switch result.published.shortfall {
    case 0: break
    case let count?:
      tasks.append(
        "Er is te weinig ruimte voor ongeveer \(DutchText.number(count)) pogingen. Zoek extra mensen of verdeel het werk anders."
      )
    case nil:
      tasks.append("Er is te weinig ruimte voor een paar pogingen. Verdeel het werk anders.")
    }
    for delivery in troubled(result) {
      let what = "De levering \(delivery.feed)\(Self.period(delivery.period))"
      switch delivery.status {
      case "missing": tasks.append("\(what) is niet gekomen. Vraag de partner wanneer die komt.")
      case "refused":
        tasks.append("\(what) is niet te gebruiken. Vraag de partner om een nieuwe levering.")
      default: tasks.append("\(what) kwam te laat. Spreek met de partner af dat die op tijd komt.")
      }
    }
    if tasks.isEmpty, result.exitCode != 0 {
      tasks.append(
        "Sommige regels konden niet worden gelezen. Vraag de partner om een verbetering.")
    }
    return tasks.isEmpty ? ["U hoeft niets te doen. Werk de werklijst af."] : tasks
  }
}
