/* The terms that have a word in them, and how they stand to each other and to other words. */

#include "base/try.h"
#include "base/utf8.h"
#include "query/correlation.h"
#include "query/nearest.h"
#include "report/terms_internal.h"

#include <string.h>

imsi_sameness imsi_terms_compare(const imsi_terms_run *t, ims_node a, ims_node b, ims_relation *relation)
{
  *relation = imsi_closure_relation(t->closure, a, b);
  if (*relation == IMS_EQUAL)
    return IMSI_SAME;
  if (*relation && !(*relation & IMS_EQUAL))
    return IMSI_DIFFERS;
  const bool verdict = imsi_correlation_verdict(t->model, a, ims_node_edition(t->model, b)) != SIZE_MAX ||
                       imsi_correlation_verdict(t->model, b, ims_node_edition(t->model, a)) != SIZE_MAX;
  return verdict ? IMSI_DIFFERS : IMSI_NOT_COMPARED;
}

/* ---- which terms ---- */

static ims_status refuse(const imsi_terms_run *t, const char *word, imsi_reporter *reporter)
{
  imsi_nearest nearest = { .given = word };
  imsi_strbuf hint = { 0 };
  for (size_t i = 0; i < t->all.list.count; i++) {
    const imsi_term *term = &IMSI_AT(imsi_term, &t->all.list, i);
    if (!i || strcmp(term->word, term[-1].word) != 0)
      imsi_nearest_offer(&nearest, ims_node_get(t->model, term->node).label);
  }
  imsi_nearest_append(&nearest, &hint);
  imsi_report(reporter, IMS_DIAG_NO_SUCH_TERM, (ims_pos){ NULL, 0, 0, NULL }, word, imsi_strbuf_string(&hint), NULL,
              NULL);
  imsi_strbuf_free(&hint);
  return IMS_NOT_FOUND;
}

static ims_status choose(imsi_terms_run *t, const char *word, bool whole)
{
  for (size_t i = 0; i < t->all.list.count; i++) {
    const imsi_term *term = &IMSI_AT(imsi_term, &t->all.list, i);
    if (whole == (strcmp(term->word, word) == 0) && strstr(term->word, word))
      IMS_TRY(imsi_vec_push(&t->found, term));
  }
  return IMS_OK;
}

ims_status imsi_terms_find(imsi_terms_run *t, const char *word, imsi_reporter *reporter)
{
  if (!*word) {
    imsi_report(reporter, IMS_DIAG_BAD_OPTION, (ims_pos){ NULL, 0, 0, NULL }, "the word is empty", NULL, NULL, NULL);
    return IMS_INVALID;
  }
  imsi_strbuf folded = { 0 };
  imsi_utf8_fold(word, &folded);
  ims_status status = folded.status;
  if (!status)
    status = choose(t, imsi_strbuf_string(&folded), true);
  if (!status)
    status = choose(t, imsi_strbuf_string(&folded), false);
  imsi_strbuf_free(&folded);
  return !status && !t->found.count ? refuse(t, word, reporter) : status;
}

/* ---- what each means ---- */

static void add_term(imsi_terms_run *t, ims_node node)
{
  const ims_node_info info = ims_node_get(t->model, node);
  imsi_strbuf note = { 0 }, basis = { 0 }, place = { 0 };
  size_t count;
  const ims_text *notes = ims_node_notes(t->model, node, &count);
  for (size_t i = 0; i < count; i++) {
    imsi_strbuf_text(&note, i ? "\n" : "");
    imsi_strbuf_text(&note, t->wide ? "note: " : "");
    imsi_strbuf_text(&note, notes[i].text);
  }
  imsi_strbuf_text(&basis, info.basis);
  imsi_name_place(info.pos, &place);
  imsi_terms_add(t, &(imsi_terms_fact){ .kind = "term",
                                        .node = node,
                                        .text = info.text,
                                        .note = &note,
                                        .standing = info.standing,
                                        .bases = &basis,
                                        .places = &place });
  imsi_strbuf_free(&note);
  imsi_strbuf_free(&basis);
  imsi_strbuf_free(&place);
}

/* ---- relations ---- */

/* A stated row, seen from `node`. */
static void add_row(imsi_terms_run *t, ims_node node, const ims_row *row)
{
  const bool incoming = row->source.index != node.index;
  const ims_relation said = ims_row_relation(row);
  imsi_strbuf note = { 0 }, basis = { 0 }, place = { 0 };
  imsi_strbuf_text(&note, row->note);
  imsi_strbuf_text(&basis, row->basis);
  imsi_name_place(row->pos, &place);
  imsi_terms_add(t, &(imsi_terms_fact){ .kind = "relation",
                                        .node = node,
                                        .other = incoming ? &row->source : &row->target,
                                        .relation = ims_relation_symbol(incoming ? ims_relation_inverse(said) : said),
                                        .common = row->common,
                                        .here = incoming ? row->target_only : row->source_only,
                                        .there = incoming ? row->source_only : row->target_only,
                                        .note = &note,
                                        .standing = row->standing,
                                        .bases = &basis,
                                        .places = &place });
  imsi_strbuf_free(&note);
  imsi_strbuf_free(&basis);
  imsi_strbuf_free(&place);
}

/* The rows that are stated of two terms, seen from the first. */
static size_t add_stated(imsi_terms_run *t, ims_node a, ims_node b)
{
  size_t told = 0;
  for (int incoming = 0; incoming < 2; incoming++) {
    size_t count;
    const uint32_t *rows = ims_node_relations(t->model, a, incoming, &count);
    for (size_t i = 0; i < count; i++) {
      const ims_row row = ims_relation_at(t->model, rows[i]);
      if ((incoming ? row.source : row.target).index != b.index)
        continue;
      add_row(t, a, &row);
      told++;
    }
  }
  return told;
}

/* What follows of two terms; or, in a warning, what is known of them. */
static ims_status add_proven(imsi_terms_run *t, const char *kind, ims_node a, ims_node b, const char *text)
{
  const ims_relation relation = imsi_closure_relation(t->closure, a, b);
  imsi_vec rows = IMSI_VEC(uint32_t);
  imsi_strbuf bases = { 0 }, places = { 0 };
  const ims_status status = imsi_closure_rows(t->closure, a, b, &rows);
  imsi_name_bases(t->model, &rows, &bases);
  imsi_name_places(t->model, &rows, &places);
  const bool known = relation && relation != IMS_UNKNOWN;
  if (!status)
    imsi_terms_add(t, &(imsi_terms_fact){ .kind = kind,
                                          .node = a,
                                          .other = &b,
                                          .relation = known ? ims_relation_symbol(relation) : NULL,
                                          .text = text,
                                          .standing = imsi_rows_standing(t->model, &rows),
                                          .bases = &bases,
                                          .places = &places });
  imsi_strbuf_free(&bases);
  imsi_strbuf_free(&places);
  imsi_vec_free(&rows);
  return status;
}

/* A pair of terms with the same word. The long form warns of a difference in a row of its own, the wide form in the
   line above. */
static ims_status add_pair(imsi_terms_run *t, ims_node a, ims_node b, imsi_sameness sameness)
{
  ims_relation relation;
  if (imsi_terms_compare(t, a, b, &relation) != sameness)
    return IMS_OK;
  if (sameness == IMSI_DIFFERS && !t->wide)
    IMS_TRY(add_proven(t, "warning", a, b, "the same word, different meanings"));
  if (add_stated(t, a, b))
    return IMS_OK;
  const bool known = relation && relation != IMS_UNKNOWN;
  if (!known && !t->wide)
    return IMS_OK; /* no fact, no row */
  return add_proven(t, "relation", a, b,
                    known                      ? "follows from other rows"
                    : sameness == IMSI_DIFFERS ? "somebody looked and found no counterpart"
                                               : "nobody has compared the two");
}

/* All pairs with the same word that stand to each other in this way. */
static ims_status add_pairs(imsi_terms_run *t, const char *section, imsi_sameness sameness)
{
  t->section = section;
  for (size_t i = 0; i < t->found.count; i++)
    for (size_t k = i + 1; k < t->found.count; k++) {
      const imsi_term *a = &IMSI_AT(imsi_term, &t->found, i), *b = &IMSI_AT(imsi_term, &t->found, k);
      if (strcmp(a->word, b->word) == 0)
        IMS_TRY(add_pair(t, a->node, b->node, sameness));
    }
  return IMS_OK;
}

/* ---- other words ---- */

static const imsi_term *find(const imsi_terms_run *t, ims_node node)
{
  for (size_t i = 0; i < t->found.count; i++)
    if (IMSI_AT(imsi_term, &t->found, i).node.index == node.index)
      return &IMSI_AT(imsi_term, &t->found, i);
  return NULL;
}

/* A row between two terms found is told from its source; one of two terms with the same word was told before. */
static void add_others(imsi_terms_run *t, const imsi_term *term)
{
  for (int incoming = 0; incoming < 2; incoming++) {
    size_t count;
    const uint32_t *rows = ims_node_relations(t->model, term->node, incoming, &count);
    for (size_t i = 0; i < count; i++) {
      const ims_row row = ims_relation_at(t->model, rows[i]);
      const imsi_term *other = find(t, incoming ? row.source : row.target);
      if (!other || (!incoming && strcmp(other->word, term->word) != 0))
        add_row(t, term->node, &row);
    }
  }
}

static bool has_same_word(const imsi_terms_run *t, const imsi_term *term, const ims_edition *edition)
{
  for (size_t i = 0; i < t->found.count; i++) {
    const imsi_term *other = &IMSI_AT(imsi_term, &t->found, i);
    if (ims_node_edition(t->model, other->node) == edition && strcmp(other->word, term->word) == 0)
      return true;
  }
  return false;
}

/* Editions in which somebody looked for a counterpart in vain, and which have no term with that word. */
static void add_nowhere(imsi_terms_run *t, const imsi_term *term)
{
  for (size_t i = 0; i < ims_edition_count(t->model); i++) {
    const ims_edition *edition = ims_edition_at(t->model, i);
    const size_t verdict = ims_node_verdict(t->model, term->node, edition);
    if (verdict == SIZE_MAX || has_same_word(t, term, edition))
      continue;
    const ims_row row = ims_verdict_at(t->model, verdict);
    imsi_strbuf note = { 0 }, basis = { 0 }, place = { 0 };
    imsi_strbuf_text(&note, row.note);
    imsi_strbuf_text(&basis, row.basis);
    imsi_name_place(row.pos, &place);
    imsi_terms_add(t, &(imsi_terms_fact){ .kind = "relation",
                                          .node = term->node,
                                          .nowhere = edition,
                                          .note = &note,
                                          .standing = row.standing,
                                          .bases = &basis,
                                          .places = &place });
    imsi_strbuf_free(&note);
    imsi_strbuf_free(&basis);
    imsi_strbuf_free(&place);
  }
}

ims_status imsi_terms_tell(imsi_terms_run *t, bool others)
{
  for (size_t i = 0; i < t->found.count; i++)
    add_term(t, IMSI_AT(imsi_term, &t->found, i).node);
  IMS_TRY(add_pairs(t, "The same word, different meanings", IMSI_DIFFERS));
  IMS_TRY(add_pairs(t, "The same word, the same meaning", IMSI_SAME));
  IMS_TRY(add_pairs(t, "The same word, open whether it means the same", IMSI_NOT_COMPARED));
  t->section = "Beside other words";
  for (size_t i = 0; others && i < t->found.count; i++) {
    add_others(t, &IMSI_AT(imsi_term, &t->found, i));
    add_nowhere(t, &IMSI_AT(imsi_term, &t->found, i));
  }
  return IMS_OK;
}
