/* What the reports on documents and what they serve share. */

#include "base/try.h"
#include "report/serving_internal.h"

#include <string.h>

ims_status imsi_documents_open(imsi_documents *documents, const ims_report *report, const ims_model *model,
                               const ims_request *request, imsi_reporter *reporter)
{
  documents->serving = IMSI_SERVING;
  IMS_TRY(imsi_held_open(&documents->held, report, model, request, reporter));
  return imsi_serving_find(documents->held.given, documents->held.evidence, &documents->serving);
}

void imsi_documents_close(imsi_documents *documents)
{
  imsi_serving_free(&documents->serving);
  imsi_held_close(&documents->held);
}

bool imsi_documents_shows(const imsi_documents *documents, uint32_t system)
{
  return documents->held.chosen >> system & 1;
}

void imsi_add_line(imsi_strbuf *text, const char *line)
{
  const size_t size = strlen(line);
  for (const char *at = imsi_strbuf_string(text); *at;) {
    const size_t length = strcspn(at, "\n");
    if (length == size && memcmp(at, line, size) == 0)
      return;
    at += length + (at[length] == '\n');
  }
  imsi_strbuf_text(text, text->size ? "\n" : "");
  imsi_strbuf_text(text, line);
}

void imsi_add_place(const imsi_held *held, imsi_strbuf *text, ims_pos pos)
{
  imsi_strbuf place = { 0 };
  imsi_held_place(held, pos, &place);
  if (place.status)
    text->status = place.status;
  else
    imsi_add_line(text, imsi_strbuf_string(&place));
  imsi_strbuf_free(&place);
}

void imsi_set_filled(imsi_table *table, size_t column, const char *text)
{
  imsi_table_set(table, column, *text ? text : NULL);
}

void imsi_set_reference(imsi_table *table, size_t column, const ims_model *model, ims_node node)
{
  imsi_strbuf text = { 0 };
  imsi_name_reference(model, node, &text);
  imsi_table_set_text(table, column, &text);
  imsi_strbuf_free(&text);
}

void imsi_set_place(imsi_table *table, size_t column, ims_pos pos)
{
  imsi_strbuf text = { 0 };
  imsi_name_place(pos, &text);
  imsi_table_set_text(table, column, &text);
  imsi_strbuf_free(&text);
}
