/* The wide form: a demand a row, its items beneath, what covers it beside it. */

#include "base/try.h"
#include "report/cover_internal.h"
#include "report/registry.h"

enum { REFERENCE, WORDS, STATE, SOURCES, COMMON, LEFT_OVER, UNCOMPARED, STANDING, PLACES, COLUMNS };

/* Words of shares go into the cell of the sources, or into columns of their own, which come before the details. */
static imsi_table *new_table(const imsi_cover_run *r)
{
  static const ims_column all[COLUMNS] = {
    [REFERENCE] = { "reference", "Reference", IMS_COLUMN_ID, false },
    [WORDS] = { "words", "In our words", IMS_COLUMN_TEXT, false },
    [STATE] = { "state", "State", IMS_COLUMN_ID, false },
    [SOURCES] = { "sources", "By", IMS_COLUMN_TEXT, false },
    [COMMON] = { "common", "Both ask", IMS_COLUMN_TEXT, false },
    [LEFT_OVER] = { "left_over", "Left over", IMS_COLUMN_TEXT, false },
    [UNCOMPARED] = { "uncompared", "Not compared", IMS_COLUMN_TEXT, false },
    [STANDING] = { "standing", "Standing", IMS_COLUMN_ID, true },
    [PLACES] = { "places", "Rests on", IMS_COLUMN_TEXT, true },
  };
  if (r->request->words == IMS_WORDS_COLUMNS)
    return imsi_table_new(imsi_report_cover.name, all, COLUMNS);
  const ims_column some[] = { all[REFERENCE], all[WORDS], all[STATE], all[SOURCES], all[STANDING], all[PLACES] };
  return imsi_table_new(imsi_report_cover.name, some, sizeof some / sizeof *some);
}

/* The cells of a row that several shares add to. */
typedef struct cells {
  imsi_strbuf sources, common, left_over, uncompared, standing, places;
} cells;

static void free_cells(cells *c)
{
  imsi_strbuf_free(&c->sources);
  imsi_strbuf_free(&c->common);
  imsi_strbuf_free(&c->left_over);
  imsi_strbuf_free(&c->uncompared);
  imsi_strbuf_free(&c->standing);
  imsi_strbuf_free(&c->places);
}

static void begin_line(imsi_strbuf *text)
{
  imsi_strbuf_text(text, text->size ? "\n" : "");
}

/* In a column of its own each text says which source it is about. */
static void add_texts(const imsi_cover_run *r, const imsi_share *share, const imsi_vec *texts, imsi_strbuf *cell)
{
  if (!texts->count)
    return;
  begin_line(cell);
  imsi_name_reference(r->model, share->source, cell);
  imsi_strbuf_text(cell, ": ");
  imsi_name_texts(cell, NULL, texts);
}

static ims_status add_words(const imsi_cover_run *r, const imsi_share *share, cells *c)
{
  imsi_words words;
  const ims_status status = imsi_cover_words_of(r, share, &words);
  if (r->request->words == IMS_WORDS_COLUMNS) {
    add_texts(r, share, &words.common, &c->common);
    add_texts(r, share, &words.source_only, &c->left_over);
    add_texts(r, share, &words.uncompared, &c->uncompared);
  } else {
    imsi_name_texts(&c->sources, "both:", &words.common);
    imsi_name_texts(&c->sources, "beyond it:", &words.source_only);
    imsi_name_texts(&c->sources, "not compared:", &words.uncompared);
    if (!words.source_only.count && !words.uncompared.count)
      imsi_strbuf_text(&c->sources, "\nbeyond it: nobody has put it in words");
  }
  imsi_words_free(&words);
  return status;
}

static ims_status add_share(imsi_cover_run *r, ims_node node, const imsi_share *share, cells *c)
{
  imsi_vec rows = IMSI_VEC(uint32_t);
  ims_status status = imsi_cover_proof_of(r, node, share, &rows);
  begin_line(&c->sources);
  if (share->part.index != node.index) {
    imsi_name_reference(r->model, share->part, &c->sources);
    imsi_strbuf_text(&c->sources, " ");
  }
  imsi_strbuf_text(&c->sources, ims_relation_symbol(share->relation));
  imsi_strbuf_text(&c->sources, " ");
  imsi_name_reference(r->model, share->source, &c->sources);
  if (!status && imsi_rows_standing(r->model, &rows) == IMS_PROPOSED)
    imsi_strbuf_text(&c->sources, " [proposed]");
  if (r->request->words == IMS_WORDS_INLINE) {
    imsi_strbuf_text(&c->sources, " ");
    imsi_name_label(r->model, share->source, &c->sources);
  }
  if (!status && !ims_relation_contained(share->relation))
    status = add_words(r, share, c);
  if (!status) {
    begin_line(&c->standing);
    imsi_strbuf_text(&c->standing, ims_standing_name(imsi_rows_standing(r->model, &rows)));
    begin_line(&c->places);
    imsi_name_places(r->model, &rows, &c->places);
  }
  imsi_vec_free(&rows);
  return status;
}

/* Where somebody looked and where nobody did, if that is not the same for all sources. */
static void add_examined(const imsi_cover_run *r, ims_node node, cells *c)
{
  size_t verdict, examined = 0;
  for (size_t i = 0; i < r->sources.count; i++)
    examined += imsi_coverage_examined(r->coverage, node, i, &verdict);
  for (size_t i = 0; examined && examined < r->sources.count && i < r->sources.count; i++) {
    begin_line(&c->sources);
    imsi_cover_append_region(r, &IMSI_AT(imsi_region, &r->sources, i), &c->sources);
    imsi_strbuf_text(&c->sources,
                     imsi_coverage_examined(r->coverage, node, i, &verdict) ? ": none" : ": nobody looked");
  }
}

/* "3 of 5 items covered": what the rows beneath tell one by one. */
static void add_item_count(const imsi_cover_run *r, ims_node node, cells *c)
{
  size_t items = 0, covered = 0;
  ims_node n = imsi_coverage_item(r->model, node, (ims_node){ IMS_NO_NODE });
  for (; n.index != IMS_NO_NODE; n = imsi_coverage_item(r->model, node, n)) {
    items++;
    covered += imsi_coverage_of(r->coverage, n) <= IMSI_COVERED_ITEMS;
  }
  if (!items)
    return;
  begin_line(&c->sources);
  imsi_strbuf_number(&c->sources, covered);
  imsi_strbuf_text(&c->sources, " of ");
  imsi_strbuf_number(&c->sources, items);
  imsi_strbuf_text(&c->sources, items == 1 ? " listed item covered" : " listed items covered");
}

static ims_status fill(imsi_cover_run *r, ims_node node, imsi_covered state, cells *c)
{
  IMS_TRY(imsi_cover_load(r, node));
  if (state == IMSI_COVERED_JOINTLY) {
    imsi_strbuf_text(&c->sources, "in ");
    imsi_name_reference(r->model, imsi_coverage_whole(r->coverage, node), &c->sources);
    imsi_strbuf_text(&c->sources, ", part by part:");
  }
  if (state == IMSI_COVERED_ITEMS || state == IMSI_COVERED_OVERLAP)
    add_item_count(r, node, c);
  for (size_t i = 0; i < r->shares.count; i++)
    IMS_TRY(add_share(r, node, &IMSI_AT(imsi_share, &r->shares, i), c));
  if (state == IMSI_COVERED_UNKNOWN)
    add_examined(r, node, c);
  if (state == IMSI_COVERED_NONE)
    imsi_strbuf_text(&c->sources, "-");
  return IMS_OK;
}

static void set_reference(imsi_cover_run *r, imsi_table *table, ims_node node)
{
  bool several = false;
  for (size_t i = 1; i < r->targets.count; i++)
    several = several || IMSI_AT(imsi_region, &r->targets, i).edition != IMSI_AT(imsi_region, &r->targets, 0).edition;
  imsi_strbuf_clear(&r->text);
  if (several)
    imsi_name_reference(r->model, node, &r->text);
  else
    imsi_strbuf_text(&r->text, ims_node_name(r->model, node));
  imsi_table_set_text(table, REFERENCE, &r->text);
  imsi_strbuf_clear(&r->text);
  imsi_name_label(r->model, node, &r->text);
  imsi_table_set_text(table, WORDS, &r->text);
}

static ims_status add_row(imsi_cover_run *r, imsi_table *table, ims_node node)
{
  const imsi_covered state = imsi_coverage_of(r->coverage, node);
  const bool apart = r->request->words == IMS_WORDS_COLUMNS;
  cells c = { 0 };
  imsi_table_row(table, IMS_ROW_NORMAL);
  set_reference(r, table, node);
  imsi_table_set(table, STATE, imsi_cover_state_name(state));
  ims_status status = fill(r, node, state, &c);
  imsi_table_set_text(table, SOURCES, &c.sources);
  if (apart) {
    imsi_table_set_text(table, COMMON, &c.common);
    imsi_table_set_text(table, LEFT_OVER, &c.left_over);
    imsi_table_set_text(table, UNCOMPARED, &c.uncompared);
  }
  imsi_table_set_text(table, apart ? STANDING : COMMON, &c.standing);
  imsi_table_set_text(table, apart ? PLACES : LEFT_OVER, &c.places);
  free_cells(&c);
  if (status || !imsi_cover_lists_items(r, node, state))
    return status;
  ims_node n = imsi_coverage_item(r->model, node, (ims_node){ IMS_NO_NODE });
  for (; !status && n.index != IMS_NO_NODE; n = imsi_coverage_item(r->model, node, n))
    status = add_row(r, table, n);
  return status;
}

ims_status imsi_cover_make_wide(imsi_cover_run *r, ims_table **finished)
{
  imsi_table *table = new_table(r);
  ims_status status = table ? IMS_OK : IMS_NOMEM;
  uint32_t clause = IMS_NO_NODE;
  imsi_cover_add_captions(r, table);
  for (size_t i = 0; !status && i < r->demands.count; i++) {
    const ims_node node = IMSI_AT(ims_node, &r->demands, i), of = ims_node_clause(r->model, node);
    if (of.index != clause && of.index != node.index) {
      imsi_table_row(table, IMS_ROW_HEADING);
      set_reference(r, table, of);
    }
    clause = of.index;
    status = add_row(r, table, node);
  }
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  imsi_cover_add_notes(r, table);
  return imsi_table_end(table, finished);
}
