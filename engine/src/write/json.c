/*
 * One object, as docs/schema/table.json says; each row is a line of its own, so that two outputs can be compared line
 * by line. All columns are there, details too. A row that is no normal one says so in a member "_row"; section rows are
 * left out as in CSV.
 */
#include "base/json_head.h"
#include "base/out.h"
#include "base/try.h"
#include "write/common.h"
#include "write/registry.h"

#include <jansson.h>
#include <stdlib.h>

typedef struct writer {
  imsi_out out;
  imsi_arena arena; /* what had to be repaired */
  bool begun;       /* the list that is open has an item */
} writer;

static int put(const char *data, size_t size, void *out)
{
  imsi_out_bytes(out, data, size);
  return 0;
}

/* Writes `value` and gives it up; NULL is a value that there was no memory for. */
static ims_status put_value(writer *w, json_t *value)
{
  if (!value)
    return IMS_NOMEM;
  const int failed = json_dump_callback(value, put, &w->out, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
  json_decref(value);
  return failed ? IMS_NOMEM : IMS_OK;
}

static json_t *string(writer *w, const char *text)
{
  const char *repaired = imsi_write_utf8(&w->arena, text);
  return repaired ? json_string_nocheck(repaired) : NULL;
}

static json_t *cell(writer *w, const ims_table *table, size_t row, size_t column)
{
  const char *text = ims_table_cell(table, row, column);
  if (!text)
    return json_null();
  const bool number = ims_table_column(table, column)->kind == IMS_COLUMN_NUMBER;
  if (number && imsi_write_integer(text))
    return json_integer(strtoll(text, NULL, 10));
  if (number && imsi_write_decimal(text))
    return json_real(strtod(text, NULL));
  return string(w, text);
}

/* Adds a member and takes `value`, which may be NULL for want of memory. */
static bool add(writer *w, json_t *object, const char *key, json_t *value)
{
  const char *repaired = imsi_write_utf8(&w->arena, key);
  if (!repaired) {
    json_decref(value);
    return false;
  }
  return json_object_set_new_nocheck(object, repaired, value) == 0;
}

static json_t *column_item(writer *w, const ims_column *column)
{
  json_t *item = json_object();
  if (!item)
    return NULL;
  if (add(w, item, "key", string(w, column->key)) && add(w, item, "title", string(w, column->title)))
    return item;
  json_decref(item);
  return NULL;
}

static json_t *row_item(writer *w, const ims_table *table, size_t row)
{
  json_t *item = json_object();
  if (!item)
    return NULL;
  bool good = true;
  if (ims_table_row_kind(table, row) == IMS_ROW_HEADING)
    good = add(w, item, "_row", json_string_nocheck("heading"));
  for (size_t i = 0; good && i < ims_table_column_count(table); i++)
    good = add(w, item, ims_table_column(table, i)->key, cell(w, table, row, i));
  if (good)
    return item;
  json_decref(item);
  return NULL;
}

static void open_list(writer *w, const char *name)
{
  imsi_out_text(&w->out, ",\n  \"");
  imsi_out_text(&w->out, name);
  imsi_out_text(&w->out, "\": [");
  w->begun = false;
}

static ims_status put_item(writer *w, json_t *item)
{
  imsi_out_text(&w->out, w->begun ? ",\n    " : "\n    ");
  w->begun = true;
  return put_value(w, item);
}

static void close_list(writer *w)
{
  imsi_out_text(&w->out, w->begun ? "\n  ]" : "]");
}

static ims_status put_document(writer *w, const ims_table *table)
{
  imsi_out_text(&w->out, "{\n  ");
  imsi_out_text(&w->out, imsi_json_table);
  imsi_out_text(&w->out, ",\n  \"report\": ");
  IMS_TRY(put_value(w, string(w, ims_table_name(table))));
  open_list(w, "caption");
  for (size_t i = 0; i < ims_table_caption_count(table); i++)
    IMS_TRY(put_item(w, string(w, ims_table_caption(table, i))));
  close_list(w);
  open_list(w, "columns");
  for (size_t i = 0; i < ims_table_column_count(table); i++)
    IMS_TRY(put_item(w, column_item(w, ims_table_column(table, i))));
  close_list(w);
  open_list(w, "rows");
  for (size_t i = 0; i < ims_table_row_count(table); i++)
    if (ims_table_row_kind(table, i) != IMS_ROW_SECTION)
      IMS_TRY(put_item(w, row_item(w, table, i)));
  close_list(w);
  open_list(w, "notes");
  for (size_t i = 0; i < ims_table_note_count(table); i++)
    IMS_TRY(put_item(w, string(w, ims_table_note(table, i))));
  close_list(w);
  imsi_out_text(&w->out, "\n}\n");
  return imsi_out_end(&w->out);
}

static ims_status write_json(const ims_table *table, const ims_write_options *options, ims_sink sink)
{
  (void)options;
  writer w = { .out = { .sink = sink } };
  const ims_status status = put_document(&w, table);
  imsi_arena_free(&w.arena);
  return status;
}

const ims_format imsi_format_json = { "json", "json", "JSON with all columns", write_json };
