/* What can be said of a sheet once its last row is read. */

#include "base/try.h"
#include "read/register_sheet_internal.h"

#include <stdio.h>

enum { DAY_TEXT = 40 };

static void name_day(ims_day day, char text[DAY_TEXT])
{
  snprintf(text, DAY_TEXT, "%04d-%02d-%02d", (int)(day / 10000), (int)(day / 100 % 100), (int)(day % 100));
}

static ims_status decide_day(imsi_table_sheet *t, const imsi_open_day *open)
{
  const imsi_column *column = &IMSI_AT(imsi_column, &t->columns, open->sheet_column);
  if (column->day_first != column->month_first) {
    imsi_register_understand(t->reader->evidence, open->entry, column->field,
                             column->day_first ? open->day_first : open->month_first);
    imsi_register_column_at(t->reader->evidence, t->sheet, open->sheet_column)->understood++;
    return IMS_OK;
  }
  char a[DAY_TEXT], b[DAY_TEXT];
  name_day(open->day_first, a);
  name_day(open->month_first, b);
  return imsi_reader_problem(t->reader, IMS_DIAG_AMBIGUOUS_DAY, open->pos, open->text, a, b);
}

static ims_status tell_count(imsi_table_sheet *t, ims_diag_id id, ims_pos pos, size_t count, const char *one,
                             const char *many)
{
  char text[64];
  if (!count)
    return IMS_OK;
  snprintf(text, sizeof text, "%zu%s", count, count == 1 ? one : many);
  return imsi_reader_problem(t->reader, id, pos, text, NULL, NULL);
}

ims_status imsi_table_sheet_end(imsi_table_sheet *table)
{
  const ims_sheet *sheet = imsi_register_sheet_at(table->reader->evidence, table->sheet);
  const size_t hidden = sheet->hidden_rows, merged = sheet->merged;
  const ims_pos whole = { sheet->file, 0, 0, *sheet->name ? sheet->name : NULL };
  const bool hidden_sheet = sheet->hidden;
  for (size_t i = 0; i < table->open_days.count; i++)
    IMS_TRY(decide_day(table, &IMSI_AT(imsi_open_day, &table->open_days, i)));
  if (hidden_sheet)
    IMS_TRY(imsi_reader_problem(table->reader, IMS_DIAG_HIDDEN, whole, "the sheet is", NULL, NULL));
  IMS_TRY(tell_count(table, IMS_DIAG_NO_HEADER, table->first_without_header, table->without_header, " cell stands",
                     " cells stand"));
  IMS_TRY(tell_count(table, IMS_DIAG_NUMBER_IDS, table->first_number_id, table->number_ids, " id is stored as a number",
                     " ids are stored as numbers"));
  IMS_TRY(tell_count(table, IMS_DIAG_HIDDEN, table->first_hidden, hidden, " row is", " rows are"));
  IMS_TRY(tell_count(table, IMS_DIAG_HIDDEN, whole, table->hidden_columns, " column is", " columns are"));
  return tell_count(table, IMS_DIAG_MERGED_CELLS, table->first_merged, merged, " cell continues", " cells continue");
}
