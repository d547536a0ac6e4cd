internal import Definitions
internal import Model

extension FeedField {
  /// What the field is, in Dutch.
  var dutch: String {
    switch self {
    case .partnerReference: "klantnummer of contractnummer"
    case .kind: "soort melding"
    case .amount: "bedrag van de achterstand"
    case .signalledOn: "dag van de melding"
    case .arisenOn: "dag waarop de achterstand ontstond"
    case .daysInArrears: "dagen achterstand"
    case .termsInArrears: "termijnen achterstand"
    case .warmHandover: "warme overdracht"
    case .threatOn: "dag van ontruiming of afsluiting"
    case .objection: "bezwaar van de inwoner"
    case .stepContactEffort: "moeite gedaan voor persoonlijk contact"
    case .stepPointedToHelp: "gewezen op schuldhulp"
    case .stepReminders: "schriftelijke herinneringen"
    case .stepOfferMade: "aangeboden om gegevens door te geven"
    case .stepNoRefusal: "aanbod niet afgewezen"
    case .kvk: "KvK-nummer"
    case .name: "naam"
    case .initials: "voorletters"
    case .givenNames: "voornamen"
    case .prefix: "voorvoegsel"
    case .surname: "achternaam"
    case .partnerPrefix: "voorvoegsel van de partner"
    case .partnerSurname: "achternaam van de partner"
    case .birthDate: "geboortedatum"
    case .addressLine: "adres"
    case .street: "straat"
    case .houseNumber: "huisnummer"
    case .houseLetter: "huisletter"
    case .houseAddition: "toevoeging"
    case .postcode: "postcode"
    case .city: "plaats"
    case .phone: "telefoonnummer"
    case .email: "e-mailadres"
    }
  }

  /// Why it is needed, in Dutch.
  var purpose: String {
    switch self {
    case .partnerReference: "dezelfde achterstand herkennen; terugmelden aan de partner"
    case .kind, .threatOn: "termijn en klasse bepalen"
    case .amount: "drempel, klasse en gesprek"
    case .signalledOn, .arisenOn, .daysInArrears, .termsInArrears:
      "nagaan of de melding op tijd is; klasse bepalen"
    case .warmHandover: "klasse bepalen"
    case .objection, .stepContactEffort, .stepPointedToHelp, .stepReminders, .stepOfferMade,
      .stepNoRefusal:
      "nagaan of de melding mag worden verwerkt"
    case .kvk: "bedrijven herkennen en weglaten"
    case .name, .initials, .givenNames, .prefix, .surname, .partnerPrefix, .partnerSurname:
      "de juiste persoon vinden en aanspreken"
    case .birthDate: "de juiste persoon vinden; jongeren herkennen"
    case .addressLine, .street, .houseNumber, .houseLetter, .houseAddition, .postcode, .city:
      "het huishouden vinden; brief en huisbezoek"
    case .phone, .email: "contact zoeken; de juiste persoon vinden"
    }
  }
}

extension RegisterField {
  /// Why it is asked of the register, in Dutch.
  var purpose: String {
    switch self {
    case .citizenServiceNumber: "apart bewaren voor wie zeker is gevonden"
    case .givenNames, .initials, .prefix, .surname, .partnerPrefix, .partnerSurname, .nameUse,
      .birthDate, .previousPostcode, .previousHouseNumber, .previousHouseLetter,
      .previousHouseAddition:
      "de juiste persoon vinden"
    case .municipality, .movedInDate: "zien of iemand is verhuisd"
    case .street, .houseNumber, .houseLetter, .houseAddition, .addressDesignation, .postcode,
      .city, .bagID:
      "het juiste adres gebruiken"
    case .addressFunction, .secrecy, .underInvestigation:
      "niet schrijven of aanbellen waar dat niet mag"
    case .suspensionReason, .suspensionDate: "zien of iemand is overleden of vertrokken"
    }
  }
}
