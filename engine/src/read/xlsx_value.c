#include "read/xlsx_value.h"

#include "base/charset.h"

#include <string.h>

enum { SHOWN_DIGITS = 15, KEPT_DIGITS = 40, SECONDS = 86400 };

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

bool imsi_xlsx_digits(const char *text, size_t size, uint32_t most, uint32_t *number)
{
  uint64_t value = 0;
  for (size_t i = 0; i < size; i++) {
    if (!is_digit(text[i]) || (value = value * 10 + (uint64_t)(text[i] - '0')) > most)
      return false;
  }
  if (size)
    *number = (uint32_t)value;
  return size > 0;
}

/* ---- escapes ---- */

static bool hex_digit(char c, uint32_t *value)
{
  const char low = (char)(c | 0x20);
  if (!is_digit(c) && !(low >= 'a' && low <= 'f'))
    return false;
  *value = *value << 4 | (uint32_t)(is_digit(c) ? c - '0' : low - 'a' + 10);
  return true;
}

/* `_x000D_`: a unit of UTF-16. Seven bytes, or it is none. */
static bool is_escape(const char *text, size_t size, uint32_t *unit)
{
  *unit = 0;
  return size >= 7 && text[0] == '_' && text[1] == 'x' && hex_digit(text[2], unit) && hex_digit(text[3], unit) &&
         hex_digit(text[4], unit) && hex_digit(text[5], unit) && text[6] == '_';
}

void imsi_xlsx_unescape(imsi_strbuf *text, size_t start)
{
  uint32_t unit, low;
  size_t at = start;
  while (at < text->size && !is_escape(text->data + at, text->size - at, &unit))
    at++;
  if (at >= text->size)
    return;
  imsi_strbuf out = { 0 };
  for (at = start; at < text->size;) {
    const char *rest = text->data + at;
    const size_t left = text->size - at;
    if (!is_escape(rest, left, &unit)) {
      imsi_strbuf_bytes(&out, rest, 1);
      at++;
      continue;
    }
    at += 7;
    if (unit >= 0xD800 && unit < 0xDC00 && is_escape(rest + 7, left - 7, &low) && low >= 0xDC00 && low < 0xE000) {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
      at += 7;
    }
    imsi_charset_put(unit, &out);
  }
  const ims_status status = out.status ? out.status : text->status;
  text->size = start; /* what is unescaped is never longer */
  imsi_strbuf_bytes(text, imsi_strbuf_string(&out), out.size);
  if (status)
    text->status = status;
  imsi_strbuf_free(&out);
}

/* ---- numbers ---- */

/* The parts of a number: 0.DIGITS times ten to the power of `point`. */
typedef struct decimal {
  bool negative, fraction;
  int count; /* of significant digits, which may be more than are kept */
  long point;
  char digits[KEPT_DIGITS];
  size_t mantissa; /* bytes before the exponent */
} decimal;

static void take_digit(decimal *d, char digit, bool before_point)
{
  if (!d->count && digit == '0') {
    d->point -= !before_point;
    return;
  }
  if (d->count < KEPT_DIGITS)
    d->digits[d->count] = (char)(digit - '0');
  d->count++;
  d->point += before_point;
}

/* False if there is none, or it is out of all bounds. */
static bool take_exponent(const char *text, size_t size, decimal *d)
{
  long exponent = 0;
  size_t at = 1;
  const bool negative = at < size && text[at] == '-';
  at += at < size && (text[at] == '-' || text[at] == '+');
  const size_t first = at;
  for (; at < size && is_digit(text[at]) && at - first < 4; at++)
    exponent = exponent * 10 + (text[at] - '0');
  d->point += negative ? -exponent : exponent;
  return at > first && at == size;
}

static bool parse_decimal(const char *text, size_t size, decimal *d)
{
  *d = (decimal){ .negative = size && *text == '-' };
  size_t at = size && (*text == '-' || *text == '+'), digits = 0;
  for (; at < size && (is_digit(text[at]) || (text[at] == '.' && !d->fraction)); at++) {
    if (text[at] == '.') {
      d->fraction = true;
    } else {
      take_digit(d, text[at], !d->fraction);
      digits++;
    }
  }
  d->mantissa = at;
  if (at < size && (text[at] | 0x20) == 'e')
    return digits && take_exponent(text + at, size - at, d);
  return digits && at == size;
}

bool imsi_xlsx_is_number(const char *text, size_t size)
{
  decimal d;
  return parse_decimal(text, size, &d);
}

/* Adds one to the digits that end before `end`; the point is stepped over. Returns the new end, which is one further if
   all were nines: there is room, because what follows is cut off. */
static char *add_one(char *begin, char *end)
{
  for (char *at = end; at > begin;) {
    at--;
    if (*at == '.')
      continue;
    if (*at != '9') {
      ++*at;
      return end;
    }
    *at = '0';
  }
  memmove(begin + 1, begin, (size_t)(end - begin));
  *begin = '1';
  return end + 1;
}

/* "7.0", as some programs write it, is shown as 7. */
static void drop_empty_fraction(imsi_strbuf *text, size_t start)
{
  char *point = memchr(text->data + start, '.', text->size - start);
  const char *end = text->data + text->size;
  if (!point || point == text->data + start || !is_digit(point[-1]) || (size_t)(end - point) < 2 ||
      strspn(point + 1, "0") < (size_t)(end - point) - 1)
    return;
  *point = '\0';
  text->size = (size_t)(point - text->data);
}

void imsi_xlsx_round(imsi_strbuf *text, size_t start)
{
  decimal d;
  char *number = text->data + start;
  drop_empty_fraction(text, start);
  if (!parse_decimal(number, text->size - start, &d) || !d.fraction || d.count <= SHOWN_DIGITS)
    return;
  char *const end = number + d.mantissa, *cut = number, *point = memchr(number, '.', d.mantissa);
  bool begun = false;
  for (int left = SHOWN_DIGITS; cut < end && left; cut++) {
    begun = begun || (is_digit(*cut) && *cut != '0');
    left -= begun && is_digit(*cut);
  }
  if (cut <= point)
    return; /* the digits before the point are too many already */
  if (*cut >= '5') {
    char *first = number + !is_digit(*number);
    char *const longer = add_one(first, cut);
    point += longer - cut;
    cut = longer;
  }
  while (cut > point && (cut[-1] == '0' || cut[-1] == '.'))
    if (*--cut == '.')
      break;
  memmove(cut, end, text->size - start - d.mantissa + 1);
  text->size -= (size_t)(end - cut);
}

/* ---- dates ---- */

/* Whole days, and the rest in seconds. False if they are negative or more than there are. */
static bool split_days(const char *text, size_t size, long *days, long *seconds)
{
  decimal d;
  uint64_t billionths = 0;
  if (!parse_decimal(text, size, &d) || (d.negative && d.count) || d.point > 7)
    return false;
  *days = 0;
  for (long i = 0; i < d.point; i++)
    *days = *days * 10 + (i < d.count ? d.digits[i] : 0);
  for (long i = d.point; i < d.point + 9; i++)
    billionths = billionths * 10 + (i >= 0 && i < d.count && i < KEPT_DIGITS ? (uint64_t)d.digits[i] : 0);
  *seconds = (long)((billionths * SECONDS + 500000000) / 1000000000);
  *days += *seconds / SECONDS;
  *seconds %= SECONDS;
  return true;
}

/* The calendar of `days` after 1 January 1970; years of 365.2425 days that begin in March. */
static void to_calendar(long days, int *year, int *month, int *day)
{
  days += 719468;
  const long era = days / 146097, of_era = days % 146097;
  const long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long from_march = (5 * of_year + 2) / 153;
  *day = (int)(of_year - (153 * from_march + 2) / 5) + 1;
  *month = (int)(from_march < 10 ? from_march + 3 : from_march - 9);
  *year = (int)(year_of_era + era * 400 + (*month <= 2));
}

/* Numbers of two digits each, with a sign before the later ones, if any. */
static void put_pairs(char *out, const long *numbers, const char *signs, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    if (i && signs[i])
      *out++ = signs[i];
    *out++ = (char)('0' + numbers[i] / 10 % 10);
    *out++ = (char)('0' + numbers[i] % 10);
  }
  *out = '\0';
}

bool imsi_xlsx_date(const char *text, size_t size, bool date1904, unsigned shows, char date[IMSI_DATE_SIZE])
{
  /* day 60 of the count from 1900 is 29 February 1900, which never was: programs do not agree on days up to it */
  enum { LEAP_BUG = 60, TO_1900 = 25569, TO_1904 = 24107, LAST_YEAR = 9999 };
  long days, seconds;
  int year, month, day;
  if (!split_days(text, size, &days, &seconds))
    return false;
  const long hour = seconds / 3600, minute = seconds / 60 % 60, second = seconds % 60;
  if (!days && shows == IMSI_SHOWS_TIME) {
    put_pairs(date, (const long[]){ hour, minute, second }, "\0::", 3);
    return true;
  }
  if (!date1904 && days <= LEAP_BUG)
    return false;
  to_calendar(days - (date1904 ? TO_1904 : TO_1900), &year, &month, &day);
  if (year > LAST_YEAR)
    return false;
  put_pairs(date, (const long[]){ year / 100, year, month, day, hour, minute, second },
            "\0\0--T::", (shows & IMSI_SHOWS_TIME) && seconds ? 7 : 4);
  return true;
}

/* True if the two digits at `text` are a number in the range. */
static bool in_range(const char *text, uint32_t least, uint32_t most)
{
  uint32_t number = 0;
  return imsi_xlsx_digits(text, 2, most, &number) && number >= least;
}

bool imsi_xlsx_iso_date(const char *text, char date[IMSI_DATE_SIZE])
{
  static const char form[] = "0000-00-00T00:00:00";
  const size_t day = sizeof "2026-11-28" - 1;
  size_t used = 0;
  while (form[used] && (form[used] == '0' ? is_digit(text[used]) : text[used] == form[used]))
    used++;
  const bool time = !form[used];
  if (!time && (used != day || (text[used] && text[used] != 'Z')))
    return false;
  if (text[used + strspn(text + used, ".0123456789Z")] || !in_range(text + 5, 1, 12) || !in_range(text + 8, 1, 31) ||
      (time && (!in_range(text + 11, 0, 23) || !in_range(text + 14, 0, 59) || !in_range(text + 17, 0, 59))))
    return false;
  used = time && strncmp(text + day, form + day, used - day) != 0 ? used : day;
  memcpy(date, text, used);
  date[used] = '\0';
  return true;
}
