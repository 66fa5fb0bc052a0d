#include "read/xlsx_value.h"

#include <criterion/criterion.h>
#include <string.h>

Test(xlsx_value, digits_are_a_number_up_to_a_limit)
{
  uint32_t number = 7;
  cr_expect(imsi_xlsx_digits("0", 1, 10, &number) && number == 0);
  cr_expect(imsi_xlsx_digits("0010", 4, 10, &number) && number == 10);
  cr_expect(!imsi_xlsx_digits("11", 2, 10, &number));
  cr_expect(!imsi_xlsx_digits("", 0, 10, &number));
  cr_expect(!imsi_xlsx_digits("-1", 2, 10, &number));
  cr_expect(!imsi_xlsx_digits("99999999999999999999999", 23, UINT32_MAX, &number));
  cr_expect_eq(number, 10, "left as it was");
}

Test(xlsx_value, numbers_are_told_from_other_texts)
{
  static const char *const numbers[] = { "0", "4.1", "-4.10", "+1", ".5", "5.", "1E5", "1e-300", "1.5E+10" };
  static const char *const others[] = { "",     "-",    ".",   "1,5", "1.2.3", "1E", "1E+",
                                        "1E5x", "0x10", "NaN", "INF", " 1",    "E5", "1E99999" };
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    cr_expect(imsi_xlsx_is_number(numbers[i], strlen(numbers[i])), "'%s'", numbers[i]);
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    cr_expect(!imsi_xlsx_is_number(others[i], strlen(others[i])), "'%s'", others[i]);
}

Test(xlsx_value, numbers_are_rounded_to_what_spreadsheets_show)
{
  static const struct {
    const char *number, *rounded;
  } cases[] = {
    { "4.1", "4.1" },
    { "4.10", "4.10" },
    { "7.0", "7" },
    { "-10.00", "-10" },
    { "7.", "7." },
    { "1.0E7", "1.0E7" },
    { "4.0999999999999996", "4.1" },
    { "-4.0999999999999996", "-4.1" },
    { "8.1999999999999993", "8.2" },
    { "0.30000000000000004", "0.3" },
    { "9.9999999999999996", "10" },
    { "-9.9999999999999996E-5", "-10E-5" },
    { "1.0000000000000002", "1" },
    { "1.2345678901234567E+20", "1.23456789012346E+20" },
    { "0.00012345678901234567", "0.000123456789012346" },
    { "99.999999999999999", "100" },
    { "12345678901234567", "12345678901234567" },
    { "1234567890123456.7", "1234567890123456.7" },
    { "123456789012345.67", "123456789012345.67" },
    { "12345678901234.567", "12345678901234.6" },
    { "3.14159265358979", "3.14159265358979" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    imsi_strbuf text = { 0 };
    imsi_strbuf_text(&text, "before");
    imsi_strbuf_text(&text, cases[i].number);
    imsi_xlsx_round(&text, 6);
    cr_expect_str_eq(text.data + 6, cases[i].rounded, "%s became %s", cases[i].number, text.data);
    cr_expect_eq(text.size, strlen(text.data));
    imsi_strbuf_free(&text);
  }
}

enum { DATE = IMSI_SHOWS_DATE, TIME = IMSI_SHOWS_TIME, BOTH = DATE | TIME };

Test(xlsx_value, days_are_dates)
{
  static const struct {
    const char *days;
    bool date1904;
    unsigned shows;
    const char *date; /* NULL: none */
  } cases[] = {
    { "1", false, DATE, NULL },
    { "59", false, DATE, NULL },
    { "60", false, DATE, NULL },
    { "61", false, DATE, "1900-03-01" },
    { "367", false, DATE, "1901-01-01" },
    { "36585", false, DATE, "2000-02-29" },
    { "46354", false, DATE, "2026-11-28" },
    { "2958465", false, DATE, "9999-12-31" },
    { "2958466", false, DATE, NULL },
    { "99999999", false, DATE, NULL },
    { "1E300", false, DATE, NULL },
    { "0", false, DATE, NULL },
    { "0.5", false, BOTH, NULL },
    { "-1", false, DATE, NULL },
    { "-0", true, DATE, "1904-01-01" },
    { "0", true, DATE, "1904-01-01" },
    { "44892", true, DATE, "2026-11-28" },
    { "2957004", true, DATE, NULL },
    { "4.6354E4", false, DATE, "2026-11-28" },
    { "46354.75", false, DATE, "2026-11-28" },
    { "46354.75", false, BOTH, "2026-11-28T18:00:00" },
    { "46354", false, BOTH, "2026-11-28" },
    { "46354.999999999", false, BOTH, "2026-11-29" },
    { "46354.75", false, TIME, "2026-11-28T18:00:00" },
    { "0.75", false, TIME, "18:00:00" },
    { "1.1574074074074073E-5", false, TIME, "00:00:01" },
    { "0", false, TIME, "00:00:00" },
    { "0.99999999", false, TIME, NULL },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char date[IMSI_DATE_SIZE] = "";
    const bool good = imsi_xlsx_date(cases[i].days, strlen(cases[i].days), cases[i].date1904, cases[i].shows, date);
    cr_expect_eq(good, cases[i].date != NULL, "%s: %s", cases[i].days, date);
    cr_expect_str_eq(date, cases[i].date ? cases[i].date : "", "%s: %s", cases[i].days, date);
  }
}

Test(xlsx_value, a_format_says_what_it_shows)
{
  static const struct {
    const char *code;
    unsigned shows;
  } cases[] = {
    { "General", 0 },
    { "0.00E+00", 0 },
    { "#,##0.00 \"days\"", 0 },
    { "_-* #,##0.00\\ [$EUR]_-;\\-* #,##0.00", 0 },
    { "[Red]0;[Blue]-0", 0 },
    { "@", 0 },
    { "", 0 },
    { "\\d\\a\\y 0", 0 },
    { "dd/mm/yyyy", DATE },
    { "YYYY\\-MM\\-DD", DATE },
    { "mmm", DATE },
    { "[$-407]d\\. mmmm yyyy;@", DATE },
    { "h:mm AM/PM", TIME },
    { "mm:ss.0", TIME },
    { "d.m.yy h:mm", BOTH },
    { "[h]:mm:ss", 0 },
    { "[mm]:ss", 0 },
    { "[ss]", 0 },
    { "0;yyyy", 0 },
    { "\"open", 0 },
    { "[open d", DATE },
    { "d\\", DATE },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_eq(imsi_xlsx_format_shows(cases[i].code), cases[i].shows, "'%s'", cases[i].code);
}

Test(xlsx_value, dates_in_words_are_read_as_such)
{
  static const struct {
    const char *text, *date; /* NULL: none */
  } cases[] = {
    { "2026-11-28", "2026-11-28" },
    { "2026-11-28Z", "2026-11-28" },
    { "2026-11-28T00:00:00Z", "2026-11-28" },
    { "2026-11-28T00:00:00.000", "2026-11-28" },
    { "2026-11-28T14:30:05.123Z", "2026-11-28T14:30:05" },
    { "2026-13-28", NULL },
    { "2026-00-28", NULL },
    { "2026-11-32", NULL },
    { "2026-11-28T24:00:00", NULL },
    { "2026-11-28T14:60:00", NULL },
    { "2026-11-28T14:30", NULL },
    { "2026-11-28 14:30:00", NULL },
    { "2026-11-28T14:30:00+01:00", NULL },
    { "2026-11", NULL },
    { "28.11.2026", NULL },
    { "", NULL },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char date[IMSI_DATE_SIZE] = "";
    cr_expect_eq(imsi_xlsx_iso_date(cases[i].text, date), cases[i].date != NULL, "'%s'", cases[i].text);
    cr_expect_str_eq(date, cases[i].date ? cases[i].date : "", "'%s'", cases[i].text);
  }
}
