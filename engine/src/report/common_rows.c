/* What reports say of the rows they rest on. */

#include "report/common.h"

#include <stdlib.h>

void imsi_name_confidence(const ims_model *model, const imsi_vec *rows, imsi_strbuf *text)
{
  int least = 1000;
  for (size_t i = 0; i < rows->count; i++) {
    const int confidence = ims_relation_at(model, IMSI_AT(uint32_t, rows, i)).confidence;
    least = confidence < least ? confidence : least;
  }
  if (rows->count && least >= 0)
    imsi_name_share(least, text);
}

static int compare_rows(const void *a, const void *b)
{
  const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

static void append_count(imsi_strbuf *out, size_t count, const char *after)
{
  imsi_strbuf_number(out, count);
  imsi_strbuf_text(out, after);
}

/* "... 120 stated rows: 0 verified against a licensed copy, 80 reviewed (...), 40 proposed." */
void imsi_note_standing(const ims_model *model, const char *start, imsi_vec *rows, imsi_table *table)
{
  size_t counts[IMS_VERIFIED + 1] = { 0 }, total = 0;
  if (rows->count)
    qsort(rows->data, rows->count, sizeof(uint32_t), compare_rows);
  for (size_t i = 0; i < rows->count; i++) {
    const uint32_t row = IMSI_AT(uint32_t, rows, i);
    if (i && row == IMSI_AT(uint32_t, rows, i - 1))
      continue;
    counts[ims_relation_at(model, row).standing]++;
    total++;
  }
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, start);
  append_count(&text, total, total == 1 ? " stated row: " : " stated rows: ");
  append_count(&text, counts[IMS_VERIFIED], " verified against a licensed copy, ");
  append_count(&text, counts[IMS_REVIEWED],
               " reviewed (a second, independent reading agreed, or a third settled it), ");
  append_count(&text, counts[IMS_PROPOSED], " proposed.");
  imsi_table_note_text(table, &text);
  imsi_strbuf_free(&text);
}
