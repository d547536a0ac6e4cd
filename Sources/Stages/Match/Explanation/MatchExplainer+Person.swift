internal import Diagnostics
public import Model

extension MatchExplainer {
  /// More signals of one person are not compared one by one.
  private static let mostSignals = 400

  /// Explains why the signals of a person are taken for one.
  ///
  /// - Parameter id: A person of the run.
  /// - Returns: Its signals and the links between them.
  /// - Throws: A diagnostic if there is none.
  /// - Complexity: O(*n*), and O(*k*²) for *k* signals of the person, up to a limit.
  public func person(_ id: String) throws -> PersonExplanation {
    guard let record = personOfRecord.firstIndex(where: { $0.description == id }) else {
      throw Diagnostic(
        .notFound, ["what": "the person", "hint": "ids of another run or municipality differ"])
    }
    return person(at: placeOfRecord[record])
  }

  /// The person at a place.
  func person(at place: Int) -> PersonExplanation {
    let all = matching.persons[place]
    let compared = Array(all.prefix(Self.mostSignals))
    return PersonExplanation(
      id: personOfRecord[all[0]].description, signals: compared.map(grade),
      links: spanningTree(compared), leftOut: all.count - compared.count)
  }

  /// The heaviest links that join all records: from the first, always the heaviest that reaches another.
  private func spanningTree(_ records: [Int]) -> [PersonExplanation.Link] {
    guard records.count > 1 else { return [] }
    let weigher = matching.weigher
    // For each record outside, its heaviest link into the tree.
    var rest = records.dropFirst().map {
      (record: $0, anchor: records[0], weight: weigher.weight(records[0], $0))
    }
    var links: [PersonExplanation.Link] = []
    while let heaviest = rest.max(by: { ($0.weight, $1.record) < ($1.weight, $0.record) }) {
      links.append(link(heaviest.anchor, heaviest.record, heaviest.weight))
      rest.removeAll { $0.record == heaviest.record }
      for index in rest.indices {
        let weight = weigher.weight(heaviest.record, rest[index].record)
        if weight > rest[index].weight {
          rest[index].anchor = heaviest.record
          rest[index].weight = weight
        }
      }
    }
    return links
  }

  private func link(_ left: Int, _ right: Int, _ weight: Int32) -> PersonExplanation.Link {
    let found = matching.weigher.comparison.agreement(left, right)
    return PersonExplanation.Link(
      first: matching.records.signalID[left].description,
      second: matching.records.signalID[right].description, weight: weight,
      evidence: text(of: FieldList(found)))
  }

  private func text(of fields: FieldList) -> String {
    let arena = ByteArena(capacity: 128)
    return arena[arena.store(fields)].string
  }

  /// How sure it is that a record is of its person, and the condition that decided.
  func grade(_ record: Int) -> PersonExplanation.Grade {
    let found = matching.evidence[record]
    let person = matching.persons[placeOfRecord[record]]
    let average = average(record, person)
    var condition = PersonExplanation.Condition.fields
    if matching.clusters.doubtful[record] {
      condition = .ambiguous
    } else if person.count == 1 {
      condition = .alone
    } else if average < PersonGrades.probable {
      condition = .againstOnAverage
    } else if found.fields.grade(isPair: true) != found.grade {
      condition =
        matching.clusters.contested[record]
        ? .contested : average < PersonGrades.certain ? .notHeavyEnough : .otherGivenName
    }
    return PersonExplanation.Grade(
      signal: signal(record), grade: found.grade, condition: condition,
      evidence: text(of: found.fields), weight: found.weight, average: average)
  }

  private func average(_ record: Int, _ person: PersonGroups.Slice) -> Int32 {
    let others = person.prefix(PersonGrades.mostCompared).filter { $0 != record }
    let sum = others.reduce(Int64(0)) { sum, other in
      let weight = matching.weigher.weight(record, other)
      return sum + Int64(min(PersonGrades.most, max(-PersonGrades.most, weight)))
    }
    return Int32(sum / Int64(max(1, others.count)))
  }
}
