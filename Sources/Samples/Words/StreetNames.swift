/// Parts of invented street names; every street is a stem and an ending.
enum StreetNames {
  static let stems = [
    "Kompasroos", "Regenboei", "Lantaarnvis", "Zeilmakers", "Vlaswind", "Sterrenkijker", "Dregge",
    "Marlpriem", "Kaapstander", "Gangspil", "Fokkenmast", "Bezaansboom", "Ankerspil", "Kajuit",
    "Patrijspoort", "Luikhoofd", "Zwaardboot", "Windas", "Takelblok", "Jakobsladder", "Mastvoet",
    "Nachtboog", "Mistroep", "Peillood", "Schelprif", "Getijdenhuis", "Zoutziel", "Kwelgras",
    "Zeeëgel", "Coördinaten", "Waterpoort", "Zandloper", "Kluiverboom", "Touwrol", "Steekanker",
    "Roeidol", "Wrikriem", "Loggerlijn", "Vangtros", "Kraaiennest", "Korte Puts", "Lange Puts",
    "Nieuwe Mistroep", "Oude Peillood", "1e Takelblok", "2e Takelblok", "'s-Heerenpuls",
    "Sint Zandloper", "Burg. Zoutziel", "Dr. Kwelgras",
  ]
  static let endings = [
    "hof", "gang", "plein", "erf", "steeg", "pad", "rak", "tuin", "bocht", "zoom", "straat",
    "laan", "weg", "kreek",
  ]
  static let shortEndings = [
    "hof", "gang", "pln", "erf", "stg", "pad", "rak", "tuin", "bocht", "zoom", "str.", "ln", "wg",
    "kreek",
  ]
  static let additions = ["hs", "1", "2", "bis", "I", "II", "rd", "zw"]
}
