/* What is touched, as rows. */

#include "base/try.h"
#include "query/correlation.h"
#include "query/words.h"
#include "report/impact_internal.h"
#include "report/registry.h"

enum {
  LONG_REF,
  LONG_EDITION,
  LONG_CERTAINTY,
  LONG_TOUCHED,
  LONG_RELATION,
  LONG_IF,
  LONG_TEXT,
  LONG_COMMON,
  LONG_FORCE,
  LONG_CHAIN,
  LONG_METHOD,
  LONG_RECORD,
  LONG_STATUS,
  LONG_CONFIDENCE,
  LONG_BASIS,
  LONG_PLACE
};

static const ims_column long_columns[] = {
  [LONG_REF] = { "ref", "Finding against", IMS_COLUMN_ID, false },
  [LONG_EDITION] = { "edition", "Edition", IMS_COLUMN_ID, false },
  [LONG_CERTAINTY] = { "certainty", "Certainty", IMS_COLUMN_ID, false },
  [LONG_TOUCHED] = { "touched", "Touched", IMS_COLUMN_ID, false },
  [LONG_RELATION] = { "relation", "Rel.", IMS_COLUMN_ID, false },
  [LONG_IF] = { "certain_if", "Certain if one of these failed", IMS_COLUMN_TEXT, false },
  [LONG_TEXT] = { "text", "In our words", IMS_COLUMN_TEXT, false },
  [LONG_COMMON] = { "common", "Both ask", IMS_COLUMN_TEXT, false },
  [LONG_FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [LONG_CHAIN] = { "chain", "Chain", IMS_COLUMN_TEXT, false },
  [LONG_METHOD] = { "method", "Method", IMS_COLUMN_ID, false },
  [LONG_RECORD] = { "record", "Record", IMS_COLUMN_ID, false },
  [LONG_STATUS] = { "status", "Status", IMS_COLUMN_ID, false },
  [LONG_CONFIDENCE] = { "confidence", "Confidence", IMS_COLUMN_ID, false },
  [LONG_BASIS] = { "basis", "Basis", IMS_COLUMN_ID, false },
  [LONG_PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
};

const ims_columns imsi_impact_form = { long_columns, sizeof long_columns / sizeof *long_columns };

enum { WIDE_REF, WIDE_CERTAINTY, WIDE_RELATION, WIDE_TEXT, WIDE_CHAIN };

static const ims_column wide_columns[] = {
  [WIDE_REF] = { "touched", "Touched", IMS_COLUMN_ID, false },
  [WIDE_CERTAINTY] = { "certainty", "Certainty", IMS_COLUMN_ID, false },
  [WIDE_RELATION] = { "relation", "Rel.", IMS_COLUMN_ID, false },
  [WIDE_TEXT] = { "text", "In our words", IMS_COLUMN_TEXT, false },
  [WIDE_CHAIN] = { "chain", "Chain", IMS_COLUMN_TEXT, false },
};

void imsi_impact_begin(imsi_impact *m)
{
  m->table = m->wide ? imsi_table_new(imsi_report_impact.name, wide_columns, sizeof wide_columns / sizeof *wide_columns)
                     : imsi_table_new(imsi_report_impact.name, imsi_impact_form.list, imsi_impact_form.count);
}

void imsi_impact_section(imsi_impact *m, ims_node finding, const ims_edition *edition, const imsi_vec *touched)
{
  size_t certain = 0;
  for (size_t i = 0; i < touched->count; i++)
    certain += IMSI_AT(imsi_touched, touched, i).certain;
  if (!m->wide)
    return;
  imsi_strbuf title = { 0 };
  if (m->several) {
    imsi_name_reference(m->model, finding, &title);
    imsi_strbuf_text(&title, " in ");
  } else {
    imsi_strbuf_text(&title, "In ");
  }
  imsi_name_edition_short(edition, &title);
  if (touched->count && ims_node_edition(m->model, finding) != edition) {
    imsi_strbuf_text(&title, ": ");
    imsi_strbuf_number(&title, certain);
    imsi_strbuf_text(&title, " for certain, ");
    imsi_strbuf_number(&title, touched->count - certain);
    imsi_strbuf_text(&title, " possible");
  }
  imsi_table_row(m->table, IMS_ROW_SECTION);
  imsi_table_set_text(m->table, 0, &title);
  imsi_strbuf_free(&title);
}

/* What a row of either form is made of. */
typedef struct row {
  ims_node finding;
  const imsi_touched *touched;
  imsi_explanation explanation;
  imsi_words words;
  imsi_vec rows;  /* of uint32_t: relations that the chains rest on */
  imsi_vec parts; /* of ims_node: what would make it certain */
  ims_method method;
  ims_record record;
} row;

static ims_status prepare(imsi_impact *m, row *r)
{
  const ims_node node = r->touched->node;
  const ims_relation wanted = r->touched->certain ? IMS_CONTAINED : IMS_OVERLAPS;
  size_t chains = 0;
  const imsi_pair pair = { r->finding, node, r->touched->relation, false };
  IMS_TRY(imsi_explanation_of(m->model, m->closure, r->finding, node, wanted, false, &r->explanation));
  IMS_TRY(imsi_explanation_rows(m->closure, &r->explanation, &r->rows));
  if (ims_node_edition(m->model, r->finding) != ims_node_edition(m->model, node))
    IMS_TRY(imsi_words_of(m->model, m->closure, &pair, false, false, &r->words));
  for (size_t i = 0; i < r->explanation.chains.count; i++)
    chains += IMSI_AT(imsi_shown, &r->explanation.chains, i).united == IMS_NO_NODE;
  if (chains == 1) { /* what several say together is no way for a document */
    imsi_vec steps = r->explanation.steps;
    steps.count = IMSI_AT(imsi_shown, &r->explanation.chains, 0).chain.count;
    imsi_chain_reuse(m->model, &steps, &r->method, &r->record);
  }
  return r->touched->certain ? IMS_OK : imsi_impact_if(m->model, m->closure, r->finding, node, &r->parts);
}

/* The chains of the pair itself; unions stay together. */
static void name_chains(const imsi_impact *m, const row *r, imsi_strbuf *text)
{
  for (size_t i = 0; i < r->explanation.chains.count; i++) {
    const imsi_shown *shown = &IMSI_AT(imsi_shown, &r->explanation.chains, i);
    if (shown->united != IMS_NO_NODE || !shown->chain.count)
      continue;
    imsi_strbuf_text(text, text->size ? "; " : "");
    imsi_name_chain(m->model, &IMSI_AT(imsi_step, &r->explanation.steps, shown->chain.first), shown->chain.count, text);
  }
}

static void name_parts(const imsi_impact *m, const row *r, imsi_strbuf *text)
{
  for (size_t i = 0; i < r->parts.count; i++) {
    imsi_strbuf_text(text, i ? ", " : "");
    imsi_strbuf_text(text, ims_node_name(m->model, IMSI_AT(ims_node, &r->parts, i)));
  }
}

static void set(imsi_impact *m, size_t column, imsi_strbuf *text)
{
  imsi_table_set_text(m->table, column, text);
  imsi_strbuf_clear(text);
}

static void set_some(imsi_impact *m, size_t column, const char *text)
{
  imsi_table_set(m->table, column, *text ? text : NULL);
}

static void add_long(imsi_impact *m, const row *r)
{
  const ims_node node = r->touched->node;
  imsi_strbuf text = { 0 };
  imsi_name_reference(m->model, r->finding, &text);
  set(m, LONG_REF, &text);
  imsi_table_set(m->table, LONG_EDITION, ims_node_edition(m->model, node)->id);
  imsi_table_set(m->table, LONG_CERTAINTY, r->touched->certain ? "certain" : "possible");
  imsi_name_reference(m->model, node, &text);
  set(m, LONG_TOUCHED, &text);
  imsi_table_set(m->table, LONG_RELATION, ims_relation_symbol(r->touched->relation));
  name_parts(m, r, &text);
  set(m, LONG_IF, &text);
  imsi_name_label(m->model, node, &text);
  set(m, LONG_TEXT, &text);
  imsi_name_texts(&text, NULL, &r->words.common);
  set(m, LONG_COMMON, &text);
  set_some(m, LONG_FORCE, ims_force_name(ims_node_force(m->model, node)));
  name_chains(m, r, &text);
  set(m, LONG_CHAIN, &text);
  set_some(m, LONG_METHOD, ims_method_name(r->method));
  set_some(m, LONG_RECORD, ims_record_name(r->record));
  set_some(m, LONG_STATUS, ims_standing_name(imsi_rows_standing(m->model, &r->rows)));
  imsi_name_confidence(m->model, &r->rows, &text);
  set(m, LONG_CONFIDENCE, &text);
  imsi_name_bases(m->model, &r->rows, &text);
  set(m, LONG_BASIS, &text);
  imsi_name_places(m->model, &r->rows, &text);
  set(m, LONG_PLACE, &text);
  imsi_strbuf_free(&text);
}

static void set_wide_text(imsi_impact *m, const row *r)
{
  imsi_strbuf text = { 0 };
  imsi_name_label(m->model, r->touched->node, &text);
  if (r->words.common.count)
    imsi_name_texts(&text, "both:", &r->words.common);
  if (r->parts.count) {
    imsi_strbuf_text(&text, "\ncertain if it is ");
    name_parts(m, r, &text);
    imsi_strbuf_text(&text, " that failed");
  }
  set(m, WIDE_TEXT, &text);
  imsi_strbuf_free(&text);
}

static void set_wide_chain(imsi_impact *m, const row *r)
{
  imsi_strbuf text = { 0 };
  name_chains(m, r, &text);
  if (r->rows.count) {
    const ims_standing standing = imsi_rows_standing(m->model, &r->rows);
    imsi_strbuf_text(&text, "\n");
    imsi_strbuf_text(&text, standing ? ims_standing_name(standing) : "standing not said");
    imsi_strbuf_text(&text, ", confidence ");
    const size_t before = text.size;
    imsi_name_confidence(m->model, &r->rows, &text);
    imsi_strbuf_text(&text, text.size > before ? "" : "not said");
    imsi_strbuf_text(&text, r->method ? ", method " : "");
    imsi_strbuf_text(&text, ims_method_name(r->method));
    imsi_strbuf_text(&text, r->record ? ", record " : "");
    imsi_strbuf_text(&text, ims_record_name(r->record));
  }
  if (m->words && r->rows.count) {
    imsi_strbuf_text(&text, "\n");
    imsi_name_places(m->model, &r->rows, &text);
  }
  set(m, WIDE_CHAIN, &text);
  imsi_strbuf_free(&text);
}

static void add_wide(imsi_impact *m, const row *r)
{
  const ims_node node = r->touched->node;
  const ims_force force = ims_node_force(m->model, node);
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, ims_node_name(m->model, node));
  if (force != IMS_REQUIREMENT) {
    imsi_strbuf_text(&text, "\n");
    imsi_strbuf_text(&text, ims_force_name(force));
  }
  set(m, WIDE_REF, &text);
  imsi_table_set(m->table, WIDE_CERTAINTY, r->touched->certain ? "certain" : "possible");
  imsi_table_set(m->table, WIDE_RELATION, ims_relation_symbol(r->touched->relation));
  set_wide_text(m, r);
  set_wide_chain(m, r);
  imsi_strbuf_free(&text);
}

ims_status imsi_impact_add(imsi_impact *m, ims_node finding, const imsi_touched *touched)
{
  row r = { finding,           touched,          IMSI_EXPLANATION, IMSI_WORDS, IMSI_VEC(uint32_t), IMSI_VEC(ims_node),
            IMS_METHOD_UNSAID, IMS_RECORD_UNSAID };
  const ims_status status = prepare(m, &r);
  if (!status) {
    imsi_table_row(m->table, IMS_ROW_NORMAL);
    if (m->wide)
      add_wide(m, &r);
    else
      add_long(m, &r);
    m->controls = m->controls || ims_node_force(m->model, touched->node) == IMS_CONTROL;
  }
  imsi_explanation_free(&r.explanation);
  imsi_words_free(&r.words);
  imsi_vec_free(&r.rows);
  imsi_vec_free(&r.parts);
  return status;
}

void imsi_impact_add_nothing(imsi_impact *m, ims_node finding, const ims_edition *edition)
{
  const size_t verdict = imsi_correlation_verdict(m->model, finding, edition);
  imsi_strbuf text = { 0 };
  imsi_table_row(m->table, IMS_ROW_NORMAL);
  imsi_table_set(m->table, m->wide ? WIDE_CERTAINTY : LONG_CERTAINTY, verdict == SIZE_MAX ? "unknown" : "none");
  imsi_table_set(m->table, m->wide ? WIDE_TEXT : LONG_TEXT,
                 verdict == SIZE_MAX ? "nothing is known: nobody has said that anything there shares something with it"
                                     : "somebody has looked for a counterpart there and found none");
  if (!m->wide) {
    imsi_name_reference(m->model, finding, &text);
    set(m, LONG_REF, &text);
    imsi_table_set(m->table, LONG_EDITION, edition->id);
  }
  if (verdict != SIZE_MAX && (!m->wide || m->words)) {
    const ims_row said = ims_verdict_at(m->model, verdict);
    imsi_name_place(said.pos, &text);
    set(m, m->wide ? WIDE_CHAIN : LONG_PLACE, &text);
    if (!m->wide) {
      set_some(m, LONG_STATUS, ims_standing_name(said.standing));
      set_some(m, LONG_BASIS, said.basis);
    }
  }
  imsi_strbuf_free(&text);
}
