import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

/// How a truth file is read.
@Suite struct TruthFileTests {
  private func truth(_ text: String) throws -> Truth {
    let folder = try TemporaryFolder()
    return try Truth(path: folder.write(text, to: "truth.csv"))
  }

  private func code(_ text: String) -> DiagnosticCode? {
    do { _ = try truth(text) } catch let problem as Diagnostic { return problem.code } catch {}
    return nil
  }

  @Test func columnsStandInAnyOrderBesideOthers() throws {
    let read = try truth("\u{FEFF}fate,row,household,feed,person\r\nx,3,h1,a,p1\r\ny,4,,a,\r\n")
    #expect(read.count == 2)
    #expect(!read.namesDeliveries)
    let delivery = try #require(
      read.index(of: DeliveryName(feed: FeedID("a"), file: "any.csv.gz")))
    let known = try #require(read.meaning(of: 3, in: delivery))
    #expect(known.person != nil && known.household != nil)
    let unknown = try #require(read.meaning(of: 4, in: delivery))
    #expect(unknown.person == nil && unknown.household == nil)
    #expect(read.meaning(of: 5, in: delivery) == nil)
  }

  @Test func oneRowNumberOfTwoDeliveriesIsTwoRows() throws {
    let read = try truth("feed,delivery,row,person,household\na,1,1,p,h\na,2,1,q,h\nb,1,1,p,h\n")
    let places = try [("a", "1"), ("a", "2"), ("b", "1")].map { feed, file in
      try #require(read.index(of: DeliveryName(feed: FeedID(feed), file: file)))
    }
    let persons = places.map { read.meaning(of: 1, in: $0)?.person }
    #expect(persons[0] == persons[2])
    #expect(persons[0] != persons[1])
    #expect(read.index(of: DeliveryName(feed: FeedID("a"), file: "3")) == nil)
  }

  @Test func whatIsWrongIsSaid() {
    #expect(code("") == .truthColumnAbsent)
    #expect(code("feed,row,person\n") == .truthColumnAbsent)
    #expect(code("feed,row,person,household\na,0,p,h\n") == .truthCell)
    #expect(code("feed,row,person,household\na,-1,p,h\n") == .truthCell)
    #expect(code("feed,row,person,household\na,1,p\n") == .truthCell)
    #expect(code("feed,row,person,household\na,1,p,h\na,1,p,h\n") == .truthCell)
    #expect(code("feed,row,person,household\na,1,\"p,h\n") == .readFailed)
  }
}
