internal import Definitions
internal import Model

/// Finds the municipality of a delivered address: by its postcode, else by the name of its place.
struct MunicipalityFinder: Sendable {
  private let municipalityOfArea: [UInt16]
  private let names: [(folded: [UInt8], number: UInt16)]

  init(pipeline: PipelineDefinition) {
    municipalityOfArea = pipeline.reference.municipalityOfArea
    names = pipeline.allMunicipalities.map { municipality in
      (Array(municipality.name.lowercased().utf8), municipality.code.number)
    }
  }

  /// The number of the municipality; 0 when nothing tells, or it is not in the pipeline and has no
  /// known postcode area.
  ///
  /// - Complexity: O(bytes of the address).
  func municipality(of row: Int, in source: Received, folded: ByteArena) -> UInt16 {
    let arena = source.arena
    for cell in [source.postcode[row], source.addressLine[row], source.city[row]] {
      guard let found = Postcode.find(in: arena[cell])?.postcode else { continue }
      let area = found.digits
      if area < municipalityOfArea.count, municipalityOfArea[area] != 0 {
        return municipalityOfArea[area]
      }
    }
    for cell in [source.city[row], source.postcode[row], source.addressLine[row]] {
      let text = arena[cell]
      folded.removeAll()
      for index in 0..<text.count {
        let byte = text[index]
        folded.append(byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte)
      }
      let place = folded.bytes.trimmed
      for (name, number) in names where place.ends(with: name) { return number }
    }
    return 0
  }
}

extension ByteView {
  /// Whether the view is, or ends in, a word of its own that is some bytes.
  fileprivate func ends(with word: [UInt8]) -> Bool {
    guard count >= word.count else { return false }
    let from = count - word.count
    if from > 0 && self[from - 1] != UInt8(ascii: " ") { return false }
    for index in 0..<word.count where self[from + index] != word[index] { return false }
    return true
  }
}
