/* Two standards at a glance: what kind each is, what they share, what is own to each, and what may be a criterion. */

#include "base/try.h"
#include "query/reference.h"
#include "query/sharing.h"
#include "report/compare_internal.h"
#include "report/registry.h"

#include <string.h>

static const ims_param params[] = {
  { "a", "A", "a standard", true, true, false },
  { "b", "B", "the standard to set beside it", true, true, false },
};

enum { WIDE_SUBJECT, WIDE_A, WIDE_B };

enum {
  LONG_PART,
  LONG_SUBJECT,
  LONG_EDITION,
  LONG_TEXT,
  LONG_COUNT,
  LONG_STANDING,
  LONG_CONFIDENCE,
  LONG_BASIS,
  LONG_PLACE
};

static const ims_column long_columns[] = {
  [LONG_PART] = { "part", "Part", IMS_COLUMN_ID, false },
  [LONG_SUBJECT] = { "subject", "Subject", IMS_COLUMN_ID, false },
  [LONG_EDITION] = { "edition", "Edition", IMS_COLUMN_ID, false },
  [LONG_TEXT] = { "text", "Text", IMS_COLUMN_TEXT, false },
  [LONG_COUNT] = { "count", "Count", IMS_COLUMN_NUMBER, false },
  [LONG_STANDING] = { "standing", "Standing", IMS_COLUMN_ID, true },
  [LONG_CONFIDENCE] = { "confidence", "Confidence", IMS_COLUMN_ID, true },
  [LONG_BASIS] = { "basis", "Basis", IMS_COLUMN_ID, false },
  [LONG_PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
};

static const ims_columns long_form = { long_columns, sizeof long_columns / sizeof *long_columns };

static const ims_columns *const long_forms[] = { &long_form };

void imsi_compare_part(imsi_compare *c, const char *name, const char *title)
{
  c->part = name;
  c->title = title;
}

static void add_title(imsi_compare *c)
{
  if (!c->title)
    return;
  imsi_table_row(c->table, IMS_ROW_SECTION);
  imsi_table_set(c->table, WIDE_SUBJECT, c->title);
  c->title = NULL;
}

/* Who says it and where, below the text; only where words are asked for. */
static void set_side(imsi_compare *c, size_t column, const imsi_compare_side *side)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, side->text ? side->text : "");
  if (c->words && side->basis && *side->basis) {
    imsi_strbuf_text(&text, "\n");
    imsi_strbuf_text(&text, side->basis);
    imsi_strbuf_text(&text, ", ");
    imsi_name_place(side->pos, &text);
  }
  imsi_table_set_text(c->table, column, &text);
  imsi_strbuf_free(&text);
}

static void add_long(imsi_compare *c, const char *subject, const ims_edition *edition, const imsi_compare_side *side)
{
  if (!side->text)
    return;
  imsi_strbuf text = { 0 };
  imsi_table_row(c->table, IMS_ROW_NORMAL);
  imsi_table_set(c->table, LONG_PART, c->part);
  imsi_table_set(c->table, LONG_SUBJECT, subject);
  imsi_table_set(c->table, LONG_EDITION, edition->id);
  imsi_table_set(c->table, LONG_TEXT, side->text);
  if (side->counted)
    imsi_table_set_number(c->table, LONG_COUNT, side->count);
  if (side->standing)
    imsi_table_set(c->table, LONG_STANDING, ims_standing_name(side->standing));
  if (side->basis && *side->basis) {
    if (side->confidence >= 0)
      imsi_name_share(side->confidence, &text);
    imsi_table_set_text(c->table, LONG_CONFIDENCE, &text);
    imsi_table_set(c->table, LONG_BASIS, side->basis);
    imsi_strbuf_clear(&text);
    imsi_name_place(side->pos, &text);
    imsi_table_set_text(c->table, LONG_PLACE, &text);
  }
  imsi_strbuf_free(&text);
}

void imsi_compare_row(imsi_compare *c, const char *key, const char *title, const imsi_compare_side *a,
                      const imsi_compare_side *b)
{
  if (!a->text && !b->text)
    return;
  if (!c->wide) {
    add_long(c, key, c->a, a);
    add_long(c, key, c->b, b);
    return;
  }
  add_title(c);
  imsi_table_row(c->table, IMS_ROW_NORMAL);
  imsi_table_set(c->table, WIDE_SUBJECT, title);
  set_side(c, WIDE_A, a);
  set_side(c, WIDE_B, b);
}

static void begin(imsi_compare *c)
{
  const ims_column wide[] = {
    [WIDE_SUBJECT] = { "subject", "Subject", IMS_COLUMN_TEXT, false },
    [WIDE_A] = { c->a->id, c->a->name, IMS_COLUMN_TEXT, false },
    [WIDE_B] = { c->b->id, c->b->name, IMS_COLUMN_TEXT, false },
  };
  c->table = c->wide
                 ? imsi_table_new(imsi_report_compare.name, wide, sizeof wide / sizeof *wide)
                 : imsi_table_new(imsi_report_compare.name, long_columns, sizeof long_columns / sizeof *long_columns);
  imsi_strbuf line = { 0 };
  imsi_name_edition(c->a, &line);
  imsi_table_caption_text(c->table, &line);
  imsi_strbuf_clear(&line);
  imsi_name_edition(c->b, &line);
  imsi_table_caption_text(c->table, &line);
  imsi_strbuf_free(&line);
}

static void end_notes(const imsi_compare *c)
{
  imsi_table_note(c->table, c->kind == IMS_CLAUSE
                                ? "Counted are clauses, for the demands of one of the two are not listed here, by the "
                                  "counterpart that is nearest to being the same."
                                : "Counted are provisions, by the counterpart that is nearest to being the same; notes "
                                  "and permissions are not. What follows from other rows counts as what is stated "
                                  "does.");
  imsi_table_note(c->table,
                  "Correlation is not conformity: a related clause shows where to look, not that a demand is met.");
}

/* Demands can be counted only if both list them. */
static ims_node_kind finest(const imsi_compare *c)
{
  return imsi_sharing_has_provisions(c->model, c->a) && imsi_sharing_has_provisions(c->model, c->b) ? IMS_PROVISION
                                                                                                    : IMS_CLAUSE;
}

static ims_status fill(imsi_compare *c)
{
  imsi_compare_criterion(c);
  imsi_compare_profiles(c);
  return imsi_compare_shared(c);
}

static ims_status take_editions(imsi_compare *c, const ims_request *request, imsi_reporter *reporter)
{
  IMS_TRY(imsi_request_check(&imsi_report_compare, request, reporter));
  const char *a = imsi_request_value(request, "a", 0), *b = imsi_request_value(request, "b", 0);
  IMS_TRY(imsi_reference_edition(c->model, request->evidence, a, strlen(a), reporter, &c->a));
  IMS_TRY(imsi_reference_edition(c->model, request->evidence, b, strlen(b), reporter, &c->b));
  if (c->a != c->b)
    return IMS_OK;
  imsi_report(reporter, IMS_DIAG_SAME_EDITION, (ims_pos){ NULL, 0, 0, NULL }, c->a->id, NULL, NULL, NULL);
  return IMS_INVALID;
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  imsi_compare c = { .model = model,
                     .wide = request->form == IMS_FORM_WIDE && request->words != IMS_WORDS_COLUMNS,
                     .words = request->words != IMS_WORDS_NONE };
  IMS_TRY(take_editions(&c, request, reporter));
  IMS_TRY(imsi_report_close(model, reporter, &c.closure));
  c.kind = finest(&c);
  begin(&c);
  const ims_status status = fill(&c);
  imsi_closure_free(c.closure);
  if (status) {
    imsi_table_drop(c.table);
    return status;
  }
  end_notes(&c);
  return imsi_table_end(c.table, table);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_compare = {
  .name = "compare",
  .summary = "two standards at a glance: what each is, what they share, what is own to each",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = run,
};
