/** What stands in cells of a workbook: numbers, dates and escaped texts. By hand, because the functions of C follow the
    locale. */
#ifndef IMSI_XLSX_VALUE_H
#define IMSI_XLSX_VALUE_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a format of numbers shows: bits. A style is a number of these. */
enum { IMSI_SHOWS_DATE = 1, IMSI_SHOWS_TIME = 2 };

/** Reads decimal digits up to `most`. False, and `*number` is left, if it is no such number. */
bool imsi_xlsx_digits(const char *text, size_t size, uint32_t most, uint32_t *number);

/** Replaces escapes such as `_x000D_` by the character in what stands in `text` from `start` on. */
void imsi_xlsx_unescape(imsi_strbuf *text, size_t start);

/** True if the text is a number as workbooks write them. */
bool imsi_xlsx_is_number(const char *text, size_t size);

/** Rounds the number that begins at `start` of `text` to 15 digits, which is what spreadsheets
   show: 4.0999999999999996, the nearest number in binary, is 4.1, and 7.0 is 7. A number with fewer digits is left as
   it is. */
void imsi_xlsx_round(imsi_strbuf *text, size_t start);

enum { IMSI_DATE_SIZE = sizeof "2026-11-28T14:30:00" };

/** Writes the date, time or both that the number `text`, of days, stands for, as far as `shows` says. False if it is
    past 9999 or before the first day, which in the count from 1900 is 1 March 1900: programs do not agree on those
   before it. */
bool imsi_xlsx_date(const char *text, size_t size, bool date1904, unsigned shows, char date[IMSI_DATE_SIZE]);

/** Reads a date as such: "2026-11-28", "2026-11-28T14:30:00Z"; midnight and fractions of seconds are left out. False if
   it is of another form. */
bool imsi_xlsx_iso_date(const char *text, char date[IMSI_DATE_SIZE]);

/** What the format of a number shows, `code` as workbooks write it: "dd/mm/yyyy". */
unsigned imsi_xlsx_format_shows(const char *code);

#endif
