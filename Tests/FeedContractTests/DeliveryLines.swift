import Diagnostics
import Foundation
import Model
import Pipeline

/// Renders what became of each data row of a delivery: one JSON object per line, keys in order.
enum DeliveryLines {
  /// The columns that say nothing about the definition of a feed.
  private static let left: Set<String> = ["signal_id", "feed", "delivery"]

  static func render(_ delivery: DecodedDelivery) throws -> String {
    var lines: [Int: [String: String]] = [:]
    let cell = ByteArena()
    for column in Received.columns where !left.contains(column.name) {
      let write = column.writer(delivery.signals)
      for index in 0..<delivery.signals.count {
        cell.removeAll()
        write(index, cell)
        guard cell.count > 0 else { continue }
        lines[Int(delivery.signals.keys.row[index]), default: [:]][column.name] =
          unquoted(cell.bytes.string)
      }
    }
    for index in 0..<delivery.signals.count {
      lines[Int(delivery.signals.keys.row[index])]?["objection"] =
        delivery.objection[index] ? "ja" : "nee"
      guard !delivery.steps.isEmpty else { continue }
      let steps = delivery.steps[index]
      let told = PriorStep.allCases.compactMap { step -> String? in
        if steps.taken.contains(PriorStepSet(step)) { return "\(step): ja" }
        return steps.notTaken.contains(PriorStepSet(step)) ? "\(step): nee" : nil
      }
      lines[Int(delivery.signals.keys.row[index])]?["steps"] = told.joined(separator: ", ")
    }
    for row in delivery.rejected {
      let diagnostic = delivery.diagnostic(of: row)
      var fields = [
        "row": "\(row.row)", "line": "\(row.line)", "diagnostic": diagnostic.code.id,
      ]
      fields["column"] = diagnostic.location.column
      fields["partner_ref"] = delivery.rejectedArena[row.partnerReference].string
      lines[Int(row.row)] = fields
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var text = ""
    for row in lines.keys.sorted() {
      text += String(decoding: try encoder.encode(lines[row]), as: UTF8.self) + "\n"
    }
    return text
  }

  private static func unquoted(_ field: String) -> String {
    guard field.hasPrefix("\"") else { return field }
    return field.dropFirst().dropLast().replacingOccurrences(of: "\"\"", with: "\"")
  }
}
