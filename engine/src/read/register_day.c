/* Days as people write them. */

#include "base/utf8.h"
#include "read/register_sheet_internal.h"

#include <string.h>

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

static const char *skip_blanks(const char *text)
{
  return text + strspn(text, " \t\r\n");
}

/* A number of at most four digits; `*size` gets their count, 0 if there is none. */
static int number_at(const char *text, size_t *size)
{
  int number = 0;
  size_t count = 0;
  while (count < 5 && is_digit(text[count]))
    number = number * 10 + (text[count++] - '0');
  *size = count <= 4 ? count : 0;
  return number;
}

static ims_day day_of(int year, int month, int day)
{
  return year * 10000 + month * 100 + day;
}

/* What two digits mean; a register is of this century. */
static int full_year(int year, size_t digits)
{
  return digits == 2 ? 2000 + year : year;
}

/* ---- numbers ---- */

typedef struct numbers {
  int value[3];
  size_t digits[3];
  char separator;
} numbers;

/* True if nothing is left but a time: "T14:30:00", " 2:30 PM". */
static bool is_time(const char *text)
{
  size_t size;
  if (*text && *text != 'T' && imsi_utf8_trim(text, &size) == text)
    return false;
  text = imsi_utf8_trim(text + (*text == 'T'), &size);
  return !size || (is_digit(*text) && memchr(text, ':', size) && strspn(text, "0123456789:.,+-Z aApPmM") >= size);
}

/* Three numbers with the same sign between, and nothing else but a time. */
static bool take_numbers(const char *text, numbers *n)
{
  for (int i = 0; i < 3; i++) {
    n->value[i] = number_at(text, &n->digits[i]);
    if (!n->digits[i])
      return false;
    text += n->digits[i];
    if (i == 2)
      break;
    if (!strchr("./-", *text) || !*text || (i == 1 && *text != n->separator))
      return false;
    n->separator = *text++;
    text = n->separator == '.' ? skip_blanks(text) : text; /* 28. 11. 2026 */
  }
  return is_time(text + (*text == '.' && !text[1]));
}

static imsi_day_result good_if_valid(ims_day day, ims_day *found)
{
  *found = day;
  return ims_day_valid(day) ? IMSI_DAY_GOOD : IMSI_DAY_IMPOSSIBLE;
}

static imsi_day_result of_numbers(const numbers *n, imsi_day_order order, imsi_day *found)
{
  if (n->digits[0] == 4)
    return good_if_valid(day_of(n->value[0], n->value[1], n->value[2]), &found->day);
  if (n->digits[0] > 2 || n->digits[1] > 2 || (n->digits[2] != 4 && n->digits[2] != 2))
    return IMSI_DAY_NOT;
  if (n->digits[2] == 2 && n->separator == '-')
    return IMSI_DAY_NOT; /* in 26-11-28 either end may be the year */
  const int year = full_year(n->value[2], n->digits[2]);
  const ims_day day_first = day_of(year, n->value[1], n->value[0]);
  const ims_day month_first = day_of(year, n->value[0], n->value[1]);
  if (n->separator == '.') {
    found->day_first = true; /* nobody writes the month first with points */
    return good_if_valid(day_first, &found->day);
  }
  found->day_first = ims_day_valid(day_first);
  found->month_first = ims_day_valid(month_first);
  if (!found->month_first || day_first == month_first || (order == IMSI_DAY_FIRST && found->day_first))
    return good_if_valid(day_first, &found->day);
  if (!found->day_first || order == IMSI_MONTH_FIRST)
    return good_if_valid(month_first, &found->day);
  found->day = day_first;
  found->other = month_first;
  return IMSI_DAY_AMBIGUOUS;
}

/* ---- months with names ---- */

/* In English, German, French and Spanish, as imsi_utf8_plain makes them; three letters tell one. */
static const char *const months[12][4] = {
  { "january", "januar", "janvier", "enero" },
  { "february", "februar", "fevrier", "febrero" },
  { "march", "marz", "mars", "marzo" },
  { "april", "april", "avril", "abril" },
  { "may", "mai", "mai", "mayo" },
  { "june", "juni", "juin", "junio" },
  { "july", "juli", "juillet", "julio" },
  { "august", "august", "aout", "agosto" },
  { "september", "september", "septembre", "septiembre" },
  { "october", "oktober", "octobre", "octubre" },
  { "november", "november", "novembre", "noviembre" },
  { "december", "dezember", "decembre", "diciembre" },
};

static int month_of(const char *word, size_t size)
{
  for (int month = 0; size >= 3 && month < 12; month++)
    for (int language = 0; language < 4; language++)
      if (strncmp(months[month][language], word, size) == 0)
        return month + 1;
  return 0;
}

/* "28 november 2026", "november 28 2026", "28 de noviembre de 2026"; `plain` is in small letters without signs. */
static imsi_day_result of_words(const char *plain, ims_day *found)
{
  int year = 0, month = 0, day = 0;
  for (const char *word = plain; *word; word += strcspn(word, " "), word = skip_blanks(word)) {
    size_t digits;
    const size_t size = strcspn(word, " ");
    const int number = number_at(word, &digits);
    if (digits == 4 && !year)
      year = number;
    else if (digits && digits <= 2 && !day && size <= digits + 2)
      day = number; /* 28, 28th */
    else if (!digits && !month && month_of(word, size))
      month = month_of(word, size);
    else if (strncmp(word, "de ", 3) != 0 && strncmp(word, "of ", 3) != 0 && strncmp(word, "del ", 4) != 0)
      return IMSI_DAY_NOT;
  }
  return year && month && day ? good_if_valid(day_of(year, month, day), found) : IMSI_DAY_NOT;
}

imsi_day_result imsi_day_read(const char *text, imsi_day_order order, imsi_strbuf *scratch, imsi_day *found)
{
  numbers n;
  *found = (imsi_day){ 0 };
  size_t size;
  text = imsi_utf8_trim(text, &size);
  if (take_numbers(text, &n))
    return of_numbers(&n, order, found);
  imsi_strbuf_clear(scratch);
  imsi_utf8_plain(text, scratch);
  return of_words(imsi_strbuf_string(scratch), &found->day);
}
