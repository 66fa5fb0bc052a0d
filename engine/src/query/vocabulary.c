#include "query/vocabulary.h"

#include "base/natural.h"
#include "base/try.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

bool imsi_vocabulary_has_terms(const ims_model *model, const ims_edition *edition)
{
  for (uint32_t i = 0; i < edition->count; i++)
    if (ims_node_kind_of(model, (ims_node){ edition->first.index + i }) == IMS_TERM)
      return true;
  return false;
}

const ims_edition *imsi_vocabulary_of(const ims_model *model, const ims_edition *edition)
{
  if (imsi_vocabulary_has_terms(model, edition))
    return edition;
  const ims_edition *other = ims_edition_find(model, edition->vocabulary, strlen(edition->vocabulary));
  return other && imsi_vocabulary_has_terms(model, other) ? other : NULL;
}

bool imsi_vocabulary_in_use(const ims_edition *edition)
{
  return edition->status == IMS_EDITION_CURRENT || edition->status == IMS_EDITION_TRANSITION ||
         edition->status == IMS_EDITION_STATUS_UNSAID;
}

static int compare_terms(const void *a, const void *b)
{
  const imsi_term *x = a, *y = b;
  const int order = imsi_natural_compare(x->word, y->word);
  if (order)
    return order;
  return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static ims_status add_term(const ims_model *model, ims_node node, imsi_strbuf *folded, imsi_terms *terms)
{
  imsi_strbuf_clear(folded);
  imsi_utf8_fold(ims_node_get(model, node).label, folded);
  IMS_TRY(folded->status);
  const imsi_term term = { imsi_arena_copy(&terms->arena, imsi_strbuf_string(folded), folded->size), node,
                           terms->list.count };
  return term.word ? imsi_vec_push(&terms->list, &term) : IMS_NOMEM;
}

ims_status imsi_terms_collect(const ims_model *model, imsi_terms *terms)
{
  imsi_strbuf folded = { 0 };
  ims_status status = IMS_OK;
  for (size_t e = 0; e < ims_edition_count(model); e++) {
    const ims_edition *edition = ims_edition_at(model, e);
    for (uint32_t i = 0; !status && i < edition->count; i++) {
      const ims_node node = { edition->first.index + i };
      if (ims_node_kind_of(model, node) == IMS_TERM)
        status = add_term(model, node, &folded, terms);
    }
  }
  imsi_strbuf_free(&folded);
  if (!status && terms->list.count)
    qsort(terms->list.data, terms->list.count, sizeof(imsi_term), compare_terms);
  return status;
}

void imsi_terms_free(imsi_terms *terms)
{
  imsi_arena_free(&terms->arena);
  imsi_vec_free(&terms->list);
}
