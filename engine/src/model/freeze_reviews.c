/* What reviewers said of rows. A decision counts while the row still says what was decided on. */

#include "base/try.h"
#include "model/freeze.h"

#include <stdlib.h>
#include <string.h>

/* The name of the row in messages: "8.3.4 and 8.4". */
static void name_row(const imsi_builder *builder, const imsi_raw_decision *d, imsi_strbuf *name)
{
  imsi_strbuf_text(name, imsi_freeze_text(builder, d->source));
  imsi_strbuf_text(name, d->source && d->target ? " and " : "");
  imsi_strbuf_text(name, imsi_freeze_text(builder, d->target));
}

static const imsi_raw_review *review_of(const imsi_builder *builder, const imsi_raw_decision *d)
{
  return &IMSI_AT(imsi_raw_review, &builder->reviews, d->owner);
}

/* ---- the row that a decision is about ---- */

static const ims_mapping *find_mapping(const imsi_builder *builder, imsi_symbol id)
{
  const char *text = imsi_freeze_text(builder, id);
  for (size_t i = 0; i < builder->model->mappings.count; i++)
    if (ims_mapping_at(builder->model, i)->id == text)
      return ims_mapping_at(builder->model, i);
  return NULL;
}

static uint32_t find_end(const imsi_builder *builder, const ims_edition *edition, imsi_symbol name)
{
  return name ? imsi_freeze_find(builder->model, imsi_freeze_raw_edition(builder, edition), name) : IMS_NO_NODE;
}

static imsi_raw_row *find_verdict(const imsi_builder *builder, const ims_mapping *mapping, uint32_t source,
                                  uint32_t target)
{
  ims_model *model = builder->model;
  const uint32_t node = source == IMS_NO_NODE ? target : source;
  if (node == IMS_NO_NODE || !model->verdict_of.count)
    return NULL;
  for (uint32_t i = IMSI_AT(uint32_t, &model->verdict_of, node); i != IMS_NO_NODE;
       i = IMSI_AT(uint32_t, &model->verdict_next, i)) {
    imsi_raw_row *row = &IMSI_AT(imsi_raw_row, &model->verdicts, i);
    if (row->mapping == mapping->index && row->source == source && row->target == target)
      return row;
  }
  return NULL;
}

static imsi_raw_row *find_row(const imsi_builder *builder, const imsi_raw_decision *d)
{
  ims_model *model = builder->model;
  const ims_mapping *mapping = find_mapping(builder, d->mapping);
  if (!mapping)
    return NULL;
  const uint32_t source = find_end(builder, mapping->source, d->source);
  const uint32_t target = find_end(builder, mapping->target, d->target);
  if (!d->source || !d->target)
    return find_verdict(builder, mapping, source, target);
  if (source == IMS_NO_NODE || target == IMS_NO_NODE)
    return NULL;
  for (uint32_t k = model->outgoing.start[source]; k < model->outgoing.start[source + 1]; k++) {
    imsi_raw_row *row = &IMSI_AT(imsi_raw_row, &model->rows, model->outgoing.list[k]);
    if (row->mapping == mapping->index && row->target == target)
      return row;
  }
  return NULL;
}

/* ---- what becomes of it ---- */

/* Adds "accepted by NAME on DATE" to what is known of the row's reviews. */
static ims_status note_review(imsi_builder *builder, imsi_raw_row *row, const imsi_raw_decision *d)
{
  const imsi_raw_review *review = review_of(builder, d);
  if (row->texts == UINT32_MAX) {
    IMS_TRY(imsi_vec_push(&builder->model->row_texts, &(imsi_raw_row_text){ 0 }));
    row->texts = (uint32_t)builder->model->row_texts.count - 1;
  }
  imsi_symbol *said = &IMSI_AT(imsi_raw_row_text, &builder->model->row_texts, row->texts).review;
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, imsi_freeze_text(builder, *said));
  imsi_strbuf_text(&text, *said ? "; " : "");
  imsi_strbuf_text(&text, d->accepted ? "accepted by " : "disputed by ");
  imsi_strbuf_text(&text, imsi_freeze_text(builder, review->by));
  imsi_strbuf_text(&text, " on ");
  imsi_strbuf_text(&text, imsi_freeze_text(builder, review->on));
  imsi_strbuf_text(&text, d->comment ? ": " : "");
  imsi_strbuf_text(&text, imsi_freeze_text(builder, d->comment));
  ims_status status = text.status;
  if (!status)
    status = imsi_builder_symbol(builder, imsi_strbuf_string(&text), text.size, said);
  imsi_strbuf_free(&text);
  return status;
}

static bool is_current(imsi_builder *builder, const imsi_raw_decision *d, const imsi_raw_row *row)
{
  if (row && row->relation == d->relation)
    return true;
  imsi_strbuf name = { 0 };
  name_row(builder, d, &name);
  imsi_report(builder->reporter, row ? IMS_DIAG_REVIEW_OUTDATED : IMS_DIAG_REVIEW_UNMATCHED,
              imsi_builder_pos(builder, d->place), imsi_strbuf_string(&name),
              row ? ims_relation_name(d->relation) : imsi_freeze_text(builder, d->mapping),
              row ? ims_relation_name(row->relation) : NULL, NULL);
  imsi_strbuf_free(&name);
  return false;
}

static void report_conflict(imsi_builder *builder, const imsi_raw_decision *d)
{
  imsi_strbuf name = { 0 };
  name_row(builder, d, &name);
  imsi_report(builder->reporter, IMS_DIAG_REVIEW_CONFLICT, imsi_builder_pos(builder, d->place),
              imsi_strbuf_string(&name), imsi_freeze_text(builder, review_of(builder, d)->by), NULL, NULL);
  imsi_strbuf_free(&name);
}

static ims_status apply(imsi_builder *builder, const imsi_raw_decision *d)
{
  imsi_raw_row *row = find_row(builder, d);
  if (!is_current(builder, d, row))
    return IMS_OK;
  const bool read_before =
      row->texts != UINT32_MAX && IMSI_AT(imsi_raw_row_text, &builder->model->row_texts, row->texts).review;
  if (d->accepted && row->standing < IMS_REVIEWED)
    row->standing = IMS_REVIEWED;
  if (!d->accepted && read_before && row->standing != IMS_PROPOSED)
    report_conflict(builder, d);
  if (!d->accepted)
    row->standing = IMS_PROPOSED;
  return note_review(builder, row, d);
}

/* ---- their order: what is accepted before what is disputed, by date and name, never by when it was read ---- */

typedef struct entry {
  const imsi_raw_decision *decision;
  const char *on, *by;
} entry;

static int compare_entries(const void *a, const void *b)
{
  const entry *x = a, *y = b;
  if (x->decision->accepted != y->decision->accepted)
    return x->decision->accepted ? -1 : 1;
  const int order = strcmp(x->on, y->on);
  return order ? order : strcmp(x->by, y->by);
}

ims_status imsi_freeze_reviews(imsi_builder *builder)
{
  const size_t count = builder->decisions.count;
  entry *entries = calloc(count + 1, sizeof *entries);
  if (!entries)
    return IMS_NOMEM;
  for (size_t i = 0; i < count; i++) {
    const imsi_raw_decision *d = &IMSI_AT(imsi_raw_decision, &builder->decisions, i);
    const imsi_raw_review *review = review_of(builder, d);
    entries[i] = (entry){ d, imsi_freeze_text(builder, review->on), imsi_freeze_text(builder, review->by) };
  }
  qsort(entries, count, sizeof *entries, compare_entries);
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < count; i++)
    status = apply(builder, entries[i].decision);
  free(entries);
  return status;
}
