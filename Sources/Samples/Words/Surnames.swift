/// Dutch surnames of invented persons with how often each is drawn: `prefix|name|weight` per line, and
/// where there are any `|other spellings`, with commas.
///
/// The first part is the head of the national frequency list of 2007 (weight: bearers / 500); the rest
/// brings spellings that matching must treat alike, with weights of our own. The surnames of other
/// traditions stand in ``TraditionSurnames``.
///
/// - Source: `nederlandse-familienamenbank`.
enum Surnames {
  static let dutch = """
    de|Jong|168
    |Jansen|147
    de|Vries|142
    van den|Berg|115
    van|Dijk|113
    |Bakker|111
    |Janssen|108
    |Visser|99
    |Smit|85
    |Meijer|77
    de|Boer|76
    |Mulder|72
    de|Groot|72
    |Bos|71
    |Vos|61
    |Peters|60
    |Hendriks|59
    |Dekker|56
    van|Leeuwen|56
    |Brouwer|51
    de|Wit|48
    |Dijkstra|47
    |Smits|46
    de|Graaf|42
    van der|Meer|41
    |Kok|41
    |Jacobs|40
    van der|Linden|40
    |Vermeulen|40
    de|Haan|40
    van den|Heuvel|40
    van den|Broek|37
    van der|Veen|37
    de|Bruin|35
    |Schouten|34
    van|Beek|33
    van der|Heijden|33
    de|Bruijn|33
    |Willems|33
    van|Vliet|33
    |Maas|31
    |Hoekstra|31
    |Verhoeven|31
    |Koster|31
    van|Dam|31
    |Prins|30
    |Huisman|29
    |Blom|29
    |Peeters|28
    de|Jonge|28
    |Kuipers|28
    van der|Wal|28
    van|Veen|27
    |Post|27
    |Kuiper|27
    |Kramer|26
    van den|Brink|26
    |Veenstra|26
    |Scholten|26
    van|Wijk|25
    |Postma|25
    |Martens|24
    |Vink|24
    de|Ruiter|24
    |Groen|23
    |Timmermans|23
    van de|Ven|23
    |Gerritsen|23
    |Jonker|23
    |Boer|23
    van|Loon|23
    |Willemsen|22
    |Smeets|22
    |Bosch|22
    de|Lange|22
    de|Vos|22
    |Schipper|22
    van|Dongen|22
    |Koning|21
    van der|Laan|21
    de|Koning|21
    |Driessen|21
    van|Doorn|21
    |Hermans|21
    |Evers|21
    van der|Velden|20
    van den|Bosch|20
    |Hofman|20
    |Wolters|20
    van der|Meulen|20
    |Bosman|20
    |Mol|20
    |Molenaar|20
    |Sanders|20
    |Kuijpers|20
    van der|Horst|20
    de|Leeuw|20
    |Verbeek|19
    |Stam|19
    |Kroon|19
    |Groot|18
    |Timmer|18
    de|Rooij|18
    |Groeneveld|17
    |Wouters|17
    |Schaap|17
    de|Haas|17
    |Roos|17
    van|Rijn|17
    |Pronk|17
    |Bosma|17
    |Koopman|17
    |Vonk|17
    |Verhagen|16
    |Snijders|16
    |Dekkers|16
    van|Es|16
    |Versteeg|16
    |Zijlstra|16
    van der|Velde|16
    |Boon|16
    |Klein|16
    |Stevens|16
    |Gerrits|16
    |Simons|16
    |Otten|16
    |Aarts|15
    |Bouwman|15
    |Verweij|15
    van|Schaik|15
    |Blok|15
    |Muller|15
    de|Jager|15
    |Damen|15
    |Klaassen|15
    |Rutten|15
    |Jager|15
    van|Eijk|15
    |Cornelissen|14
    van der|Heide|14
    van|Rooij|14
    |Geurts|14
    |Vermeer|14
    |Bouman|14
    |Teunissen|14
    |Franken|14
    |Roelofs|14
    |Faber|14
    |Lammers|14
    |Arts|14
    |Boersma|14
    van|Os|14
    |Buijs|14
    |Joosten|14
    |Venema|14
    |Schuurman|14
    |Verhoef|14
    |Thijssen|14
    |Derksen|14
    |Visscher|13
    |Derks|13
    van den|Akker|13
    |Goossens|13
    |Kersten|13
    |Timmerman|13
    |Wiersma|13
    van der|Werf|13
    |Baas|13
    |Baars|12
    van|Essen|12
    van|Lieshout|12
    |Brouwers|12
    |Kamphuis|12
    van der|Plas|12
    van|Driel|12
    |Hoek|12
    |Wessels|12
    van|Rooijen|12
    van|Rossum|12
    van|Eck|12
    van|Gils|12
    |Zwart|12
    |Bouma|12
    van der|Steen|12
    |Arends|12
    |Vissers|12
    |Knol|12
    van den|Bos|12
    van der|Ploeg|12
    |Bijl|12
    van|Dalen|12
    |Hartman|12
    |Hoogendoorn|12
    |Terpstra|12
    de|Ruijter|12
    |Rietveld|11
    den|Hartog|11
    van|Berkel|11
    van de|Pol|11
    |Boonstra|11
    den|Boer|11
    |Feenstra|11
    |Tromp|11
    |Kooistra|11
    |Schut|11
    |Keizer|11
    |Pieters|11
    |Koopmans|11
    |Konings|11
    van|Zanten|11
    de|Ridder|11
    |Schepers|11
    van|Vugt|11
    |Veldman|11
    |Smulders|11
    |Brink|11
    |Boers|11
    |Stolk|11
    de|Waal|11
    van der|Molen|11
    |Vis|11
    van der|Zee|11
    |Nieuwenhuis|11
    |Albers|11
    van|Duijn|11
    |Brand|11
    |Klomp|10
    |Brinkman|10
    |Keijzer|10
    de|Jongh|10
    # Frisian
    |Hofstra|4
    |Sikkema|3
    |Haarsma|2
    |Ytsma|2
    |Jellema|3
    |Wiarda|2
    |Tjaarda|1
    # Belgian
    |Vandenberghe|4
    |Van den Broeck|4
    |De Smet|4
    |Vandevelde|3
    |Van Damme|3
    |D'Hondt|2
    |Claeys|3
    |Desmet|3
    # Other spellings that ask for care
    |IJzerman|3
    |Meyer|5
    |Meijers|4
    |Bakker-Korf|2
    in 't|Veld|5
    van 't|Hof|4
    van 't|Hoff|3
    op den|Kamp|2
    op de|Weegh|1
    't|Hart|5
    't|Hooft|2
    ten|Brink|3
    ter|Horst|4
    te|Velde|3
    uit den|Bogaard|2
    """
}
