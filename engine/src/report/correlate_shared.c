#include "base/try.h"
#include "query/clause_list.h"
#include "query/vocabulary.h"
#include "report/correlate_internal.h"

#include <stdlib.h>
#include <string.h>

ims_status imsi_correlate_load_side(const imsi_correlate *r, const ims_edition *source, const ims_edition *target,
                                    imsi_side *s)
{
  *s = (imsi_side){ source, target, IMSI_VEC(imsi_pair) };
  return imsi_correlation_pairs(r->model, r->closure, source, target, r->kind, &s->pairs);
}

/* The pairs of `node`: `count` from the one returned. */
const imsi_pair *imsi_correlate_pairs_of(const imsi_side *s, ims_node node, size_t *count)
{
  const imsi_pair *pairs = s->pairs.data;
  size_t low = 0, high = s->pairs.count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (pairs[middle].source.index < node.index)
      low = middle + 1;
    else
      high = middle;
  }
  for (*count = 0; low + *count < s->pairs.count && pairs[low + *count].source.index == node.index;)
    ++*count;
  return pairs ? pairs + low : NULL;
}

bool imsi_correlate_has_target(const imsi_side *s, ims_node target)
{
  for (size_t i = 0; i < s->pairs.count; i++)
    if (IMSI_AT(imsi_pair, &s->pairs, i).target.index == target.index)
      return true;
  return false;
}

/* A node that makes a row: of the right kind, chosen, and no note. */
bool imsi_correlate_makes_row(const imsi_correlate *r, ims_node node)
{
  if (ims_node_kind_of(r->model, node) != r->kind)
    return false;
  if (r->kind == IMS_PROVISION && !ims_force_binds(ims_node_force(r->model, node)))
    return false;
  return imsi_clause_list_has(r->clauses, ims_node_name(r->model, ims_node_clause(r->model, node)));
}

/* ---- words ---- */

/* Of two that share as much, the one that is nearer to being the same. */
static int nearness(ims_relation relation)
{
  if (relation == IMS_EQUAL)
    return 2;
  return !(relation & (ims_relation)~IMS_CONTAINED) || !(relation & (ims_relation)~IMS_CONTAINS);
}

ims_status imsi_correlate_heaviest(const imsi_correlate *r, const imsi_pair *pairs, size_t count, size_t *best)
{
  size_t most = 0;
  *best = 0;
  for (size_t i = 0; i < count; i++) {
    size_t weight;
    IMS_TRY(imsi_words_weight(r->model, r->closure, &pairs[i], &weight));
    if (weight > most || (weight == most && nearness(pairs[i].relation) > nearness(pairs[*best].relation))) {
      most = weight;
      *best = i;
    }
  }
  return IMS_OK;
}

/* What has no counterpart at all is told once: with the pair in which its clause shares most. */
static ims_status find_homes(const imsi_correlate *r, const imsi_side *s, const imsi_pair *pair, bool *source_home,
                             bool *target_home)
{
  size_t count, best;
  const imsi_pair *own = imsi_correlate_pairs_of(s, pair->source, &count);
  IMS_TRY(imsi_correlate_heaviest(r, own, count, &best));
  *source_home = own[best].target.index == pair->target.index;
  imsi_vec facing = IMSI_VEC(imsi_pair);
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < s->pairs.count; i++)
    if (IMSI_AT(imsi_pair, &s->pairs, i).target.index == pair->target.index)
      status = imsi_vec_push(&facing, &IMSI_AT(imsi_pair, &s->pairs, i));
  if (!status)
    status = imsi_correlate_heaviest(r, facing.data, facing.count, &best);
  if (!status)
    *target_home = IMSI_AT(imsi_pair, &facing, best).source.index == pair->source.index;
  imsi_vec_free(&facing);
  return status;
}

ims_status imsi_correlate_words_of(const imsi_correlate *r, const imsi_side *s, const imsi_pair *pair,
                                   imsi_words *words)
{
  bool source_home, target_home;
  *words = IMSI_WORDS;
  IMS_TRY(find_homes(r, s, pair, &source_home, &target_home));
  return imsi_words_of(r->model, r->closure, pair, source_home, target_home, words);
}

/* ---- provenance ---- */

/* The relations that prove a pair; remembered for the note below the table. */
ims_status imsi_correlate_proof_of(imsi_correlate *r, const imsi_pair *pair, imsi_vec *rows)
{
  IMS_TRY(imsi_closure_rows(r->closure, pair->source, pair->target, rows));
  for (size_t i = 0; i < rows->count; i++)
    IMS_TRY(imsi_vec_push(&r->rows, &IMSI_AT(uint32_t, rows, i)));
  return IMS_OK;
}

void imsi_correlate_note_standing(imsi_correlate *r, imsi_table *table)
{
  imsi_note_standing(r->model, "The relations shown rest on ", &r->rows, table);
}

/* A list that chooses too little would pass for the whole. */
static void add_choice(imsi_correlate *r, imsi_table *table)
{
  if (!r->clauses)
    return;
  imsi_strbuf_clear(&r->text);
  imsi_strbuf_text(&r->text, "Only clauses: ");
  imsi_strbuf_text(&r->text, r->clauses);
  imsi_table_caption_text(table, &r->text);
}

static void add_caption(imsi_correlate *r, imsi_table *table, const ims_edition *edition, const char *role)
{
  imsi_strbuf_clear(&r->text);
  imsi_strbuf_text(&r->text, role);
  imsi_name_edition(edition, &r->text);
  imsi_table_caption_text(table, &r->text);
}

/* Whose words they are, where another standard was asked for. */
static void add_users(imsi_correlate *r, imsi_table *table)
{
  for (size_t i = 0; i < r->users.count; i++) {
    const ims_edition *user = IMSI_AT(const ims_edition *, &r->users, i);
    imsi_strbuf_clear(&r->text);
    imsi_strbuf_text(&r->text, user->name);
    imsi_strbuf_text(&r->text, " uses the words of ");
    imsi_strbuf_text(&r->text, imsi_vocabulary_of(r->model, user)->name);
    imsi_table_caption_text(table, &r->text);
  }
}

void imsi_correlate_add_captions(imsi_correlate *r, imsi_table *table, bool reverse)
{
  add_caption(r, table, r->pivot, reverse ? "Beside: " : "Pivot: ");
  for (size_t i = 0; i < r->others.count; i++)
    add_caption(r, table, IMSI_AT(const ims_edition *, &r->others, i), reverse ? "Pivot: " : "Beside: ");
  add_choice(r, table);
  add_users(r, table);
}

void imsi_correlate_append_name(const imsi_correlate *r, ims_node node, imsi_strbuf *out)
{
  imsi_strbuf_text(out, r->kind == IMS_TERM ? ims_node_get(r->model, node).label : ims_node_name(r->model, node));
}

void imsi_correlate_set_label(imsi_correlate *r, imsi_table *table, size_t column, ims_node node)
{
  imsi_strbuf_clear(&r->text);
  imsi_name_label(r->model, node, &r->text);
  imsi_table_set_text(table, column, &r->text);
}
