/// Given names of invented persons, by tradition: `name|V` or `name|M`, and where there are any
/// `|other spellings|names somebody is called by`, with commas.
enum TraditionGivenNames {
  static let turkish = """
    Mehmet|M|Mehmed
    Mustafa|M|Moustafa
    Ahmet|M|Ahmed
    Ali|M
    Hüseyin|M|Huseijin
    Hasan|M|Hassan
    İbrahim|M|Ebrahim
    Murat|M|Murad
    Emre|M
    Yusuf|M|Joesoef
    Ömer|M
    Kadir|M
    Serkan|M
    Burak|M
    Cem|M
    Emir|M
    Fatma|V|Fatima
    Ayşe|V|Aysel
    Emine|V
    Zeynep|V|Zeyneb
    Elif|V
    Hatice|V|Hatidje
    Özlem|V
    Şükran|V
    Çağla|V
    Gülsüm|V
    Sevgi|V
    Songül|V
    Meryem|V|Merjem
    Büşra|V
    Esra|V
    """

  static let moroccan = """
    Mohamed|M|Mohammed,Muhammad,Mohammad,Mohamad|Mo
    Ahmed|M|Achmed,Ahmad
    Youssef|M|Yousef,Yusuf,Joesoef
    Hassan|M|Hasan
    Rachid|M|Rashid
    Said|M|Saïd,Saeed
    Abdelkader|M|Abdel Kader,Abdelkadir
    Abdellah|M|Abdullah,Abdallah
    Khalid|M|Khaled,Chalid
    Omar|M|Umar
    Mustapha|M|Mustafa,Moustapha
    Karim|M|Kareem
    Hamza|M|Hamzah
    Ayoub|M|Ayyoub,Ajoeb
    Bilal|M|Billal
    Ilias|M|Ilyas,Elias
    Fatima|V|Fatema,Fatma
    Fatiha|V|Fattiha
    Khadija|V|Chadija,Khadijah
    Naima|V|Naïma
    Amina|V|Aminah
    Malika|V|Malikah
    Aicha|V|Aïcha,Aisha
    Samira|V|Samirah
    Latifa|V|Latifah
    Hafida|V|Hafeda
    Zineb|V|Zeineb,Zainab
    Yasmina|V|Jasmina,Yasmine
    Nadia|V|Nadja
    Hanane|V|Hanan
    """

  static let hindustani = """
    Rajesh|M|Radjesh
    Ravi|M|Rawi
    Soenil|M|Sunil
    Anand|M|Anant
    Radjinder|M|Rajinder
    Vinod|M|Winod
    Ashwin|M|Aswin
    Kris|M
    Dewanand|M|Devanand
    Soenita|V|Sunita
    Shanti|V|Sjanti
    Indra|V
    Sharda|V|Sarda
    Radha|V
    Kavita|V|Kawita
    Anjali|V|Andjali
    Priya|V|Prija
    """

  static let creole = """
    Orlando|M
    Iwan|M|Ivan
    Stanley|M|Stanly
    Humphrey|M|Humfrey
    Ludwig|M|Ludwich
    Romeo|M
    Glenn|M|Glen
    Winston|M
    Rosita|V
    Muriel|V
    Lucia|V
    Shirley|V|Shirly
    Yvonne|V|Ivonne
    Mavis|V
    Sherida|V
    Xiomara|V|Siomara
    Giselle|V|Gisele
    """

  static let polish = """
    Łukasz|M
    Krzysztof|M
    Tomasz|M|Thomas
    Paweł|M
    Marcin|M
    Piotr|M
    Zbigniew|M
    Grzegorz|M
    Wojciech|M||Wojtek
    Andrzej|M|Andrej
    Michał|M|Michael
    Jakub|M||Kuba
    Mateusz|M
    Sławomir|M
    Katarzyna|V||Kasia
    Agnieszka|V
    Małgorzata|V||Gosia
    Żaneta|V
    Joanna|V||Asia
    Ewa|V|Eva
    Magdalena|V||Magda
    Barbara|V||Basia
    Anna|V||Ania
    Bożena|V
    """

  static let chinese = """
    Wei|M
    Ming|M
    Hong|M
    Ka Ho|M|Kaho
    Wai Man|M|Waiman
    Xiaoming|M|Xiao Ming
    Ling|V
    Mei|V
    Jing|V
    Mei Ling|V|Meiling,Mei-Ling
    Ka Yan|V|Kayan
    Xiuying|V|Xiu Ying
    """

  static let vietnamese = """
    Van Minh|M|Minh
    Tuan|M|Tuấn
    Hung|M|Hùng
    Thanh|M
    Duc|M|Đức
    Thi Lan|V|Lan
    Thi Hoa|V|Hoa
    Huong|V|Hương
    Linh|V
    Anh|V
    """

  static let german = """
    Jürgen|M|Juergen
    Günther|M|Guenther,Gunter
    Heinz|M
    Klaus|M|Claus
    Uwe|M
    Jörg|M|Joerg
    Björn|M
    Monika|V|Monica
    Ingrid|V
    Ursula|V
    Käthe|V|Kaethe
    """

  static let other = """
    João|M
    José|M
    Marko|M|Marco
    Andrei|M|Andrej
    Ion|M
    Abdi|M
    Kwame|M
    Kofi|M
    Tesfaye|M|Tesfay
    Samuel|M
    Ana|V|Anna
    Ivana|V
    Elena|V|Helena
    Hodan|V
    Grace|V
    Ama|V
    Selam|V
    Luísa|V
    """
}
