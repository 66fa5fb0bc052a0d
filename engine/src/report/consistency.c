/* Rows that cannot all be true: each contradiction with the rows it cannot do without, and how many there are. */

#include "query/consistency.h"

#include "base/try.h"
#include "query/table.h"
#include "report/common.h"
#include "report/registry.h"

#include <stdlib.h>
#include <string.h>

enum { NAMED = 20 };

static const ims_param params[] = {
  { "reading", "declared|strict|loose", "how 'intersects' is read (default: as each mapping declares)", false, false,
    false },
  { "with-parents", NULL, "with the hierarchy: what is part of a clause is contained in it", false, false, false },
  { "max", "NUMBER", "contradictions that are named (default: 20; 0: all); the rest is counted", false, false, false },
};

enum { NUMBER, SOURCE, RELATION, TARGET, OTHERS, SAID_BY, PLACE, PAIRS };

static const ims_column columns[] = {
  [NUMBER] = { "contradiction", "No.", IMS_COLUMN_NUMBER, false },
  [SOURCE] = { "source", "Source", IMS_COLUMN_ID, false },
  [RELATION] = { "relation", "Is", IMS_COLUMN_ID, false },
  [TARGET] = { "target", "Target", IMS_COLUMN_ID, false },
  [OTHERS] = { "others", "Others leave", IMS_COLUMN_ID, false },
  [SAID_BY] = { "said_by", "Said by", IMS_COLUMN_ID, false },
  [PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
  [PAIRS] = { "pairs", "Impossible pairs", IMS_COLUMN_NUMBER, true },
};

static const ims_columns long_form = { columns, sizeof columns / sizeof *columns };

static const ims_columns *const long_forms[] = { &long_form };

typedef struct report {
  const ims_model *model;
  imsi_reporter *reporter;
  imsi_consistency_options options;
  imsi_consistency found;
  imsi_table *table;
} report;

/* ---- what is asked ---- */

static ims_status bad_option(const report *r, const char *text)
{
  imsi_report(r->reporter, IMS_DIAG_BAD_OPTION, (ims_pos){ NULL, 0, 0, NULL }, text, NULL, NULL, NULL);
  return IMS_INVALID;
}

static ims_status read_request(report *r, const ims_request *request)
{
  static const char *const readings[] = {
    [IMSI_AS_DECLARED] = "declared", [IMSI_STRICT] = "strict", [IMSI_LOOSE] = "loose"
  };
  const char *reading = imsi_request_value(request, "reading", 0), *most = imsi_request_value(request, "max", 0);
  int known = reading ? IMSI_LOOSE : IMSI_AS_DECLARED;
  while (reading && known >= 0 && strcmp(reading, readings[known]) != 0)
    known--;
  if (known < 0)
    return bad_option(r, "the reading is 'declared', 'strict' or 'loose'");
  if (most && (!*most || strspn(most, "0123456789") != strlen(most) || strlen(most) > 9))
    return bad_option(r, "--max is a number of contradictions, below 1000000000; 0 names all");
  const size_t named = most ? strtoul(most, NULL, 10) : NAMED;
  r->options = (imsi_consistency_options){ .reading = (imsi_reading)known,
                                           .with_parents = imsi_request_has(request, "with-parents"),
                                           .most = named ? named : SIZE_MAX };
  return IMS_OK;
}

/* ---- rows ---- */

static void set_reference(const report *r, size_t column, ims_node node)
{
  imsi_strbuf text = { 0 };
  imsi_name_reference(r->model, node, &text);
  imsi_table_set_text(r->table, column, &text);
  imsi_strbuf_free(&text);
}

static void set_place(const report *r, ims_pos pos)
{
  imsi_strbuf text = { 0 };
  imsi_name_place(pos, &text);
  imsi_table_set_text(r->table, PLACE, &text);
  imsi_strbuf_free(&text);
}

static void begin_row(const report *r, size_t number, const imsi_contradiction *contradiction)
{
  imsi_table_row(r->table, IMS_ROW_NORMAL);
  imsi_table_set_number(r->table, NUMBER, number + 1);
  imsi_table_set_number(r->table, PAIRS, contradiction->pairs);
}

static void add_stated(const report *r, size_t number, const imsi_contradiction *contradiction, size_t nth)
{
  const ims_row row = ims_relation_at(r->model, contradiction->rows[nth]);
  begin_row(r, number, contradiction);
  set_reference(r, SOURCE, row.source);
  imsi_table_set(r->table, RELATION, ims_relation_symbol(imsi_row_says(&row, r->options.reading)));
  set_reference(r, TARGET, row.target);
  if (nth == contradiction->disputed)
    imsi_table_set(r->table, OTHERS, ims_relation_symbol(contradiction->others));
  imsi_table_set(r->table, SAID_BY, row.mapping->id);
  set_place(r, row.pos);
}

static void add_part(const report *r, size_t number, const imsi_contradiction *contradiction, size_t nth)
{
  const ims_node part = { contradiction->parts[nth] };
  begin_row(r, number, contradiction);
  set_reference(r, SOURCE, part);
  imsi_table_set(r->table, RELATION, ims_relation_symbol(IMS_CONTAINED));
  set_reference(r, TARGET, ims_node_parent(r->model, part));
  imsi_table_set(r->table, SAID_BY, "hierarchy");
  set_place(r, ims_node_get(r->model, part).pos);
}

static void add_number(imsi_strbuf *text, size_t number, const char *one, const char *several)
{
  imsi_strbuf_number(text, number);
  imsi_strbuf_text(text, " ");
  imsi_strbuf_text(text, number == 1 ? one : several);
}

static void add_contradiction(const report *r, size_t number, const imsi_contradiction *contradiction)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_number(&text, number + 1);
  imsi_strbuf_text(&text, ". No relation is left for ");
  imsi_name_reference(r->model, contradiction->a, &text);
  imsi_strbuf_text(&text, " and ");
  imsi_name_reference(r->model, contradiction->b, &text);
  imsi_table_row(r->table, IMS_ROW_SECTION);
  imsi_table_set_text(r->table, NUMBER, &text);
  imsi_strbuf_free(&text);
  for (size_t i = 0; i < contradiction->row_count; i++)
    add_stated(r, number, contradiction, i);
  for (size_t i = 0; i < contradiction->part_count; i++)
    add_part(r, number, contradiction, i);
}

/* ---- captions and notes ---- */

static void add_caption(const report *r)
{
  static const char *const readings[] = { [IMSI_AS_DECLARED] = "as each mapping declares",
                                          [IMSI_STRICT] = "strictly, whatever mappings declare",
                                          [IMSI_LOOSE] = "loosely, whatever mappings declare" };
  imsi_strbuf text = { 0 };
  add_number(&text, r->found.rows, "row", "rows");
  imsi_strbuf_text(&text, ", 'intersects' read ");
  imsi_strbuf_text(&text, readings[r->options.reading]);
  imsi_strbuf_text(&text, r->options.with_parents ? ", with the hierarchy." : ", without the hierarchy.");
  imsi_table_caption_text(r->table, &text);
  imsi_strbuf_free(&text);
}

static void add_counts(const report *r)
{
  const imsi_consistency *f = &r->found;
  imsi_strbuf text = { 0 };
  add_number(&text, f->stated, "pair is stated, ", "pairs are stated, ");
  add_number(&text, f->known, "is known when all is closed.", "are known when all is closed.");
  imsi_table_note_text(r->table, &text);
  imsi_strbuf_clear(&text);
  add_number(&text, f->triangles, "triangle has", "triangles have");
  imsi_strbuf_text(&text, " three stated sides that cannot all be true. ");
  add_number(&text, f->impossible, "impossible pair, ", "impossible pairs, ");
  imsi_strbuf_number(&text, f->by_own_rows);
  imsi_strbuf_text(&text, f->impossible == 1 ? " by its own rows." : " by their own rows.");
  imsi_table_note_text(r->table, &text);
  imsi_strbuf_free(&text);
}

/* What the list leaves out is counted, never dropped in silence. */
static void add_rest(const report *r)
{
  const size_t rest = r->found.impossible - r->found.looked_into;
  if (!rest)
    return;
  imsi_strbuf text = { 0 };
  add_number(&text, r->found.contradictions.count, "contradiction is", "contradictions are");
  imsi_strbuf_text(&text, " named, ");
  imsi_strbuf_text(&text, "which leaves ");
  add_number(&text, rest, "impossible pair", "impossible pairs");
  imsi_strbuf_text(&text, " not looked into: --max 0 names all.");
  imsi_table_note_text(r->table, &text);
  imsi_strbuf_free(&text);
}

static void add_notes(const report *r)
{
  add_counts(r);
  if (!r->found.impossible) {
    imsi_table_note(r->table, "Nothing contradicts itself. That does not make it correct.");
    return;
  }
  add_rest(r);
  imsi_table_note(r->table,
                  "Of each contradiction no row can be dropped without removing it. The column of what the others "
                  "leave stands at a row that they rule out; any of the rows may be the wrong one.");
}

/* ---- the report ---- */

static ims_status make(report *r, ims_table **table)
{
  imsi_limit reached = IMSI_LIMIT_STEPS;
  r->options.reached = &reached;
  const ims_status status = imsi_consistency_find(r->model, &r->options, &r->found);
  if (status == IMS_LIMIT)
    imsi_report_limit(r->reporter, reached);
  IMS_TRY(status);
  r->table = imsi_table_new(imsi_report_consistency.name, columns, sizeof columns / sizeof *columns);
  add_caption(r);
  for (size_t i = 0; i < r->found.contradictions.count; i++)
    add_contradiction(r, i, &IMSI_AT(imsi_contradiction, &r->found.contradictions, i));
  add_notes(r);
  imsi_consistency_free(&r->found);
  return imsi_table_end(r->table, table);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  report r = { .model = model, .reporter = reporter };
  IMS_TRY(read_request(&r, request));
  return make(&r, table);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_consistency = {
  .name = "consistency",
  .summary = "rows that cannot all be true: each contradiction with the rows it cannot do without",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = run,
};
