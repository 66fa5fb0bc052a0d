/* Which styles show a number as a date or a time: nothing else tells a date from a number. */

#include "read/xlsx_internal.h"

#include <string.h>

enum { XF, CELL_XFS, NUM_FMT, MOST_FORMATS = 4096, MOST_STYLES = 1 << 17 };

/* A format that the workbook defines. */
typedef struct format {
  uint32_t id;
  uint8_t shows;
} format;

typedef struct reader {
  imsi_vec formats; /* of format */
  bool in_cells;    /* among the styles of cells */
} reader;

/* ---- formats ---- */

/* Formats that are not defined, because every program knows them. */
static unsigned built_in_shows(uint32_t id)
{
  if (id == 22)
    return IMSI_SHOWS_DATE | IMSI_SHOWS_TIME;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58)
    return IMSI_SHOWS_DATE;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
    return IMSI_SHOWS_TIME;
  return 0;
}

static char small(char c)
{
  if (c >= 'A' && c <= 'Z')
    return (char)(c | 0x20);
  return c;
}

/* What stands in brackets: a colour, a language, a condition; or hours, minutes or seconds that do not begin anew,
   which makes it a span and not a time. */
static bool is_span(const char *text, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (small(text[i]) != small(*text))
      return false;
  return size && strchr("hms", small(*text));
}

/* The letters of the first section, one character for each run: "d/mm/yyyy" is "dmy". Returns false for a span. */
static bool format_letters(const char *code, char letters[16])
{
  size_t count = 0;
  char last = '\0';
  for (; *code && *code != ';'; code++) {
    const char *close = NULL;
    if (*code == '"' && (close = strchr(code + 1, '"'))) {
      code = close;
    } else if (*code == '[' && (close = strchr(code, ']'))) {
      if (is_span(code + 1, (size_t)(close - code - 1)))
        return false;
      code = close;
    } else if (strchr("\\_*", *code) && code[1]) {
      code++;
    } else if (strchr("dmyhs", small(*code)) && small(*code) != last && count < 15) {
      letters[count++] = small(*code);
    }
    last = small(*code);
  }
  letters[count] = '\0';
  return true;
}

unsigned imsi_xlsx_format_shows(const char *code)
{
  char letters[16];
  if (!format_letters(code, letters))
    return 0;
  const bool time = strpbrk(letters, "hs") != NULL;
  /* m is minutes beside hours or seconds, else a month */
  const bool date = strpbrk(letters, "dy") != NULL || (!time && *letters);
  return (date ? (unsigned)IMSI_SHOWS_DATE : 0) | (time ? (unsigned)IMSI_SHOWS_TIME : 0);
}

/* ---- reading ---- */

static unsigned shows(const reader *r, uint32_t id)
{
  for (size_t i = 0; i < r->formats.count; i++)
    if (IMSI_AT(format, &r->formats, i).id == id)
      return IMSI_AT(format, &r->formats, i).shows;
  return built_in_shows(id);
}

static ims_status add_format(imsi_part *part, uint32_t id, const char *code)
{
  reader *r = part->context;
  return imsi_vec_push(&r->formats, &(format){ id, (uint8_t)imsi_xlsx_format_shows(code) });
}

static bool too_many(imsi_part *part)
{
  const reader *r = part->context;
  if (r->formats.count < MOST_FORMATS && part->book->styles.count < MOST_STYLES)
    return false;
  imsi_sheet_limit(part->book->run, part->pos, "the workbook has more than %1 formats or styles of cells",
                   MOST_FORMATS);
  imsi_part_stop(part);
  return true;
}

static void begin(imsi_part *part, size_t element, int count, const xmlChar **attributes)
{
  reader *r = part->context;
  imsi_sheet_run *run = part->book->run;
  if (element == CELL_XFS) {
    r->in_cells = true;
    return;
  }
  if (too_many(part))
    return;
  const uint32_t id = imsi_part_number(part, count, attributes, "numFmtId", 0);
  if (element == NUM_FMT) {
    const char *code = imsi_part_copy(part, count, attributes, "formatCode", false);
    if (code)
      run->ended = add_format(part, id, code);
  } else if (r->in_cells) {
    run->ended = imsi_vec_push(&part->book->styles, &(uint8_t){ (uint8_t)shows(r, id) });
  }
  if (run->ended)
    imsi_part_stop(part);
}

static void end(imsi_part *part, size_t element)
{
  reader *r = part->context;
  if (element == CELL_XFS)
    r->in_cells = false;
}

void imsi_xlsx_styles(imsi_book *book, const char *path)
{
  static const char *const elements[] = { [XF] = "xf", [CELL_XFS] = "cellXfs", [NUM_FMT] = "numFmt", NULL };
  static const imsi_part_rule rule = { "styleSheet", elements, begin, end, NULL, false };
  reader r = { .formats = IMSI_VEC(format) };
  imsi_part_read(book, path, &rule, &r, (ims_pos){ book->run->name, 0, 0, NULL });
  imsi_vec_free(&r.formats);
}
