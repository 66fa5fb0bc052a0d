/* What is peculiar in the titles of clauses, and in what they want documented. */

#include "base/try.h"
#include "query/suggestion_internal.h"

#include <stdlib.h>
#include <string.h>

/* Words that join others or name a form of document: they tell no subject. */
static const char *const empty_words[] = {
  "a",         "activity",     "agreement", "all",        "an",     "and",         "as",          "at",
  "by",        "concept",      "document",  "documented", "each",   "establish",   "evidence",    "for",
  "from",      "general",      "guideline", "how",        "in",     "information", "instruction", "is",
  "it",        "list",         "log",       "management", "manual", "note",        "of",          "on",
  "or",        "organization", "plan",      "planning",   "policy", "procedure",   "process",     "program",
  "programme", "record",       "register",  "related",    "report", "requirement", "result",      "rule",
  "service",   "standard",     "statement", "system",     "that",   "the",         "their",       "to",
  "use",       "what",         "where",     "which",      "with",
};

enum { WHOLE = 1000, LEAST_SHARE = 800, RARE = 6 };

static bool is_empty(const char *word)
{
  for (size_t i = 0; i < sizeof empty_words / sizeof *empty_words; i++)
    if (strcmp(empty_words[i], word) == 0)
      return true;
  return false;
}

static ims_status add_text(const char *text, ims_node clause, imsi_arena *arena, imsi_vec *texts)
{
  imsi_vec words = IMSI_VEC(const char *);
  ims_status status = imsi_title_read(arena, text, &words);
  size_t kept = 0;
  for (size_t i = 0; i < words.count; i++)
    if (!is_empty(IMSI_AT(const char *, &words, i)))
      IMSI_AT(const char *, &words, kept++) = IMSI_AT(const char *, &words, i);
  if (!status && kept) {
    const char **list = imsi_arena_alloc(arena, kept * sizeof *list);
    int *weights = imsi_arena_alloc(arena, kept * sizeof *weights);
    status = list && weights ? IMS_OK : IMS_NOMEM;
    if (!status) {
      memcpy(list, words.data, kept * sizeof *list);
      memset(weights, 0, kept * sizeof *weights);
      status = imsi_vec_push(texts, &(imsi_clause_text){ clause, list, weights, kept, 0 });
    }
  }
  imsi_vec_free(&words);
  return status;
}

/* A main clause is a chapter, and nobody proposes a chapter. */
static bool can_be_proposed(const ims_model *model, ims_node node)
{
  return ims_node_kind_of(model, node) == IMS_CLAUSE && ims_force_binds(ims_node_force(model, node)) &&
         ims_node_parent(model, node).index != IMS_NO_NODE && !ims_node_empty(model, node);
}

static ims_status add_node(const ims_model *model, ims_node node, imsi_arena *arena, imsi_vec *texts)
{
  if (can_be_proposed(model, node))
    IMS_TRY(add_text(ims_node_get(model, node).text, node, arena, texts));
  const ims_node clause = ims_node_clause(model, node);
  if (ims_node_kind_of(model, node) != IMS_PROVISION || !can_be_proposed(model, clause))
    return IMS_OK;
  size_t count;
  const ims_duty *duties = ims_node_duties(model, node, &count);
  for (size_t i = 0; i < count; i++)
    IMS_TRY(add_text(duties[i].text, clause, arena, texts));
  return IMS_OK;
}

/* ---- how peculiar a word is ---- */

static int compare_words(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t occurrences(const imsi_vec *all, const char *word)
{
  size_t low = 0, high = all->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (strcmp(IMSI_AT(const char *, all, middle), word) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  size_t end = low;
  while (end < all->count && strcmp(IMSI_AT(const char *, all, end), word) == 0)
    end++;
  return end - low;
}

static int weight_of(size_t times)
{
  return times <= RARE ? 4 : times <= 2 * RARE ? 3 : times <= 5 * RARE ? 2 : 1;
}

static ims_status weigh(imsi_vec *texts)
{
  imsi_vec all = IMSI_VEC(const char *);
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < texts->count; i++)
    for (size_t k = 0; !status && k < IMSI_AT(imsi_clause_text, texts, i).count; k++)
      status = imsi_vec_push(&all, &IMSI_AT(imsi_clause_text, texts, i).words[k]);
  if (all.count)
    qsort(all.data, all.count, sizeof(const char *), compare_words);
  for (size_t i = 0; !status && i < texts->count; i++) {
    imsi_clause_text *text = &IMSI_AT(imsi_clause_text, texts, i);
    for (size_t k = 0; k < text->count; k++) {
      text->weights[k] = weight_of(occurrences(&all, text->words[k]));
      text->weight += text->weights[k];
    }
  }
  imsi_vec_free(&all);
  return status;
}

ims_status imsi_clause_texts(const ims_model *model, const imsi_suggestion_request *request, imsi_arena *arena,
                             imsi_vec *texts)
{
  for (size_t e = 0; e < request->edition_count; e++) {
    const ims_edition *edition = request->editions[e];
    for (uint32_t i = 0; i < edition->count; i++)
      IMS_TRY(add_node(model, (ims_node){ edition->first.index + i }, arena, texts));
  }
  return weigh(texts);
}

/* ---- looking ---- */

static bool has(const imsi_vec *title, const char *word)
{
  for (size_t i = 0; i < title->count; i++)
    if (strcmp(IMSI_AT(const char *, title, i), word) == 0)
      return true;
  return false;
}

ims_status imsi_clause_text_find(const imsi_clause_text *text, const imsi_vec *title, imsi_vec *found)
{
  const size_t before = found->count;
  int weight = 0;
  for (size_t i = 0; i < text->count; i++) {
    if (!has(title, text->words[i]))
      continue;
    IMS_TRY(imsi_vec_push(found, &text->words[i]));
    weight += text->weights[i];
  }
  /* one common word is no sign of anything */
  if (weight * WHOLE < LEAST_SHARE * text->weight || (text->count == 1 && text->weights[0] < weight_of(1)))
    found->count = before;
  return IMS_OK;
}
