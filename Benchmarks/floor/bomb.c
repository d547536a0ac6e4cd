/* Writes the text of a delivery that is meant to break its reader, for `bombs.sh` to compress.
 *
 *   bomb KIND BYTES
 *
 *   zeros      bytes 0 and nothing else
 *   digits     the digit 0 and nothing else: one endless cell
 *   repeated   a header and the same row again and again
 *   varied     a header and rows with a counter and drawn names
 *   quote      a header and a quotation mark that is never closed
 *   fields     a header and one row of 100,000 cells, then rows
 *   header     a header of 100,000 columns
 *   members    gzip members of no text, as they stand (not to be compressed)
 *
 * The layout is that of the feed havenstad-wonen. All names are drawn from letters.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char header[] =
    "Huurdernummer;Voorletters;Tussenvoegsel;Achternaam;Tussenvoegsel partner;Achternaam partner;Geboortedatum;"
    "Straat;Huisnummer;Huisletter;Toevoeging;Postcode;Plaats;Telefoon;E-mail;Soort melding;Openstaand bedrag;"
    "Achterstand sinds;Maanden achterstand;Datum melding;Datum ontruiming;Bezwaar;Complexnummer\r\n";
static const char row[] =
    "HW%010u;J.;;%s;;;12-03-1984;%sgang;%u;;;31%02u %c%c;Schiedam;0670%06u;%s@example.nl;Huurachterstand;"
    "%u,%02u;01-08-2026;2;02-11-2026;;Nee;C%02u\r\n";

static char block[1 << 16];
static long long left;

static void put(const char *text, size_t length) {
  if ((long long)length > left) length = (size_t)left;
  if (fwrite(text, 1, length, stdout) != length) exit(74);
  left -= (long long)length;
}

static void fill(char letter) {
  memset(block, letter, sizeof block);
  while (left > 0) put(block, sizeof block);
}

static uint64_t state = 2026;
static uint32_t drawn(uint32_t below) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)((state >> 33) % below);
}

static const char *word(char *text, int length) {
  for (int at = 0; at < length; at++) text[at] = (char)('a' + drawn(26));
  text[0] = (char)(text[0] - 32);
  text[length] = 0;
  return text;
}

static void rows(int varied) {
  char surname[16], street[16];
  word(surname, 7), word(street, 8);
  for (uint32_t number = 1; left > 0; number++) {
    if (varied) word(surname, 4 + (int)drawn(8)), word(street, 5 + (int)drawn(6));
    int length = snprintf(block, sizeof block, row, varied ? number : 1, surname, street, varied ? drawn(300) + 1 : 12,
                          varied ? 11 + drawn(20) : 11, varied ? 'A' + drawn(26) : 'A', varied ? 'A' + drawn(26) : 'B',
                          varied ? drawn(1000000) : 1, surname, varied ? 100 + drawn(2000) : 612,
                          varied ? drawn(100) : 0, varied ? drawn(100) : 11);
    put(block, (size_t)length);
  }
}

/* A member of no text: ten bytes of header, an empty block, and eight zeros. */
static void members(void) {
  static const unsigned char member[] = {0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  size_t filled = 0;
  while (filled + sizeof member <= sizeof block) memcpy(block + filled, member, sizeof member), filled += sizeof member;
  left -= left % (long long)sizeof member;
  while (left > 0) put(block, filled);
}

int main(int count, char **words) {
  if (count != 3 || (left = atoll(words[2])) <= 0) {
    fprintf(stderr, "usage: bomb KIND BYTES\n");
    return 64;
  }
  const char *kind = words[1];
  if (!strcmp(kind, "zeros")) fill(0);
  else if (!strcmp(kind, "digits")) fill('0');
  else if (!strcmp(kind, "members")) members();
  else if (!strcmp(kind, "header")) {
    for (int column = 0; column < 100000; column++) put(block, (size_t)snprintf(block, sizeof block, "k%d;", column));
    put("\r\n", 2);
    rows(1);
  } else {
    put(header, sizeof header - 1);
    if (!strcmp(kind, "repeated")) rows(0);
    else if (!strcmp(kind, "varied")) rows(1);
    else if (!strcmp(kind, "quote")) put("\"", 1), fill('k');
    else if (!strcmp(kind, "fields")) {
      for (int cell = 1; cell < 100000; cell++) put(";", 1);
      put("\r\n", 2);
      rows(1);
    } else {
      fprintf(stderr, "bomb: there is no kind %s\n", kind);
      return 64;
    }
  }
  return fflush(stdout) == 0 ? 0 : 74;
}
