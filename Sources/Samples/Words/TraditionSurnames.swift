/// Surnames of invented persons, by the tradition they are of: `prefix|name|weight`, and where there are
/// any `|other spellings`, with commas.
///
/// Common names that many people bear, with weights of our own. An other spelling takes the place of prefix
/// and name: partners write one name in several ways because it comes from another alphabet, because it was
/// heard, or because the words of it were joined.
enum TraditionSurnames {
  static let turkish = """
    |Yılmaz|9
    |Kaya|8
    |Demir|8
    |Şahin|7
    |Çelik|7
    |Öztürk|7|Oztürk
    |Aydın|6
    |Arslan|6|Aslan
    |Doğan|5
    |Kılıç|5
    |Yıldırım|5
    |Yıldız|5
    |Güneş|4
    |Özdemir|5
    |Koç|5
    |Türkmen|2
    |Polat|4
    |Aksoy|4
    |Çetin|4
    |Kurt|3
    |Şimşek|3
    |Bulut|3
    |Korkmaz|3
    |Tekin|3
    |Ünal|3
    |Avcı|2
    |Taş|2
    |Ateş|2
    |Keskin|2
    |Karataş|2
    |Bozkurt|2
    |Uçar|2
    |Kaplan|2
    |Özkan|2
    |Güler|2
    |Turan|2
    |Aktaş|2
    |Hacıoğlu|2|Haci Oglu
    |Kocaoğlu|1
    """

  static let moroccan = """
    el|Amrani|6|El Amrani,Elamrani,Al Amrani
    el|Idrissi|5|El Idrissi,Elidrissi,El Idrisi
    el|Khattabi|4|El Khatabi,Elkhattabi
    el|Yaakoubi|3|El Yakoubi,Elyaakoubi,Yaacoubi
    el|Mansouri|3|Mansouri,Elmansouri
    el|Hamdaoui|3|Hamdaoui,El Hamdawi
    el|Bakkali|3|Bakkali,El Bakali
    |Bouazza|4|Bou Azza,Bouaza
    |Achahbar|3|Achabar
    |Benali|5|Ben Ali
    |Ait Ouahi|2|Aitouahi,Aït Ouahi
    |Chaouch|2|Chaouche,Shaoush
    |Ouali|3|El Ouali
    |Belhaj|4|Bel Haj,Belhadj
    |Azzouzi|4|El Azzouzi,Azouzi
    |Bouzian|3|Bouziane
    |Haddou|3|Hadou
    |Ziani|3|Zyani
    |Daoudi|3|Dawoudi
    |Saidi|3|Saïdi,Essaidi
    |Benhaddou|2|Ben Haddou
    |Tahiri|3|Taheri
    |Chakir|2|Shakir
    |Oulad Ali|1|Ouladali
    |Rahmouni|2|Rahmoeni
    """

  static let hindustani = """
    |Ramdin|5|Ramdien
    |Ramlal|4
    |Bhagwandin|3|Bhagwandien
    |Baldewsingh|4|Baldew Singh,Baldewsing
    |Jagroep|3|Jagroop
    |Mahabier|3|Mahabir
    |Soerdjan|2|Soerjan
    |Sewbalak|2|Shewbalak
    |Ramcharan|3|Ramtcharan
    |Sital|2
    |Kalpoe|3|Kalpu
    |Soekhoe|2|Sukhu
    |Ganpat|2
    |Biharie|3|Bihari
    |Jhinkoe|2|Jhinku
    |Autar|2
    |Ramautar|2|Ram Autar
    |Poeran|2|Puran
    |Raghoebir|2|Raghubir
    |Ramkisoen|2|Ramkisun
    |Bissessur|1|Bissesur
    """

  static let creole = """
    |Kartodikromo|2
    |Pawirodikromo|2
    |Kromosoeto|2|Kromosuto
    |Amatdjais|1|Amat Djais
    |Pinas|5
    |Wijngaarde|4|Wyngaarde
    |Lieveld|3
    |Tjon A Loi|2|Tjon-A-Loi,Tjon a Loi,Tjonaloi
    |Zeefuik|2
    |Emanuels|3
    |Landveld|3
    |Sedney|2
    |Esajas|2
    |Goedhoop|2
    |Blijd|2|Blyd
    """

  static let antillean = """
    |Martina|6
    |Maduro|3
    |Croes|4|Kroes
    |Isenia|3
    |Pietersz|4|Pieters
    |Sintjago|2|Sint Jago,St. Jago
    |Djaoen|1
    |Hooi|2
    |Martis|3
    |Winklaar|3
    |Rosalia|2
    |Rojer|2
    |Cijntje|2|Cyntje
    |Pieternella|2
    |Felicia|2
    |Angela|2
    |Curiel|1
    |Koeiman|1|Coeiman
    """

  static let polish = """
    |Nowak|6
    |Kowalski|6
    |Wiśniewski|5
    |Wójcik|4
    |Dąbrowski|4
    |Lewandowski|4
    |Zieliński|4
    |Szymański|4
    |Woźniak|4
    |Kamiński|4
    |Kozłowski|3
    |Jankowski|3
    |Mazur|3
    |Krawczyk|3
    |Piotrowski|3
    |Grabowski|3
    |Pawłowski|3
    |Michalski|2
    |Łuczak|2
    |Zając|2
    |Pawlak|2
    |Król|2
    |Wieczorek|2
    |Jabłoński|2
    |Wróbel|2
    |Majewski|2
    |Stępień|2
    |Malinowski|2
    |Adamczyk|2
    |Sikora|2
    |Walczak|2
    |Baran|2
    """

  static let chinese = """
    |Chen|6|Chan
    |Wang|5|Wong
    |Li|5|Lee
    |Zhang|4|Cheung
    |Liu|4|Lau
    |Yang|3|Yeung
    |Huang|3|Wong
    |Zhao|2
    |Wu|3|Ng
    |Zhou|2|Chow
    |Lin|3|Lam
    |Hu|2
    |Cheung|3
    |Chan|3
    |Leung|2
    |Cheng|2
    """

  static let vietnamese = """
    |Nguyen|9|Nguyễn
    |Tran|5|Trần
    |Le|4|Lê
    |Pham|3|Phạm
    |Huynh|2|Huỳnh
    |Hoang|2|Hoàng
    |Vu|2|Vũ
    |Dang|2|Đặng
    |Bui|2|Bùi
    |Ngo|1|Ngô
    |Duong|1|Dương
    """

  static let german = """
    |Müller|6|Mueller
    |Schmidt|5|Schmitt,Schmid
    |Schneider|4
    |Fischer|4|Fisscher
    |Weber|4
    |Wagner|3|Wagener
    |Becker|3|Bekker
    |Schulz|3|Schultz
    |Hoffmann|3|Hofmann,Hoffman
    |Köhler|2|Koehler
    |Krüger|2|Krueger
    |Groß|2
    |Weiß|2
    |Böhm|1|Boehm
    |Schröder|3|Schroeder
    |Jäger|2|Jaeger
    |Schäfer|2|Schaefer
    von|Hagen|1
    """

  static let other = """
    da|Silva|4|Dasilva
    dos|Santos|3|Dossantos
    de la|Rosa|2|Delarosa
    |Fernandes|3|Fernández
    |Gomes|3|Gómez
    |Rodrigues|2|Rodríguez
    |García|3
    |Pérez|2
    |Đurić|2|Djuric
    |Petrović|2
    |Jovanović|2
    |Ivanov|2|Iwanow
    |Popescu|2
    |Kovács|1
    |Ágoston|1
    |André|2
    |Tesfay|2|Tesfai
    |Haile|1|Hayle
    |Abdi|3
    |Warsame|2|Warsameh
    |Husein|2|Hussein,Hoesein
    |Ahmadi|2|Ahmady
    |Rahimi|2|Rahimy
    |Mensah|2|Mensa
    |Owusu|1
    """
}
