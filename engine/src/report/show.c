/* One clause, provision or item with everything that is said of it; or the clauses of an edition. */

#include "base/try.h"
#include "query/correlation.h"
#include "query/reference.h"
#include "query/table.h"
#include "report/common.h"
#include "report/registry.h"

#include <string.h>

static const ims_param params[] = {
  { "reference", "REF", "an edition (9001:2015), a clause (27001/A.5.19), a provision or item (9001/9.3.2#d)", true,
    true, false },
};

/* ---- an edition ---- */

enum { LIST_EDITION, LIST_NUMBER, LIST_TITLE, LIST_FORCE, LIST_PARENT, LIST_UNCONFIRMED, LIST_DEMANDS };

static const ims_column list_columns[] = {
  [LIST_EDITION] = { "edition", "Edition", IMS_COLUMN_ID, false },
  [LIST_NUMBER] = { "number", "Number", IMS_COLUMN_ID, false },
  [LIST_TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  [LIST_FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [LIST_PARENT] = { "parent", "Parent", IMS_COLUMN_ID, false },
  [LIST_UNCONFIRMED] = { "unconfirmed", "Unconfirmed", IMS_COLUMN_ID, true },
  [LIST_DEMANDS] = { "provisions", "Provisions", IMS_COLUMN_NUMBER, true },
};

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

static void add_edition_captions(const ims_model *model, const ims_edition *edition, imsi_table *table)
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

static ims_status show_edition(const ims_model *model, const ims_edition *edition, ims_table **finished)
{
  imsi_table *table = imsi_table_new(imsi_report_show.name, list_columns, sizeof list_columns / sizeof *list_columns);
  add_edition_captions(model, edition, table);
  for (uint32_t i = 0; i < edition->count; i++) {
    const ims_node node = { edition->first.index + i };
    const ims_node_info info = ims_node_get(model, node);
    if (info.kind != IMS_CLAUSE)
      continue;
    const ims_node parent = ims_node_parent(model, node);
    imsi_table_row(table, parent.index == IMS_NO_NODE ? IMS_ROW_HEADING : IMS_ROW_NORMAL);
    imsi_table_set(table, LIST_EDITION, edition->id);
    imsi_table_set(table, LIST_NUMBER, info.name);
    imsi_table_set(table, LIST_TITLE, or_nothing(info.text));
    imsi_table_set(table, LIST_FORCE, ims_force_name(info.force));
    imsi_table_set(table, LIST_PARENT, parent.index == IMS_NO_NODE ? NULL : ims_node_name(model, parent));
    imsi_table_set(table, LIST_UNCONFIRMED, or_nothing(ims_unconfirmed_name(info.unconfirmed)));
    imsi_table_set_number(table, LIST_DEMANDS, count_demands(model, node));
  }
  return imsi_table_end(table, finished);
}

/* ---- a clause, a provision, an item ---- */

enum { SHOW_KIND, SHOW_REF, SHOW_RELATION, SHOW_TEXT, SHOW_FORCE, SHOW_DETAIL, SHOW_BASIS, SHOW_PLACE };

static const ims_column show_columns[] = {
  [SHOW_KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [SHOW_REF] = { "ref", "Reference", IMS_COLUMN_ID, false },
  [SHOW_RELATION] = { "relation", "Rel.", IMS_COLUMN_ID, false },
  [SHOW_TEXT] = { "text", "In our words", IMS_COLUMN_TEXT, false },
  [SHOW_FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [SHOW_DETAIL] = { "detail", "Detail", IMS_COLUMN_TEXT, false },
  [SHOW_BASIS] = { "basis", "Basis", IMS_COLUMN_ID, false },
  [SHOW_PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
};

typedef struct show {
  const ims_model *model;
  imsi_closure *closure;
  imsi_table *table;
  bool columns; /* basis and place have columns of their own */
  bool inline_; /* or stand below the detail */
  imsi_strbuf text;
} show;

/* "key value, key value": what is not said is left out. */
static void add_detail(imsi_strbuf *out, const char *key, const char *value)
{
  if (!*value)
    return;
  if (out->size)
    imsi_strbuf_text(out, ", ");
  imsi_strbuf_text(out, key);
  imsi_strbuf_text(out, *key ? " " : "");
  imsi_strbuf_text(out, value);
}

static void add_share(imsi_strbuf *out, const char *key, int thousandths)
{
  if (thousandths < 0)
    return;
  add_detail(out, "", key);
  imsi_strbuf_text(out, " ");
  imsi_name_share(thousandths, out);
}

/* Ends a row: its detail, who says so, and where. */
static void set_rest(show *s, const imsi_strbuf *detail, const char *basis, const imsi_strbuf *places)
{
  if (s->columns) {
    imsi_table_set_text(s->table, SHOW_DETAIL, detail);
    imsi_table_set(s->table, SHOW_BASIS, or_nothing(basis));
    imsi_table_set_text(s->table, SHOW_PLACE, places);
    return;
  }
  imsi_strbuf all = { .status = detail->status ? detail->status : places->status };
  imsi_strbuf_text(&all, imsi_strbuf_string(detail));
  if (s->inline_) {
    imsi_strbuf_text(&all, all.size ? "\n" : "");
    imsi_strbuf_text(&all, basis);
    imsi_strbuf_text(&all, *basis ? "\n" : "");
    imsi_strbuf_text(&all, imsi_strbuf_string(places));
  }
  imsi_table_set_text(s->table, SHOW_DETAIL, &all);
  imsi_strbuf_free(&all);
}

static void set_rest_at(show *s, const imsi_strbuf *detail, const char *basis, ims_pos pos)
{
  imsi_strbuf place = { 0 };
  imsi_name_place(pos, &place);
  set_rest(s, detail, basis, &place);
  imsi_strbuf_free(&place);
}

static void set_reference(show *s, ims_node node)
{
  imsi_strbuf_clear(&s->text);
  imsi_name_reference(s->model, node, &s->text);
  imsi_table_set_text(s->table, SHOW_REF, &s->text);
}

static void set_label(show *s, ims_node node)
{
  imsi_strbuf_clear(&s->text);
  imsi_name_label(s->model, node, &s->text);
  imsi_table_set_text(s->table, SHOW_TEXT, &s->text);
}

static void add_node(show *s, ims_node node)
{
  const ims_node_info info = ims_node_get(s->model, node);
  imsi_strbuf detail = { 0 };
  imsi_table_row(s->table, info.kind == IMS_CLAUSE ? IMS_ROW_HEADING : IMS_ROW_NORMAL);
  imsi_table_set(s->table, SHOW_KIND, ims_node_kind_name(info.kind));
  set_reference(s, node);
  set_label(s, node);
  imsi_table_set(s->table, SHOW_FORCE, ims_force_name(info.force));
  add_detail(&detail, "number", info.number);
  add_detail(&detail, "only if", info.condition);
  add_detail(&detail, "applies to", ims_applies_name(info.applies));
  add_detail(&detail, "phase", ims_phase_name(info.phase));
  add_detail(&detail, "method", ims_method_name(info.method));
  add_detail(&detail, "record", ims_record_name(info.record));
  add_detail(&detail, "", ims_standing_name(info.standing));
  add_share(&detail, "confidence", info.confidence);
  set_rest_at(s, &detail, info.basis, info.pos);
  imsi_strbuf_free(&detail);
}

static void add_notes(show *s, ims_node node)
{
  size_t count;
  const ims_text *notes = ims_node_notes(s->model, node, &count);
  for (size_t i = 0; i < count; i++) {
    imsi_table_row(s->table, IMS_ROW_NORMAL);
    imsi_table_set(s->table, SHOW_KIND, "note");
    set_reference(s, node);
    imsi_table_set(s->table, SHOW_TEXT, notes[i].text);
    set_rest_at(s, &(imsi_strbuf){ 0 }, "", notes[i].pos);
  }
}

static void add_duties(show *s, ims_node node)
{
  size_t count;
  const ims_duty *duties = ims_node_duties(s->model, node, &count);
  for (size_t i = 0; i < count; i++) {
    imsi_strbuf detail = { 0 };
    imsi_table_row(s->table, IMS_ROW_NORMAL);
    imsi_table_set(s->table, SHOW_KIND, ims_duty_kind_name(duties[i].kind));
    set_reference(s, node);
    imsi_table_set(s->table, SHOW_TEXT, duties[i].text);
    add_detail(&detail, "verb", ims_duty_verb_name(duties[i].verb));
    add_detail(&detail, "only if", duties[i].condition);
    set_rest_at(s, &detail, duties[i].basis, duties[i].pos);
    imsi_strbuf_free(&detail);
  }
}

/* The node, then its notes, duties and parts; sub-clauses only by name. */
static void add_tree(show *s, ims_node node)
{
  add_node(s, node);
  add_notes(s, node);
  add_duties(s, node);
  for (ims_node n = ims_node_child(s->model, node); n.index != IMS_NO_NODE; n = ims_node_next(s->model, n))
    if (ims_node_kind_of(s->model, n) == IMS_CLAUSE)
      add_node(s, n);
    else
      add_tree(s, n);
}

/* How sure a stated row is, and what it says of re-use. */
static void add_row_detail(imsi_strbuf *out, const ims_row *row)
{
  add_detail(out, "", ims_standing_name(row->standing));
  if (row->strength >= 0) {
    add_detail(out, "", "strength ");
    imsi_strbuf_number(out, (unsigned long long)row->strength);
  }
  add_share(out, "confidence", row->confidence);
  add_detail(out, "method", ims_method_name(row->method));
  add_detail(out, "record", ims_record_name(row->record));
  add_detail(out, "", ims_move_name(row->move));
  if (*row->note)
    imsi_strbuf_text(out, ". ");
  imsi_strbuf_text(out, row->note);
}

static ims_status add_counterpart(show *s, const imsi_pair *pair)
{
  imsi_vec rows = IMSI_VEC(uint32_t);
  imsi_strbuf text = { 0 };
  const ims_status status = imsi_closure_rows(s->closure, pair->source, pair->target, &rows);
  imsi_table_row(s->table, IMS_ROW_NORMAL);
  imsi_table_set(s->table, SHOW_KIND, "counterpart");
  set_reference(s, pair->target);
  imsi_table_set(s->table, SHOW_RELATION, ims_relation_symbol(pair->relation));
  set_label(s, pair->target);
  imsi_table_set(s->table, SHOW_FORCE, ims_force_name(ims_node_force(s->model, pair->target)));
  imsi_strbuf_text(&text, pair->stated ? "stated" : "entailed");
  if (pair->stated && rows.count == 1) {
    const ims_row row = ims_relation_at(s->model, IMSI_AT(uint32_t, &rows, 0));
    add_row_detail(&text, &row);
  }
  imsi_strbuf bases = { 0 }, places = { 0 };
  imsi_name_bases(s->model, &rows, &bases);
  imsi_name_places(s->model, &rows, &places);
  if (bases.status)
    places.status = bases.status;
  set_rest(s, &text, imsi_strbuf_string(&bases), &places);
  imsi_strbuf_free(&bases);
  imsi_strbuf_free(&places);
  imsi_strbuf_free(&text);
  imsi_vec_free(&rows);
  return status;
}

/* Rows that keep two things apart which are easily confused. */
static void add_apart(show *s, ims_node node)
{
  for (int incoming = 0; incoming < 2; incoming++) {
    size_t count;
    const uint32_t *rows = ims_node_relations(s->model, node, incoming, &count);
    for (size_t i = 0; i < count; i++) {
      const ims_row row = ims_relation_at(s->model, rows[i]);
      const ims_node other = incoming ? row.source : row.target;
      if (row.relation != IMS_DISJOINT)
        continue;
      imsi_strbuf detail = { 0 };
      imsi_table_row(s->table, IMS_ROW_NORMAL);
      imsi_table_set(s->table, SHOW_KIND, "another thing");
      set_reference(s, other);
      imsi_table_set(s->table, SHOW_RELATION, ims_relation_symbol(row.relation));
      set_label(s, other);
      imsi_table_set(s->table, SHOW_FORCE, ims_force_name(ims_node_force(s->model, other)));
      imsi_strbuf_text(&detail, "not ");
      imsi_strbuf_text(&detail, ims_node_name(s->model, node));
      add_row_detail(&detail, &row);
      set_rest_at(s, &detail, row.basis, row.pos);
      imsi_strbuf_free(&detail);
    }
  }
  for (ims_node n = ims_node_child(s->model, node); n.index != IMS_NO_NODE; n = ims_node_next(s->model, n))
    if (ims_node_kind_of(s->model, n) != IMS_CLAUSE)
      add_apart(s, n);
}

static void add_none(show *s, const ims_edition *other, size_t verdict)
{
  const ims_row row = ims_verdict_at(s->model, verdict);
  imsi_strbuf detail = { 0 };
  imsi_table_row(s->table, IMS_ROW_NORMAL);
  imsi_table_set(s->table, SHOW_KIND, "none");
  imsi_table_set(s->table, SHOW_REF, other->id);
  imsi_table_set(s->table, SHOW_RELATION, "-");
  imsi_table_set(s->table, SHOW_TEXT, *row.note ? row.note : "no counterpart was found");
  add_detail(&detail, "", ims_standing_name(row.standing));
  add_share(&detail, "confidence", row.confidence);
  set_rest_at(s, &detail, row.basis, row.pos);
  imsi_strbuf_free(&detail);
}

/* True if the pair says no more than follows from a closer one, whose target is part of its target. */
static bool is_implied(const show *s, const imsi_vec *pairs, size_t index)
{
  const imsi_pair *pair = &IMSI_AT(imsi_pair, pairs, index);
  for (size_t i = 0; !pair->stated && i < pairs->count; i++) {
    const imsi_pair *closer = &IMSI_AT(imsi_pair, pairs, i);
    ims_node whole = closer->target;
    while (whole.index != IMS_NO_NODE && (whole.index == closer->target.index || whole.index != pair->target.index))
      whole = ims_node_parent(s->model, whole);
    const ims_relation follows = ims_relation_compose(closer->relation, IMS_CONTAINED);
    if (whole.index != IMS_NO_NODE && !(follows & (ims_relation)~pair->relation))
      return true;
  }
  return false;
}

/* The closest counterparts in one edition: of a clause clauses, of a demand demands, provisions and items alike. */
static ims_status find_counterparts(const show *s, ims_node node, const ims_edition *other, imsi_vec *pairs)
{
  const ims_node_kind kind = ims_node_kind_of(s->model, node);
  IMS_TRY(imsi_correlation_of(s->model, s->closure, node, other, kind, pairs));
  if (kind == IMS_PROVISION || kind == IMS_ITEM)
    IMS_TRY(imsi_correlation_of(s->model, s->closure, node, other, kind == IMS_ITEM ? IMS_PROVISION : IMS_ITEM, pairs));
  return IMS_OK;
}

static ims_status add_counterparts(show *s, ims_node node)
{
  imsi_vec pairs = IMSI_VEC(imsi_pair);
  ims_status status = IMS_OK;
  for (size_t e = 0; !status && e < ims_edition_count(s->model); e++) {
    const ims_edition *other = ims_edition_at(s->model, e);
    if (other == ims_node_edition(s->model, node))
      continue;
    pairs.count = 0;
    status = find_counterparts(s, node, other, &pairs);
    for (size_t i = 0; !status && i < pairs.count; i++)
      if (!is_implied(s, &pairs, i))
        status = add_counterpart(s, &IMSI_AT(imsi_pair, &pairs, i));
    const size_t verdict = status || pairs.count ? SIZE_MAX : imsi_correlation_verdict(s->model, node, other);
    if (verdict != SIZE_MAX)
      add_none(s, other, verdict);
  }
  imsi_vec_free(&pairs);
  return status;
}

static ims_status show_node(const ims_model *model, ims_node node, const ims_request *request, imsi_reporter *reporter,
                            ims_table **finished)
{
  const bool columns = request->form == IMS_FORM_LONG || request->words == IMS_WORDS_COLUMNS;
  show s = { .model = model, .columns = columns, .inline_ = request->words == IMS_WORDS_INLINE };
  IMS_TRY(imsi_report_close(model, reporter, &s.closure));
  s.table = imsi_table_new(imsi_report_show.name, show_columns, columns ? SHOW_PLACE + 1 : SHOW_DETAIL + 1);
  imsi_name_edition(ims_node_edition(model, node), &s.text);
  imsi_table_caption_text(s.table, &s.text);
  add_tree(&s, node);
  if (ims_node_kind_of(model, node) == IMS_CLAUSE && ims_node_child(model, node).index == IMS_NO_NODE &&
      !ims_node_empty(model, node))
    imsi_table_note(s.table, "What this clause asks is not written down here yet.");
  const ims_status status = add_counterparts(&s, node);
  add_apart(&s, node);
  imsi_closure_free(s.closure);
  imsi_strbuf_free(&s.text);
  if (status) {
    imsi_table_drop(s.table);
    return status;
  }
  return imsi_table_end(s.table, finished);
}

/* ---- request ---- */

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  IMS_TRY(imsi_request_check(&imsi_report_show, request, reporter));
  const char *reference = imsi_request_value(request, "reference", 0);
  /* "ISO/IEC 27001" has a slash, but no clause */
  const char *slash = strrchr(reference, '/');
  if (!slash || strncmp(slash, "/IEC ", 5) == 0) {
    const ims_edition *edition = NULL;
    IMS_TRY(imsi_reference_edition(model, reference, strlen(reference), reporter, &edition));
    return show_edition(model, edition, table);
  }
  ims_node node;
  IMS_TRY(imsi_reference_node(model, reference, reporter, &node));
  return show_node(model, node, request, reporter, table);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, sink);
  const ims_status status = answer(model, request, &reporter, table);
  imsi_reporter_free(&reporter);
  return status;
}

const ims_report imsi_report_show = {
  .name = "show",
  .summary = "a clause with its provisions, duties and counterparts; or the clauses of an edition",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .run = run,
};
