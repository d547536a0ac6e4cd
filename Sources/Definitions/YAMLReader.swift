import Diagnostics
import Yams

/// Reads YAML into nodes with places, and says where it is broken.
enum YAMLReader {
  /// Far more than any definition needs; stops aliases that multiply.
  private static let mostNodes = 200_000

  /// Reads one document.
  ///
  /// - Returns: `nil` after a problem that leaves nothing to read on with.
  static func read(_ bytes: [UInt8], file: String, _ problems: ProblemCollector) -> YAMLNode? {
    let start = Place(file: file)
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let offset = firstUnreadable(content) {
      let place = place(of: offset, in: content, file: file)
      problems.add(
        .yamlBroken, at: place, ["reason": "there is a byte here that is no UTF-8 text"])
      return nil
    }
    var text = String(decoding: content, as: UTF8.self)
    // Yams stops at a key that stands twice. Each is noted, made different and then passed over, so
    // that the rest of the file is checked as well.
    for _ in 0..<100 {
      do {
        guard let root = try compose(yaml: text, .basic, .default, .utf8) else {
          problems.add(.yamlBroken, at: start, ["reason": "the file is empty"])
          return nil
        }
        var budget = mostNodes
        let node = convert(root, parent: start, &budget)
        guard budget > 0 else {
          problems.add(.yamlBroken, at: start, ["reason": "it grows without bound"])
          return nil
        }
        return node
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let first = Place(file: file, line: context.mark.line, character: context.mark.column)
        guard
          let (place, name, masked) = DoubledKey.mask(names, after: first, in: text)
        else {
          problems.add(.doubledKey, at: first, ["key": names.first ?? ""])
          return nil
        }
        problems.add(.doubledKey, at: place, ["key": name])
        text = masked
      } catch let error as YamlError {
        report(error, content, file: file, problems)
        return nil
      } catch {
        problems.add(.yamlBroken, at: start, ["reason": "\(error)"])
        return nil
      }
    }
    return nil
  }

  private static func convert(_ node: Node, parent: Place, _ budget: inout Int) -> YAMLNode {
    budget -= 1
    var place = parent
    if let mark = node.mark { (place.line, place.character) = (mark.line, mark.column) }
    guard budget > 0 else { return YAMLNode(content: .nothing, place: place) }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      if isPlain && ["", "~", "null"].contains(scalar.string) {
        return YAMLNode(content: .nothing, place: parent)
      }
      return YAMLNode(content: .scalar(scalar.string), place: place)
    case .sequence(let sequence):
      return YAMLNode(
        content: .list(sequence.map { convert($0, parent: place, &budget) }), place: place)
    case .mapping(let mapping):
      var entries: [(key: YAMLNode, value: YAMLNode)] = []
      for pair in mapping where !DoubledKey.isMasked(pair.key.scalar?.string ?? "") {
        let key = convert(pair.key, parent: place, &budget)
        entries.append((key, convert(pair.value, parent: key.place, &budget)))
      }
      return YAMLNode(content: .table(entries), place: place)
    case .alias:
      return YAMLNode(content: .nothing, place: place)
    }
  }

  private static func report(
    _ error: YamlError, _ content: ArraySlice<UInt8>, file: String, _ problems: ProblemCollector
  ) {
    var place = Place(file: file)
    var reason = "\(error)"
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // What was never closed is found at the end, but belongs where it was opened.
      let isAtEnd = problem.contains("end of stream")
      let shown = isAtEnd ? context?.mark ?? mark : mark
      (place.line, place.character) = (shown.line, shown.column)
      reason = [context.map { $0.text }, problem].compactMap { $0 }.joined(separator: " ")
    case .reader(let problem, let offset, _, _):
      reason = problem
      if let offset {
        let before = String(decoding: content, as: UTF8.self).prefix(offset).utf8.count
        place = self.place(of: content.startIndex + before, in: content, file: file)
      }
    default: break
    }
    problems.add(.yamlBroken, at: place, ["reason": reason])
  }

  /// The first byte that is no part of a UTF-8 character.
  private static func firstUnreadable(_ bytes: ArraySlice<UInt8>) -> Int? {
    let repaired = String(decoding: bytes, as: UTF8.self).utf8
    for (index, byte) in zip(bytes.indices, repaired) where bytes[index] != byte { return index }
    return nil
  }

  private static func place(
    of offset: Int, in bytes: ArraySlice<UInt8>, file: String
  ) -> Place {
    var place = Place(file: file)
    for byte in bytes[..<offset] {
      if byte == UInt8(ascii: "\n") {
        place.line += 1
        place.character = 1
      } else if byte & 0xC0 != 0x80 {
        place.character += 1
      }
    }
    return place
  }
}
