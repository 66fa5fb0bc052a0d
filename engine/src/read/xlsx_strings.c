/* The texts that cells share. */

#include "read/xlsx_internal.h"

#include <string.h>

const char imsi_book_long_text[] = "";

enum { T, SI, R_PH, MOST_STRINGS = 1 << 24 };

typedef struct reader {
  imsi_strbuf text;
  bool in_text;  /* inside `t` */
  bool phonetic; /* inside a hint on how to pronounce the text */
} reader;

static void begin(imsi_part *part, size_t element, int count, const xmlChar **attributes)
{
  (void)count, (void)attributes;
  reader *r = part->context;
  if (element == SI)
    imsi_strbuf_clear(&r->text);
  else if (element == R_PH)
    r->phonetic = true;
  else
    r->in_text = !r->phonetic;
}

static void add(imsi_part *part)
{
  reader *r = part->context;
  imsi_book *book = part->book;
  imsi_xlsx_unescape(&r->text, 0);
  const char *copy = imsi_book_long_text;
  if (!imsi_sheet_too_long(book->run, imsi_strbuf_string(&r->text), r->text.size))
    copy = r->text.status ? NULL : imsi_arena_copy(&book->arena, imsi_strbuf_string(&r->text), r->text.size);
  book->run->ended = copy ? imsi_vec_push(&book->strings, &copy) : IMS_NOMEM;
  if (book->run->ended)
    imsi_part_stop(part);
}

static void end(imsi_part *part, size_t element)
{
  reader *r = part->context;
  if (element == R_PH) {
    r->phonetic = false;
  } else if (element == T) {
    r->in_text = false;
  } else if (part->book->strings.count < MOST_STRINGS) {
    add(part);
  } else {
    imsi_sheet_limit(part->book->run, part->pos, "the workbook has more than %1 different texts", MOST_STRINGS);
    imsi_part_stop(part);
  }
}

static void take_text(imsi_part *part, const char *text, size_t size)
{
  reader *r = part->context;
  if (r->in_text && r->text.size <= imsi_sheet_most_bytes(part->book->run))
    imsi_strbuf_bytes(&r->text, text, size);
}

void imsi_xlsx_strings(imsi_book *book, const char *path)
{
  static const char *const elements[] = { [T] = "t", [SI] = "si", [R_PH] = "rPh", NULL };
  static const imsi_part_rule rule = { "sst", elements, begin, end, take_text, false };
  reader r = { .in_text = false };
  imsi_part_read(book, path, &rule, &r, (ims_pos){ book->run->name, 0, 0, NULL });
  imsi_strbuf_free(&r.text);
}
