/* The clauses of an edition. */

#include "query/table.h"
#include "report/common.h"
#include "report/registry.h"
#include "report/show_internal.h"

enum { EDITION, NUMBER, TITLE, FORCE, PARENT, UNCONFIRMED, DEMANDS };

static const ims_column columns[] = {
  [EDITION] = { "edition", "Edition", IMS_COLUMN_ID, false },
  [NUMBER] = { "number", "Number", IMS_COLUMN_ID, false },
  [TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  [FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [PARENT] = { "parent", "Parent", IMS_COLUMN_ID, false },
  [UNCONFIRMED] = { "unconfirmed", "Unconfirmed", IMS_COLUMN_ID, true },
  [DEMANDS] = { "provisions", "Provisions", IMS_COLUMN_NUMBER, true },
};

const ims_columns imsi_show_edition_form = { columns, sizeof columns / sizeof *columns };

static size_t count_demands(const ims_model *model, ims_node clause)
{
  size_t count = 0;
  for (ims_node n = ims_node_child(model, clause); n.index != IMS_NO_NODE; n = ims_node_next(model, n))
    count += ims_node_kind_of(model, n) == IMS_PROVISION && ims_force_binds(ims_node_force(model, n));
  return count;
}

static const char *or_nothing(const char *text)
{
  return *text ? text : NULL;
}

static void add_captions(const ims_model *model, const ims_edition *edition, imsi_table *table)
{
  imsi_strbuf line = { 0 };
  imsi_name_edition(edition, &line);
  imsi_table_caption_text(table, &line);
  size_t count;
  const ims_amendment *amendments = ims_edition_amendments(model, edition, &count);
  for (size_t i = 0; i < count; i++) {
    imsi_strbuf_clear(&line);
    imsi_strbuf_text(&line, amendments[i].id);
    imsi_strbuf_text(&line, *amendments[i].published ? " (" : "");
    imsi_strbuf_text(&line, amendments[i].published);
    imsi_strbuf_text(&line, *amendments[i].published ? "): " : ": ");
    imsi_strbuf_text(&line, amendments[i].note);
    imsi_table_caption_text(table, &line);
  }
  imsi_strbuf_free(&line);
  const ims_text *notes = ims_edition_notes(model, edition, &count);
  for (size_t i = 0; i < count; i++)
    imsi_table_note(table, notes[i].text);
}

ims_status imsi_show_edition(const ims_model *model, const ims_edition *edition, ims_table **finished)
{
  imsi_table *table = imsi_table_new(imsi_report_show.name, columns, sizeof columns / sizeof *columns);
  add_captions(model, edition, table);
  for (uint32_t i = 0; i < edition->count; i++) {
    const ims_node node = { edition->first.index + i };
    const ims_node_info info = ims_node_get(model, node);
    if (info.kind != IMS_CLAUSE)
      continue;
    const ims_node parent = ims_node_parent(model, node);
    imsi_table_row(table, parent.index == IMS_NO_NODE ? IMS_ROW_HEADING : IMS_ROW_NORMAL);
    imsi_table_set(table, EDITION, edition->id);
    imsi_table_set(table, NUMBER, info.name);
    imsi_table_set(table, TITLE, or_nothing(info.text));
    imsi_table_set(table, FORCE, ims_force_name(info.force));
    imsi_table_set(table, PARENT, parent.index == IMS_NO_NODE ? NULL : ims_node_name(model, parent));
    imsi_table_set(table, UNCONFIRMED, or_nothing(ims_unconfirmed_name(info.unconfirmed)));
    imsi_table_set_number(table, DEMANDS, count_demands(model, node));
  }
  return imsi_table_end(table, finished);
}
