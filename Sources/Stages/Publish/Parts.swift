internal import Definitions
internal import Model
internal import Pipeline

/// The lists of some households beside the whole list: one for each team, and for the routes that ask for one.
///
/// Every household still stands on the whole list. One whose address nobody may know is on no list of a team.
///
/// - Complexity: O(*n*) in the number of households, and of signals where a route has a list for each partner.
struct Parts {
  /// The parts, by the name of their file; none is empty.
  let all: [WorklistPart]

  /// Puts the households in their parts.
  init(_ tables: MunicipalityTables, _ context: StageContext) {
    let list = tables.prioritised
    var parts: [String: WorklistPart] = [:]
    func add(_ line: Int, to fileName: String, _ title: String) {
      parts[fileName, default: WorklistPart(fileName: fileName, title: title, positions: [])]
        .positions.append(line)
    }
    let teams = Dictionary(
      context.municipality.teams.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let routes = Dictionary(
      context.rules.routes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let names = PartnerNames(context.feeds)
    let partners =
      context.rules.routes.contains { $0.list == .perPartner } ? PartnersOfRoutes(tables) : nil
    for line in 0..<list.count {
      let team = list.arena[list.team[line]].string
      if let name = teams[team] { add(line, to: "team-\(team)", name) }
      for code in Self.codes(list.arena[list.routes[line]]) {
        guard let route = routes[code] else { continue }
        let fileName = "route-\(route.fileName)"
        switch route.list {
        case .none: continue
        case .one: add(line, to: fileName, route.name)
        case .perPartner:
          for partner in partners?.partners(of: list.householdID[line], route) ?? [] {
            add(line, to: "\(fileName)-\(partner)", "\(route.name), \(names[partner])")
          }
        }
      }
    }
    all = parts.values.sorted { $0.fileName < $1.fileName }
  }

  /// The codes in a cell of routes.
  static func codes(_ cell: ByteView) -> [String] {
    cell.split(at: UInt8(ascii: "|")).compactMap {
      $0.split(at: UInt8(ascii: ":")).first?.string
    }
  }
}

/// Which partners sent the signals that a route is about.
private struct PartnersOfRoutes {
  private let tables: MunicipalityTables
  private let rows: HouseholdRows
  private let position: [HouseholdID: Int]

  init(_ tables: MunicipalityTables) {
    self.tables = tables
    rows = HouseholdRows(tables.matched, tables.distinct)
    position = Dictionary(
      rows.ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The ids of the partners, in order.
  func partners(of household: HouseholdID, _ route: Route) -> [String] {
    guard let place = position[household] else { return [] }
    let received = tables.received
    var partners: Set<String> = []
    for row in rows[place].lazy.map(Int.init)
    where tables.distinct.stands(row, tables.matched)
      && route.concerns(received.kind[row], of: received.partnerType[row])
    {
      partners.insert(received.arena[received.partner[row]].string)
    }
    return partners.sorted()
  }
}
