/* What stands beside a node in other editions: counterparts, verdicts, and what is easily confused with it. */

#include "base/try.h"
#include "query/correlation.h"
#include "report/show_internal.h"

/* How sure a stated row is, and what it says of re-use; its standing and its move are told by every form. */
static void add_row_detail(imsi_strbuf *out, const ims_row *row)
{
  if (row->strength >= 0) {
    imsi_show_detail(out, "", "strength ");
    imsi_strbuf_number(out, (unsigned long long)row->strength);
  }
  imsi_show_share(out, "confidence", row->confidence);
  imsi_show_detail(out, "method", ims_method_name(row->method));
  imsi_show_detail(out, "record", ims_record_name(row->record));
  imsi_show_detail(out, "", row->review);
}

/* The part that something is said of; nothing if it is the whole. */
static const ims_node *part(const imsi_show *s, const ims_node *node)
{
  return node->index == s->node.index ? NULL : node;
}

static ims_status add_counterpart(imsi_show *s, const imsi_pair *pair, bool first)
{
  imsi_vec rows = IMSI_VEC(uint32_t);
  imsi_strbuf brief = { 0 }, more = { 0 }, bases = { 0 }, places = { 0 };
  imsi_words words = IMSI_WORDS;
  ims_status status = imsi_closure_rows(s->closure, pair->source, pair->target, &rows);
  if (!status)
    status = imsi_words_of(s->model, s->closure, pair, first, true, &words);
  imsi_strbuf_text(&brief, pair->stated ? "stated" : "entailed");
  imsi_show_detail(&brief, "", ims_standing_name(imsi_rows_standing(s->model, &rows)));
  const char *note = "";
  if (pair->stated && rows.count == 1) {
    const ims_row row = ims_relation_at(s->model, IMSI_AT(uint32_t, &rows, 0));
    imsi_show_detail(&brief, "", ims_move_name(row.move));
    add_row_detail(&more, &row);
    note = row.note;
  }
  imsi_name_bases(s->model, &rows, &bases);
  imsi_name_places(s->model, &rows, &places);
  if (bases.status)
    places.status = bases.status;
  if (!status)
    imsi_show_add(s, &(imsi_show_fact){ .kind = "counterpart",
                                        .node = &pair->target,
                                        .relation = ims_relation_symbol(pair->relation),
                                        .brief = &brief,
                                        .more = &more,
                                        .note = note,
                                        .of = part(s, &pair->source),
                                        .words = &words,
                                        .basis = imsi_strbuf_string(&bases),
                                        .places = &places });
  imsi_words_free(&words);
  imsi_strbuf_free(&brief);
  imsi_strbuf_free(&more);
  imsi_strbuf_free(&bases);
  imsi_strbuf_free(&places);
  imsi_vec_free(&rows);
  return status;
}

static void add_none(imsi_show *s, ims_node node, const ims_edition *other, size_t verdict)
{
  const ims_row row = ims_verdict_at(s->model, verdict);
  imsi_strbuf brief = { 0 }, more = { 0 };
  imsi_show_detail(&brief, "", ims_standing_name(row.standing));
  imsi_show_share(&more, "confidence", row.confidence);
  imsi_show_detail(&more, "", row.review);
  imsi_show_add_at(s,
                   (imsi_show_fact){ .kind = "none",
                                     .reference = s->wide ? "-" : other->id,
                                     .relation = "-",
                                     .text = *row.note ? row.note : "no counterpart was found",
                                     .brief = &brief,
                                     .more = &more,
                                     .of = part(s, &node),
                                     .basis = row.basis },
                   row.pos);
  imsi_strbuf_free(&brief);
  imsi_strbuf_free(&more);
}

/* True if the pair says no more than follows from a closer one, whose target is part of its target. */
static bool is_implied(const imsi_show *s, const imsi_vec *pairs, size_t index)
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
static ims_status find_counterparts(const imsi_show *s, ims_node node, const ims_edition *other, imsi_vec *pairs)
{
  const ims_node_kind kind = ims_node_kind_of(s->model, node);
  IMS_TRY(imsi_correlation_of(s->model, s->closure, node, other, kind, pairs));
  if (kind == IMS_PROVISION || kind == IMS_ITEM)
    IMS_TRY(imsi_correlation_of(s->model, s->closure, node, other, kind == IMS_ITEM ? IMS_PROVISION : IMS_ITEM, pairs));
  return IMS_OK;
}

/* The counterparts of a node and, below them, those of its sub-clauses; where there are none, the verdict. */
static ims_status add_counterparts(imsi_show *s, ims_node node, const ims_edition *other, imsi_vec *pairs)
{
  pairs->count = 0;
  IMS_TRY(find_counterparts(s, node, other, pairs));
  for (size_t i = 0; i < pairs->count; i++)
    if (!is_implied(s, pairs, i))
      IMS_TRY(add_counterpart(s, &IMSI_AT(imsi_pair, pairs, i), i == 0));
  if (!pairs->count) {
    const size_t verdict = imsi_correlation_verdict(s->model, node, other);
    if (verdict != SIZE_MAX) {
      add_none(s, node, other, verdict);
      return IMS_OK;
    }
  }
  for (ims_node n = ims_node_child(s->model, node); n.index != IMS_NO_NODE; n = ims_node_next(s->model, n))
    if (ims_node_kind_of(s->model, n) == IMS_CLAUSE)
      IMS_TRY(add_counterparts(s, n, other, pairs));
  return IMS_OK;
}

/* What may be held against an organization today comes first, then what it was made from, then the rest. */
static int rank(const ims_edition *edition)
{
  if (edition->kind == IMS_EDITION_REQUIREMENTS && edition->status == IMS_EDITION_CURRENT)
    return 0;
  return edition->is_hub ? 2 : 1;
}

static ims_status add_all_counterparts(imsi_show *s)
{
  imsi_vec pairs = IMSI_VEC(imsi_pair);
  ims_status status = IMS_OK;
  for (int r = 0; !status && r <= 2; r++)
    for (size_t e = 0; !status && e < ims_edition_count(s->model); e++) {
      const ims_edition *other = ims_edition_at(s->model, e);
      if (other == ims_node_edition(s->model, s->node) || (s->wide ? rank(other) != r : r > 0))
        continue;
      imsi_show_section(s, "In ", other);
      status = add_counterparts(s, s->node, other, &pairs);
    }
  imsi_vec_free(&pairs);
  return status;
}

/* Rows that keep two things apart which are easily confused. */
static void add_apart(imsi_show *s, ims_node node)
{
  for (int incoming = 0; incoming < 2; incoming++) {
    size_t count;
    const uint32_t *rows = ims_node_relations(s->model, node, incoming, &count);
    for (size_t i = 0; i < count; i++) {
      const ims_row row = ims_relation_at(s->model, rows[i]);
      const ims_node other = incoming ? row.source : row.target;
      if (row.relation != IMS_DISJOINT)
        continue;
      imsi_strbuf brief = { 0 }, more = { 0 };
      imsi_show_detail(&brief, "not", ims_node_name(s->model, node));
      imsi_show_detail(&brief, "", ims_standing_name(row.standing));
      imsi_show_detail(&brief, "", ims_move_name(row.move));
      add_row_detail(&more, &row);
      imsi_show_add_at(s,
                       (imsi_show_fact){ .kind = "another thing",
                                         .node = &other,
                                         .full = true,
                                         .relation = ims_relation_symbol(row.relation),
                                         .brief = &brief,
                                         .more = &more,
                                         .note = row.note,
                                         .basis = row.basis },
                       row.pos);
      imsi_strbuf_free(&brief);
      imsi_strbuf_free(&more);
    }
  }
  for (ims_node n = ims_node_child(s->model, node); n.index != IMS_NO_NODE; n = ims_node_next(s->model, n))
    add_apart(s, n);
}

ims_status imsi_show_links(imsi_show *s)
{
  IMS_TRY(add_all_counterparts(s));
  imsi_show_section(s, "Another thing, easily confused with it", NULL);
  add_apart(s, s->node);
  return IMS_OK;
}
