/// Parts of invented names of organisations and of people in business.
enum TradeNames {
  static let organisations = [
    "Kompasroos Beheer B.V.", "Regenboei Bouw B.V.", "Lantaarnvis Holding BV",
    "Zeilmakers Logistiek B.V.", "Vlaswind Installatietechniek B.V.", "Mistroep Vastgoed N.V.",
    "Stichting Kwelgras", "Stichting Het Zandloperhuis", "Stichting Getijden",
    "Vereniging De Kluiverboom", "Peillood Transport B.V.", "Marlpriem Horeca BV",
  ]
  static let trades = [
    "Klusbedrijf Regenboei", "Kapsalon Zeeëgel", "Rijschool De Dregge", "Bloemist Kwelgras",
    "Fietsenmaker Windas", "Schoonmaak Zoutziel", "Koeriersdienst Vlaswind", "Bakkerij Peillood",
  ]
}
