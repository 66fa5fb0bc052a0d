/* The table of `gap`: a demand a row. */

#include "base/try.h"
#include "report/gap_internal.h"
#include "report/registry.h"

#include <stdlib.h>

/* ---- columns ---- */

enum {
  LONG_WANT,
  LONG_REF,
  LONG_TEXT,
  LONG_FORCE,
  LONG_STATE,
  LONG_EFFORT,
  LONG_CONDITION,
  LONG_HAD,
  LONG_RELATION,
  LONG_METHOD,
  LONG_RECORD,
  LONG_SERVES,
  LONG_COMMON,
  LONG_ITEMS,
  LONG_BEYOND,
  LONG_UNCOMPARED,
  LONG_DUTIES,
  LONG_TODO,
  LONG_CHAIN,
  LONG_STANDING,
  LONG_PLACE,
  LONG_SYSTEM,
  LONG_DOCUMENTS,
  LONG_SERVING,
  LONG_LACKING,
  LONG_DOUBTS,
  LONG_REASON,
  LONG_DOUBTED
};

static const ims_column long_columns[] = {
  [LONG_WANT] = { "edition", "Wanted", IMS_COLUMN_ID, false },
  [LONG_REF] = { "ref", "Reference", IMS_COLUMN_ID, false },
  [LONG_TEXT] = { "text", "In our words", IMS_COLUMN_TEXT, false },
  [LONG_FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [LONG_STATE] = { "state", "State", IMS_COLUMN_ID, false },
  [LONG_EFFORT] = { "effort", "Effort", IMS_COLUMN_NUMBER, false },
  [LONG_CONDITION] = { "condition", "Condition", IMS_COLUMN_TEXT, false },
  [LONG_HAD] = { "serves", "What serves", IMS_COLUMN_ID, false },
  [LONG_RELATION] = { "relation", "Rel.", IMS_COLUMN_ID, false },
  [LONG_METHOD] = { "method", "Method", IMS_COLUMN_ID, false },
  [LONG_RECORD] = { "record", "Record", IMS_COLUMN_ID, false },
  [LONG_SERVES] = { "counterparts", "Counterparts", IMS_COLUMN_TEXT, false },
  [LONG_COMMON] = { "common", "Both ask", IMS_COLUMN_TEXT, false },
  [LONG_ITEMS] = { "items_open", "Items left over", IMS_COLUMN_TEXT, false },
  [LONG_BEYOND] = { "beyond", "Left over", IMS_COLUMN_TEXT, false },
  [LONG_UNCOMPARED] = { "uncompared", "Not compared", IMS_COLUMN_TEXT, false },
  [LONG_DUTIES] = { "duties", "Documented information", IMS_COLUMN_TEXT, false },
  [LONG_TODO] = { "todo", "What to do", IMS_COLUMN_TEXT, false },
  [LONG_CHAIN] = { "chain", "Chain", IMS_COLUMN_TEXT, false },
  [LONG_STANDING] = { "standing", "Standing", IMS_COLUMN_ID, false },
  [LONG_PLACE] = { "place", "Rests on", IMS_COLUMN_TEXT, false },
  [LONG_SYSTEM] = { "system", "System", IMS_COLUMN_ID, false },
  [LONG_DOCUMENTS] = { "documents", "Own documents", IMS_COLUMN_TEXT, false },
  [LONG_SERVING] = { "serving_documents", "Documents that serve", IMS_COLUMN_TEXT, false },
  [LONG_LACKING] = { "lacking", "Lacking", IMS_COLUMN_TEXT, false },
  [LONG_DOUBTS] = { "doubts", "Claims that do not count", IMS_COLUMN_TEXT, false },
  [LONG_REASON] = { "reason", "Why left out, or what is open against it", IMS_COLUMN_TEXT, false },
  [LONG_DOUBTED] = { "doubted_by", "Doubted by checks", IMS_COLUMN_TEXT, false },
};

const ims_columns imsi_gap_long_form = { long_columns, sizeof long_columns / sizeof *long_columns };

enum { WIDE_REF, WIDE_TEXT, WIDE_STATE, WIDE_SERVES, WIDE_TODO, WIDE_CHAIN, WIDE_PLACE };

static const ims_column wide_columns[] = {
  [WIDE_REF] = { "ref", "Reference", IMS_COLUMN_ID, false },
  [WIDE_TEXT] = { "text", "In our words", IMS_COLUMN_TEXT, false },
  [WIDE_STATE] = { "state", "State", IMS_COLUMN_ID, false },
  [WIDE_SERVES] = { "counterparts", "What is met", IMS_COLUMN_TEXT, false },
  [WIDE_TODO] = { "todo", "What to do", IMS_COLUMN_TEXT, false },
  [WIDE_CHAIN] = { "chain", "Chain", IMS_COLUMN_TEXT, true },
  [WIDE_PLACE] = { "place", "Rests on", IMS_COLUMN_TEXT, true },
};

/* ---- rows ---- */

static const char *or_none(const char *text)
{
  return *text ? text : NULL;
}

/* What serves is only told where something does. */
static void set_best(imsi_gap_run *g, imsi_table *table, const imsi_need *need)
{
  imsi_strbuf name = { 0 };
  if ((need->state != IMSI_STATE_RUN && need->state != IMSI_STATE_REUSABLE && need->state != IMSI_STATE_EXTEND) ||
      !need->best.relation)
    return;
  imsi_name_reference(g->model, need->best.had, &name);
  imsi_table_set_text(table, LONG_HAD, &name);
  imsi_table_set(table, LONG_RELATION, ims_relation_symbol(need->best.relation));
  imsi_table_set(table, LONG_METHOD, or_none(ims_method_name(need->best.method)));
  imsi_table_set(table, LONG_RECORD, or_none(ims_record_name(need->best.record)));
  imsi_strbuf_free(&name);
}

/* Empty without a register. */
static void set_held(const imsi_gap_run *g, imsi_table *table, const imsi_need *need, const imsi_gap_cells *cells)
{
  const imsi_gap_held *held = imsi_gap_held_of(g, need->demand);
  if (held && held->system < g->held.system_count)
    imsi_table_set(table, LONG_SYSTEM, g->held.systems[held->system].id);
  imsi_table_set_text(table, LONG_DOCUMENTS, &cells->documents);
  imsi_table_set_text(table, LONG_SERVING, &cells->serving);
  imsi_table_set_text(table, LONG_LACKING, &cells->lacking);
  imsi_table_set_text(table, LONG_DOUBTS, &cells->doubts);
  imsi_table_set_text(table, LONG_REASON, &cells->reason);
  imsi_table_set_text(table, LONG_DOUBTED, &cells->doubted);
}

static void add_long(imsi_gap_run *g, imsi_table *table, const imsi_need *need, const imsi_gap_cells *cells)
{
  const ims_node_info info = ims_node_get(g->model, need->demand);
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, LONG_WANT, info.edition->id);
  imsi_table_set(table, LONG_REF, info.name);
  imsi_table_set(table, LONG_TEXT, info.text);
  imsi_table_set(table, LONG_FORCE, ims_force_name(info.force));
  imsi_table_set(table, LONG_STATE, imsi_state_name(need->state));
  imsi_table_set_number(table, LONG_EFFORT, (size_t)imsi_state_effort(need->state));
  imsi_table_set(table, LONG_CONDITION, or_none(info.condition));
  set_best(g, table, need);
  imsi_table_set_text(table, LONG_SERVES, &cells->serves);
  imsi_table_set_text(table, LONG_COMMON, &cells->common);
  imsi_table_set_text(table, LONG_ITEMS, &cells->items);
  imsi_table_set_text(table, LONG_BEYOND, &cells->beyond);
  imsi_table_set_text(table, LONG_UNCOMPARED, &cells->uncompared);
  imsi_table_set_text(table, LONG_DUTIES, &cells->duties);
  imsi_table_set_text(table, LONG_TODO, &cells->todo);
  imsi_table_set_text(table, LONG_CHAIN, &cells->chain);
  imsi_table_set(table, LONG_STANDING, or_none(ims_standing_name(cells->standing)));
  imsi_table_set_text(table, LONG_PLACE, &cells->places);
  set_held(g, table, need, cells);
}

static void add_lines(imsi_strbuf *text, const imsi_strbuf *lines)
{
  imsi_strbuf_text(text, text->size && lines->size ? "\n" : "");
  imsi_strbuf_text(text, imsi_strbuf_string(lines));
}

/* Its own documents, what of others has to do with it, and the documents of that. */
static void set_met(imsi_table *table, const imsi_gap_cells *cells)
{
  imsi_strbuf met = { 0 };
  add_lines(&met, &cells->documents);
  add_lines(&met, &cells->serves);
  add_lines(&met, &cells->serving);
  imsi_table_set_text(table, WIDE_SERVES, &met);
  imsi_strbuf_free(&met);
}

static void add_wide(const imsi_gap_run *g, imsi_table *table, const imsi_need *need, const imsi_gap_cells *cells)
{
  const ims_node_info info = ims_node_get(g->model, need->demand);
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, WIDE_REF, info.name);
  imsi_table_set(table, WIDE_TEXT, info.text);
  imsi_table_set(table, WIDE_STATE, imsi_state_name(need->state));
  set_met(table, cells);
  imsi_table_set_text(table, WIDE_TODO, &cells->todo);
  imsi_table_set_text(table, WIDE_CHAIN, &cells->chain);
  imsi_table_set_text(table, WIDE_PLACE, &cells->places);
}

static void add_section(imsi_table *table, const char *a, const char *b)
{
  imsi_strbuf title = { 0 };
  imsi_strbuf_text(&title, a);
  imsi_strbuf_text(&title, b ? ": " : "");
  imsi_strbuf_text(&title, b ? b : "");
  imsi_table_row(table, IMS_ROW_SECTION);
  imsi_table_set_text(table, WIDE_REF, &title);
  imsi_strbuf_free(&title);
}

/* By clause a heading is a clause, by effort a state. */
static void add_heading(const imsi_gap_run *g, imsi_table *table, const imsi_need *before, const imsi_need *need)
{
  const ims_edition *edition = ims_node_edition(g->model, need->demand);
  const bool new_edition = !before || ims_node_edition(g->model, before->demand) != edition;
  if (g->by_effort) {
    if (new_edition || before->state != need->state)
      add_section(table, edition->name, imsi_state_name(need->state));
    return;
  }
  if (new_edition)
    add_section(table, edition->name, NULL);
  const ims_node clause = ims_node_clause(g->model, need->demand);
  if (before && ims_node_clause(g->model, before->demand).index == clause.index)
    return;
  imsi_strbuf title = { 0 };
  imsi_name_title(g->model, clause, &title);
  imsi_table_row(table, IMS_ROW_HEADING);
  imsi_table_set(table, WIDE_REF, ims_node_name(g->model, clause));
  imsi_table_set_text(table, WIDE_TEXT, &title);
  imsi_strbuf_free(&title);
}

static bool is_done(const imsi_need *need)
{
  return need->state <= IMSI_STATE_EVIDENCED;
}

/* Least effort first, and last what asks for none; in one state, and one standard, as the document has it. */
static int compare_efforts(const void *a, const void *b)
{
  const imsi_need *x = a, *y = b;
  if (is_done(x) != is_done(y))
    return is_done(x) - is_done(y);
  if (is_done(x) && x->state != y->state)
    return x->state > y->state ? -1 : 1;
  const int order = imsi_state_effort(x->state) - imsi_state_effort(y->state);
  return order ? order : x->demand.index < y->demand.index ? -1 : x->demand.index > y->demand.index;
}

/* Sorts each standard by itself, for they come in the order in which they are wanted. */
static void sort(imsi_gap_run *g)
{
  imsi_need *needs = g->needs.data;
  for (size_t first = 0, end; first < g->needs.count; first = end) {
    const ims_edition *edition = ims_node_edition(g->model, needs[first].demand);
    for (end = first; end < g->needs.count && ims_node_edition(g->model, needs[end].demand) == edition;)
      end++;
    qsort(needs + first, end - first, sizeof *needs, compare_efforts);
  }
}

static ims_status add_needs(imsi_gap_run *g, imsi_table *table)
{
  const imsi_need *before = NULL;
  for (size_t i = 0; i < g->needs.count; i++) {
    const imsi_need *need = &IMSI_AT(imsi_need, &g->needs, i);
    imsi_gap_cells cells = { .standing = IMS_STANDING_UNSAID };
    const ims_status status = imsi_gap_describe(g, need, &cells);
    if (!status && g->wide) {
      add_heading(g, table, before, need);
      add_wide(g, table, need, &cells);
    } else if (!status) {
      add_long(g, table, need, &cells);
    }
    imsi_gap_cells_free(&cells);
    IMS_TRY(status);
    before = need;
  }
  return IMS_OK;
}

ims_status imsi_gap_make(imsi_gap_run *g, ims_table **finished)
{
  g->wide = g->request->form == IMS_FORM_WIDE && g->request->words != IMS_WORDS_COLUMNS;
  imsi_table *table =
      g->wide ? imsi_table_new(imsi_report_gap.name, wide_columns, sizeof wide_columns / sizeof *wide_columns)
              : imsi_table_new(imsi_report_gap.name, imsi_gap_long_form.list, imsi_gap_long_form.count);
  if (g->by_effort)
    sort(g);
  ims_status status = imsi_gap_add_captions(g, table);
  if (!status)
    status = add_needs(g, table);
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  imsi_gap_add_notes(g, table);
  return imsi_table_end(table, finished);
}
