/// A group of invented names that go together: surnames, given names and how both are misspelt.
///
/// For making names alone: it stands in no delivery and in no truth.
enum NameTradition: Int, CaseIterable {
  case dutch
  case turkish
  case moroccan
  case hindustani
  case creole
  case antillean
  case polish
  case chinese
  case vietnamese
  case german
  case other

  /// How many of a thousand households bear such a surname; the rest are Dutch.
  var rate: Int {
    switch self {
    case .dutch: 0
    case .turkish: 45
    case .moroccan: 45
    case .hindustani: 25
    case .creole: 20
    case .antillean: 25
    case .polish: 35
    case .chinese: 8
    case .vietnamese: 4
    case .german: 20
    case .other: 28
    }
  }

  /// How many of a thousand of them have a given name of the Dutch list.
  var dutchGivenNames: Int {
    switch self {
    case .dutch: 1000
    case .turkish, .moroccan: 60
    case .hindustani: 200
    case .creole, .antillean, .german: 600
    case .polish: 50
    case .chinese: 400
    case .vietnamese: 300
    case .other: 250
    }
  }

  /// The surnames, as ``Surnames`` describes them.
  var surnames: String {
    switch self {
    case .dutch: Surnames.dutch
    case .turkish: TraditionSurnames.turkish
    case .moroccan: TraditionSurnames.moroccan
    case .hindustani: TraditionSurnames.hindustani
    case .creole: TraditionSurnames.creole
    case .antillean: TraditionSurnames.antillean
    case .polish: TraditionSurnames.polish
    case .chinese: TraditionSurnames.chinese
    case .vietnamese: TraditionSurnames.vietnamese
    case .german: TraditionSurnames.german
    case .other: TraditionSurnames.other
    }
  }

  /// The given names, as ``GivenNames`` describes them.
  var givenNames: String {
    switch self {
    case .dutch: GivenNames.dutch
    case .turkish: TraditionGivenNames.turkish
    case .moroccan: TraditionGivenNames.moroccan
    case .hindustani: TraditionGivenNames.hindustani
    case .creole, .antillean: TraditionGivenNames.creole
    case .polish: TraditionGivenNames.polish
    case .chinese: TraditionGivenNames.chinese
    case .vietnamese: TraditionGivenNames.vietnamese
    case .german: TraditionGivenNames.german
    case .other: TraditionGivenNames.other
    }
  }
}
